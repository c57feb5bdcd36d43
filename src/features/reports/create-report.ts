import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import { addDays, type Day, dayIn } from "../../platform/time/day.ts";
import { findOrganization, freeSlug, slugOf } from "../organizations/index.ts";
import { countFigures, readableIn } from "./count-figures.ts";
import { drawPrograms, programsShown } from "./draw-programs.ts";
import { areasOfOrganization } from "./metrics/areas/area-access.ts";
import { mayWriteReports } from "./policy.ts";
import { slugsLike } from "./queries.ts";
import { reportRefusals } from "./refusals.ts";
import type { ReportPart } from "./report.ts";
import { curveOf, startingParts, targetsOf } from "./starting-report.ts";

export interface NewReport {
  organization: string;
  /** An area the organization answers for; it is about the organization when left out. */
  area?: string | undefined;
  title: Texts;
  from: Day;
  to: Day;
  /** The last day of the period when left out. */
  borders?: Day | undefined;
}

/** Begins a report with the figures the organization has. @returns its id. @throws Refusal not_here, metric.empty_window, metric.too_long, metric.borders_unknown, report.not_their_area */
export async function createReport(installation: Installation, actor: Actor, given: NewReport, language: Language): Promise<string> {
  const { db, now } = installation;
  const at = now();
  const organization = await findOrganization(db, actor, given.organization, dayIn(at, "Europe/Oslo"));
  authorize(actor, organization !== undefined && mayWriteReports(actor, organization.id));
  const { id: organizationId, slug: name } = found(organization);
  const id = newId();
  const borders = given.borders ?? addDays(given.to, -1);
  const area = given.area ?? null;
  if (area !== null && !(await areasOfOrganization(db, organizationId, borders)).some(({ key }) => key === area))
    throw reportRefusals.notTheirArea();
  const every: ReportPart = { kind: "figures", metrics: [...(await readableIn(installation, actor, { organizationId, area, borders }))] };
  const report = {
    id,
    slug: "",
    organizationId,
    area,
    titles: given.title,
    leads: {},
    from: given.from,
    to: given.to,
    borders,
    parts: [every],
  };
  const programs = await programsShown(db, report);
  const told = programs.flatMap(({ slug: program }) => [curveOf(program), targetsOf(program)]);
  const figures = await countFigures(installation, actor, report, language);
  const parts = startingParts(figures, await drawPrograms(installation, { ...report, parts: told }));
  const slug = slugOf(`${name} ${given.title.nb ?? given.title.nn ?? given.title.en ?? ""}`).slice(0, 70);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("reports")
      .values({
        id,
        organization_id: organizationId,
        area_key: area,
        slug: freeSlug(slug, await slugsLike(tx, slug)),
        titles: JSON.stringify(given.title),
        from_day: given.from,
        to_day: given.to,
        borders,
        parts: JSON.stringify(parts),
        created_at: at,
        created_by: actor.personId,
      })
      .execute();
    await audit(tx, { actor, at, action: "report.create", subject: { kind: "report", id }, organizationId });
  });
  return id;
}
