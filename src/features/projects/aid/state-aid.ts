import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { findOrganization, readOrganizationNumber } from "../../organizations/index.ts";
import { mayManageProjects } from "../policy.ts";
import { type Aid, aidOn, deMinimis, inEuroCents, passedOn } from "./aid.ts";
import { aidRefusals } from "./refusals.ts";

export interface NewAid {
  organizationNumber: string;
  name: string;
  granter: string;
  grantedOn: Day;
  basis: "de_minimis" | "other";
  amountOre: number;
  kronerPerEuroX10000: number;
  fundingId?: string | undefined;
  /** Given when the award is known to pass the limit and is to be written down all the same. */
  passesLimit?: boolean | undefined;
}

function awards(db: Db) {
  return db
    .selectFrom("state_aid_awards as a")
    .leftJoin("state_aid_awards as c", "c.corrects_id", "a.id")
    .select([
      "a.id",
      "a.organization_id",
      "a.organization_number as organizationNumber",
      "a.name",
      "a.granter",
      "a.granted_on as grantedOn",
    ])
    .select(["a.basis", "a.amount_ore as amountOre", "a.kroner_per_euro_x10000 as kronerPerEuroX10000", "a.funding_id"])
    .select(["a.amount_euro_cents as amountEuroCents", "a.corrects_id as correctsId", "c.id as correctedById", "a.reason"]);
}

export type AidRow = Awaited<ReturnType<ReturnType<typeof awards>["execute"]>>[number];

/** The ledger an organization keeps, the last first, and how each undertaking with small aid stands today. */
export async function readStateAid(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  limit: number,
  after: [Day, string] | undefined,
) {
  const today = dayIn(now(), "Europe/Oslo");
  const organization = await findOrganization(db, actor, idOrSlug, today);
  authorize(actor, organization !== undefined && mayManageProjects(actor, organization.id));
  const { id } = found(organization);
  const rows = await awards(db)
    .where("a.organization_id", "=", id)
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where("a.granted_on", "<", after?.[0] ?? ""),
          where.and([where("a.granted_on", "=", after?.[0] ?? ""), where("a.id", "<", after?.[1] ?? "")]),
        ]),
      ),
    )
    .orderBy("a.granted_on", "desc")
    .orderBy("a.id", "desc")
    .limit(limit + 1)
    .execute();
  const small = await db
    .selectFrom("state_aid_awards")
    .select(["organization_number as organizationNumber", "name", "granted_on as grantedOn", "amount_euro_cents as amountEuroCents"])
    .where("organization_id", "=", id)
    .where("basis", "=", "de_minimis")
    .orderBy("granted_on")
    .orderBy("id")
    .execute();
  const undertakings = [...Map.groupBy(small, (aid) => aid.organizationNumber)].map(([organizationNumber, aid]) => {
    const usedEuroCents = aidOn(aid, today);
    const passed = passedOn(aid);
    return {
      organizationNumber,
      name: aid.at(-1)?.name ?? "",
      usedEuroCents,
      leftEuroCents: deMinimis.limitEuroCents - usedEuroCents,
      passedOn: passed?.day ?? null,
    };
  });
  return { rows, undertakings: undertakings.toSorted((a, b) => a.name.localeCompare(b.name, "nb")), limit: deMinimis };
}

/** Writes down aid an undertaking was given. @throws Refusal state_aid.passes_limit unless it is said to, state_aid.wrong_number */
export async function addAid({ db, now }: Installation, actor: Actor, idOrSlug: string, given: NewAid): Promise<void> {
  const at = now();
  const organization = await findOrganization(db, actor, idOrSlug, dayIn(at, "Europe/Oslo"));
  authorize(actor, organization !== undefined && mayManageProjects(actor, organization.id));
  const { id: organizationId } = found(organization);
  const organizationNumber = readOrganizationNumber(given.organizationNumber);
  if (organizationNumber === undefined) throw aidRefusals.wrongNumber();
  const amountEuroCents = inEuroCents(given.amountOre, given.kronerPerEuroX10000);
  await db.transaction().execute(async (tx) => {
    // one ledger is written by one at a time, so that the sum is right
    await sql`select pg_advisory_xact_lock(hashtextextended(${`state-aid ${organizationId}`}, 0))`.execute(tx);
    const aid = given.basis === "de_minimis" ? await smallAidOf(tx, organizationId, organizationNumber) : [];
    const passed = given.basis === "de_minimis" ? passedOn([...aid, { grantedOn: given.grantedOn, amountEuroCents }]) : undefined;
    if (passed && !given.passesLimit) throw aidRefusals.passesLimit({ ...passed, limitEuroCents: deMinimis.limitEuroCents });
    const id = newId();
    await tx
      .insertInto("state_aid_awards")
      .values({
        id,
        organization_id: organizationId,
        organization_number: organizationNumber,
        name: given.name,
        granter: given.granter,
        granted_on: given.grantedOn,
        basis: given.basis,
        amount_ore: given.amountOre,
        kroner_per_euro_x10000: given.kronerPerEuroX10000,
        amount_euro_cents: amountEuroCents,
        funding_id: given.fundingId ?? null,
        written_at: at,
        written_by: actor.personId,
      })
      .execute();
    const details = { organizationNumber, amountEuroCents, passesLimit: passed !== undefined };
    await audit(tx, { actor, at, action: "state_aid.add", subject: { kind: "state_aid", id }, organizationId, details });
  });
}

/** Takes an award back by one with the opposite amount on the same day. @returns the organization. @throws Refusal state_aid.already_corrected */
export async function correctAid({ db, now }: Installation, actor: Actor, id: string, reason: string): Promise<string> {
  const at = now();
  const known = await awards(db).where("a.id", "=", id).executeTakeFirst();
  authorize(actor, known !== undefined && mayManageProjects(actor, known.organization_id));
  const wrong = found(known);
  if (wrong.correctsId !== null || wrong.correctedById !== null) throw aidRefusals.alreadyCorrected();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("state_aid_awards")
      .values({
        id: newId(),
        organization_id: wrong.organization_id,
        organization_number: wrong.organizationNumber,
        name: wrong.name,
        granter: wrong.granter,
        granted_on: wrong.grantedOn,
        basis: wrong.basis,
        amount_ore: -wrong.amountOre,
        kroner_per_euro_x10000: wrong.kronerPerEuroX10000,
        amount_euro_cents: -wrong.amountEuroCents,
        funding_id: wrong.funding_id,
        corrects_id: id,
        reason,
        written_at: at,
        written_by: actor.personId,
      })
      .execute();
    const subject = { kind: "state_aid", id };
    await audit(tx, { actor, at, action: "state_aid.correct", subject, organizationId: wrong.organization_id, reason });
  });
  return wrong.organization_id;
}

function smallAidOf(db: Db, organizationId: string, organizationNumber: string): Promise<Aid[]> {
  return db
    .selectFrom("state_aid_awards")
    .select(["granted_on as grantedOn", "amount_euro_cents as amountEuroCents"])
    .where("organization_id", "=", organizationId)
    .where("organization_number", "=", organizationNumber)
    .where("basis", "=", "de_minimis")
    .execute();
}
