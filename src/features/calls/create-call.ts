import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import { isId, newId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findOrganization, freeSlug, slugOf } from "../organizations/index.ts";
import { type CallKind, type CallStatus, type Sponsor, textOf } from "./call.ts";
import { askIntoJury, type NewJuror } from "./judging/ask-into-jury.ts";
import { mayRunCall } from "./policy.ts";
import { callRefusals } from "./refusals.ts";
import type { Rule } from "./submissions/eligibility.ts";
import { type GivenQuestion, withKeys } from "./submissions/keys.ts";

export interface NewCriterion {
  name: Texts;
  description: Texts;
  weight: number;
  least: number;
  most: number;
}

export interface NewPhase {
  name: Texts;
  criteria: NewCriterion[];
}

export interface NewCall {
  /** Who runs it: id or slug. */
  organization: string;
  kind: CallKind;
  title: Texts;
  descriptions: Texts;
  opensAt?: Temporal.Instant | undefined;
  closesAt: Temporal.Instant;
  graceMinutes: number;
  timeZone: string;
  questions: GivenQuestion[];
  eligibility: Rule[];
  isBlind: boolean;
  phases: NewPhase[];
  /** Who is asked into the jury. */
  jurors: NewJuror[];
  appealNotes: Texts;
  sponsors: Sponsor[];
  /** Whose audience votes: id or slug. */
  event: string | null;
  status: CallStatus;
}

/** Makes a call in the name of an organization. @returns its id. @throws Refusal call.closes_before_opening */
export async function createCall({ db, now }: Installation, actor: Actor, given: NewCall): Promise<string> {
  const [id, at] = [newId(), now()];
  authorize(actor, true);
  const known = await findOrganization(db, actor, given.organization, dayIn(at, "Europe/Oslo"));
  authorize(actor, known !== undefined && mayRunCall(actor, known.id));
  const organization = found(known);
  const opensAt = given.opensAt ?? at;
  if (Temporal.Instant.compare(opensAt, given.closesAt) >= 0) throw callRefusals.closesBeforeOpening();
  const eventId = given.event === null ? null : found(await ownEvent(db, organization.id, given.event));
  await db.transaction().execute(async (tx) => {
    const slug = slugOf(textOf(given.title, "nb")) || "call";
    await tx
      .insertInto("calls")
      .values({
        id,
        slug: freeSlug(slug, await takenSlugs(tx, slug)),
        organization_id: organization.id,
        kind: given.kind,
        titles: JSON.stringify(given.title),
        descriptions: JSON.stringify(given.descriptions),
        status: given.status,
        opens_at: opensAt,
        closes_at: given.closesAt,
        grace_minutes: given.graceMinutes,
        time_zone: given.timeZone,
        eligibility: JSON.stringify(given.eligibility),
        questions: JSON.stringify(withKeys(given.questions)),
        is_blind: given.isBlind,
        texts: JSON.stringify(given.appealNotes),
        sponsors: JSON.stringify(given.sponsors),
        event_id: eventId,
        created_at: at,
        created_by: actor.personId,
      })
      .execute();
    for (const [index, phase] of given.phases.entries()) await writePhase(tx, id, index + 1, phase);
    const subject = { kind: "call", id };
    await audit(tx, { actor, at, action: "call.create", subject, organizationId: organization.id, details: { title: given.title } });
    const call = { id, organization_id: organization.id };
    for (const juror of given.jurors) await askIntoJury(tx, call, juror, { actor, at });
    if (given.status === "published")
      await announce(tx, [{ at, topic: "call.published", organizationIds: [organization.id], payload: { callId: id } }]);
  });
  return id;
}

/** Writes a phase that is new, with its criteria. */
export async function writePhase(tx: Tx, callId: string, number: number, { name, criteria }: NewPhase): Promise<void> {
  await tx
    .insertInto("call_phases")
    .values({ call_id: callId, number, names: JSON.stringify(name) })
    .execute();
  await writeCriteria(tx, callId, number, criteria);
}

export async function writeCriteria(tx: Tx, callId: string, phase: number, criteria: readonly NewCriterion[]): Promise<void> {
  await tx
    .insertInto("call_criteria")
    .values(
      criteria.map(({ name, description, weight, least, most }, index) => ({
        id: newId(),
        call_id: callId,
        phase,
        place_in_order: index,
        names: JSON.stringify(name),
        descriptions: JSON.stringify(description),
        weight,
        least,
        most,
      })),
    )
    .execute();
}

/** The event of this id or slug, when the organization holds it, alone or with others. */
export async function ownEvent(db: Db, organizationId: string, idOrSlug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("events as e")
    .innerJoin("event_hosts as h", "h.event_id", "e.id")
    .select("e.id")
    .where(isId(idOrSlug) ? "e.id" : "e.slug", "=", idOrSlug)
    .where("h.organization_id", "=", organizationId)
    .executeTakeFirst();
  return row?.id;
}

async function takenSlugs(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom("calls").select("slug").where("slug", "like", `${slug}%`).execute();
  return new Set(rows.map((row) => row.slug));
}
