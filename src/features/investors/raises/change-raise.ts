import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import { isId, newId } from "../../../platform/database/id.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { speaksFor } from "../policy.ts";
import { investorRefusals } from "../refusals.ts";
import { onRaise } from "./on-raise.ts";
import { networksToRaiseIn } from "./queries.ts";
import type { Instrument, Stage } from "./raise.ts";

export interface RaiseChange {
  amountOre?: number | undefined;
  stage?: Stage | undefined;
  instrument?: Instrument | undefined;
  deadline?: Day | null | undefined;
  summary?: Texts | undefined;
  text?: Texts | undefined;
  terms?: Texts | undefined;
  contact?: { name: string; email: string; phone?: string | undefined } | undefined;
  event?: string | null | undefined;
}

type NewRaise = RaiseChange & {
  network: string;
  amountOre: number;
  stage: Stage;
  instrument: Instrument;
  contact: NonNullable<RaiseChange["contact"]>;
};

/**
 * Begins a raise as a draft nobody else sees.
 * @returns its id. @throws Refusal not_here, investor.unknown_network, investor.one_raise, investor.unknown_event
 */
export async function beginRaise({ db, now }: Installation, actor: Actor, startup: string, given: NewRaise): Promise<string> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const organization = await findOrganization(db, actor, startup, today);
  authorize(actor, organization !== undefined && speaksFor(actor, organization.id));
  const { id: organizationId } = found(organization);
  const { network, amountOre, stage, instrument, contact, ...rest } = given;
  const known = (await networksToRaiseIn(db, organizationId, today)).find(({ id, slug }) => id === network || slug === network);
  if (!known) throw investorRefusals.unknownNetwork();
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("raises")
      .values({
        ...{ id, network_id: known.id, organization_id: organizationId, amount_ore: amountOre, stage, instrument },
        ...{ contact_name: contact.name, contact_email: contact.email, contact_phone: contact.phone || null },
        ...(await columnsOf(tx, rest)),
        ...{ created_at: at, created_by: actor.personId },
      })
      .execute();
    await audit(tx, { actor, at, action: "raise.begin", subject: { kind: "raise", id }, organizationId });
  });
  return id;
}

/** Changes what is told, to all who see that part. @throws Refusal not_here, request.changed_meanwhile, investor.raise_ended */
export function changeRaise(installation: Installation, actor: Actor, id: string, given: RaiseChange, expected: number | undefined) {
  return onRaise(installation, actor, id, async ({ tx, raise }) => {
    if (raise.endedAt !== null) throw investorRefusals.raiseEnded();
    sameVersion(expected, raise);
    await tx
      .updateTable("raises")
      .set({ ...(await columnsOf(tx, given)), version: raise.version + 1 })
      .where("id", "=", id)
      .execute();
    return { action: "raise.change" };
  });
}

/** Shares a raise: those who run the network and the startup's adviser see it as far as names, investors as far as consents go. */
export function publishRaise(installation: Installation, actor: Actor, id: string) {
  return onRaise(installation, actor, id, async ({ tx, raise, actor: { personId }, at }) => {
    if (raise.endedAt !== null) throw investorRefusals.raiseEnded();
    if (!Object.values(raise.summaries).some((text) => text)) throw investorRefusals.nothingToTell();
    if (raise.publishedAt !== null) return undefined;
    await tx.updateTable("raises").set({ published_at: at, published_by: personId }).where("id", "=", id).execute();
    return { action: "raise.publish" };
  });
}

/** Ends a raise: what is left of it is what came of introductions. */
export function endRaise(installation: Installation, actor: Actor, id: string) {
  return onRaise(installation, actor, id, async ({ tx, raise, actor: { personId }, at }) => {
    if (raise.endedAt !== null) return undefined;
    await tx.updateTable("raises").set({ ended_at: at, ended_by: personId }).where("id", "=", id).execute();
    await tx
      .updateTable("introductions")
      .set({ state: "withdrawn", state_since: at })
      .where("raise_id", "=", id)
      .where("state", "=", "asked")
      .execute();
    return { action: "raise.end" };
  });
}

async function columnsOf(db: Db, given: RaiseChange) {
  const { amountOre, stage, instrument, deadline, summary, text, terms, contact, event } = given;
  return {
    ...(amountOre !== undefined && { amount_ore: amountOre }),
    ...(stage && { stage }),
    ...(instrument && { instrument }),
    ...(deadline !== undefined && { deadline }),
    ...(summary && { summaries: JSON.stringify(summary) }),
    ...(text && { texts: JSON.stringify(text) }),
    ...(terms && { terms: JSON.stringify(terms) }),
    ...(contact && { contact_name: contact.name, contact_email: contact.email, contact_phone: contact.phone || null }),
    ...(event !== undefined && { event_id: event === null ? null : await eventId(db, event) }),
  };
}

async function eventId(db: Db, event: string): Promise<string> {
  const known = await db
    .selectFrom("events")
    .select("id")
    .where(isId(event) ? "id" : "slug", "=", event)
    .where("status", "<>", "draft")
    .executeTakeFirst();
  if (!known) throw investorRefusals.unknownEvent({ event });
  return known.id;
}
