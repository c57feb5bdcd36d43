import type { Actor } from "../../../platform/access/actor.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { Day } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { onProject } from "../on-project.ts";
import { projectRefusals } from "../refusals.ts";
import { type AwaitedReport, funderExamples, inParts } from "./funder-rules.ts";
import { untakenGrants } from "./grants.ts";
import { fundingRefusals } from "./refusals.ts";

export interface NewFunding {
  /** The funder by its slug when it is an organization here; else its name. */
  organization?: string | undefined;
  funder: string;
  /** The application it was granted for: who runs its call is the funder. */
  submission?: string | undefined;
  decidedOn: Day;
  reference?: string | undefined;
  amountOre: number;
  conditions?: string | undefined;
  /** Where rules and tranches are copied from. */
  example?: string | undefined;
  tranches?:
    | { amountOre: number; expectedOn?: Day | undefined; condition?: string | undefined; awaits?: AwaitedReport | undefined }[]
    | undefined;
}

/**
 * Writes down what a funder has decided. Rules and tranches of an example are copied and can be changed; a report is due as its rule
 * says, counted from the end of the project.
 * @returns its id. @throws Refusal funding.unknown_example, funding.tranches_differ, project.unknown_partner, funding.no_such_grant
 */
export async function addFunding(installation: Installation, actor: Actor, idOrSlug: string, given: NewFunding, language: Language) {
  return await onProject(installation, actor, idOrSlug, "runs", async ({ tx, project, at, today, actor: by }) => {
    const example = given.example === undefined ? undefined : funderExamples.find(({ id }) => id === given.example);
    if (given.example !== undefined && !example) throw fundingRefusals.unknownExample({ example: given.example });
    const funder = given.organization === undefined ? undefined : await findOrganization(tx, by, given.organization, today);
    if (given.organization !== undefined && !funder) throw projectRefusals.unknownPartner({ partner: given.organization });
    const grant =
      given.submission === undefined
        ? undefined
        : (await untakenGrants(tx, project.organizationId, today)).find(({ submissionId }) => submissionId === given.submission);
    if (given.submission !== undefined && !grant) throw fundingRefusals.noSuchGrant();
    const id = newId();
    await tx
      .insertInto("fundings")
      .values({
        id,
        project_id: project.id,
        funder_id: grant?.funder.id ?? funder?.id ?? null,
        funder_name: grant?.funder.name ?? given.funder,
        submission_id: grant?.submissionId ?? null,
        decided_on: given.decidedOn,
        reference: given.reference ?? null,
        amount_ore: given.amountOre,
        conditions: given.conditions ?? null,
        created_at: at,
        created_by: by.personId,
      })
      .execute();
    const rules = (example?.rules ?? []).map(({ key, value, source, sourceOn }) => ({
      id: newId(),
      funding_id: id,
      key,
      value,
      source,
      source_on: sourceOn,
      written_at: at,
      written_by: by.personId,
    }));
    if (rules.length > 0) await tx.insertInto("funding_rules").values(rules).execute();
    const parts = inParts(given.amountOre, example?.tranches.map(({ percent }) => percent) ?? []);
    const copied = (example?.tranches ?? []).map(({ conditions, awaits }, place) => ({
      amountOre: parts[place] ?? 0,
      condition: conditions[language],
      expectedOn: undefined,
      awaits,
    }));
    const tranches = (given.tranches ?? copied).filter(({ amountOre }) => amountOre > 0);
    if (tranches.length > 0 && tranches.reduce((sum, { amountOre }) => sum + amountOre, 0) !== given.amountOre)
      throw fundingRefusals.tranchesDiffer();
    const rows = tranches.map(({ amountOre, expectedOn, condition, awaits }, place) => ({
      id: newId(),
      funding_id: id,
      number: place + 1,
      amount_ore: amountOre,
      expected_on: expectedOn ?? null,
      condition: condition ?? null,
      awaits: awaits ?? null,
    }));
    if (rows.length > 0) await tx.insertInto("tranches").values(rows).execute();
    const months = example?.rules.find(({ key }) => key === "report_months")?.value;
    if (months !== undefined) {
      const due_on = Temporal.PlainDate.from(project.to_day).add({ months }).toString();
      await tx.insertInto("funding_deadlines").values({ id: newId(), funding_id: id, kind: "report", due_on }).execute();
    }
    return { action: "funding.add", subject: { kind: "funding", id }, details: { amountOre: given.amountOre }, result: id };
  });
}
