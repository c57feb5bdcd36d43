import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { addDays, dayIn } from "../../../platform/time/day.ts";
import { findNetwork } from "../ledger/queries.ts";
import { mayCoordinate } from "../policy.ts";
import { firstWording, type Wording } from "./draft.ts";
import { inForceOn, versionsOf } from "./queries.ts";
import { agreementRefusals } from "./refusals.ts";

/** Begins a new version as a copy of the latest; a draft there is already is answered instead. @returns its number */
export async function draftVersion({ db, now }: Installation, actor: Actor, idOrSlug: string): Promise<number> {
  const network = found(await findNetwork(db, idOrSlug));
  authorize(actor, mayCoordinate(actor, network.id));
  return await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`agreement ${network.id}`}, 0))`.execute(tx);
    const agreementId = await agreementFor(tx, network.id, now());
    const versions = await versionsOf(tx, agreementId);
    const draft = versions.find(({ published_at }) => published_at === null);
    if (draft) return draft.version;
    const latest = versions[0];
    const version = (latest?.version ?? 0) + 1;
    const { texts, terms, quotas } = latest ?? firstWording;
    await tx
      .insertInto("agreement_versions")
      .values({
        agreement_id: agreementId,
        version,
        valid_from: freeDay(
          versions.map(({ valid_from }) => valid_from),
          dayIn(now(), "Europe/Oslo"),
        ),
        texts: JSON.stringify(texts),
        terms: JSON.stringify(terms),
        drafted_at: now(),
      })
      .execute();
    await writeQuotas(tx, agreementId, version, quotas);
    const subject = { kind: "agreement", id: agreementId };
    await audit(tx, { actor, at: now(), action: "agreement.draft", subject, organizationId: network.id, details: { version } });
    return version;
  });
}

/** Changes a draft. @throws Refusal when it has been published, or somebody else saved first */
export async function changeDraft(
  { db, now }: Installation,
  actor: Actor,
  { network: idOrSlug, version, expected }: { network: string; version: number; expected: number | undefined },
  wording: Wording,
): Promise<void> {
  const network = found(await findNetwork(db, idOrSlug));
  authorize(actor, mayCoordinate(actor, network.id));
  await db.transaction().execute(async (tx) => {
    const draft = await lockVersion(tx, network.agreement_id, version);
    if (draft.published_at !== null) throw agreementRefusals.published();
    sameVersion(expected, { version: draft.revision });
    await tx
      .updateTable("agreement_versions")
      .set({ texts: JSON.stringify(wording.texts), terms: JSON.stringify(wording.terms), revision: draft.revision + 1 })
      .where("agreement_id", "=", draft.agreement_id)
      .where("version", "=", version)
      .execute();
    await tx.deleteFrom("quotas").where("agreement_id", "=", draft.agreement_id).where("version", "=", version).execute();
    await writeQuotas(tx, draft.agreement_id, version, wording.quotas);
    const subject = { kind: "agreement", id: draft.agreement_id };
    await audit(tx, { actor, at: now(), action: "agreement.change_draft", subject, organizationId: network.id, details: { version } });
  });
}

/**
 * Publishes a draft: from then on it never changes. From its first day it is the version claims are judged by, and only
 * spaces that have accepted it give and take days. @throws Refusal when the day is today or earlier, taken or inside a month another version counts, or a text is missing
 */
export async function publishVersion(
  { db, now }: Installation,
  actor: Actor,
  { network: idOrSlug, version, validFrom }: { network: string; version: number; validFrom: string },
): Promise<void> {
  const network = found(await findNetwork(db, idOrSlug));
  authorize(actor, mayCoordinate(actor, network.id));
  const earliest = addDays(dayIn(now(), "Europe/Oslo"), 1);
  await db.transaction().execute(async (tx) => {
    const draft = await lockVersion(tx, network.agreement_id, version);
    if (draft.published_at !== null && draft.valid_from === validFrom) return;
    if (draft.published_at !== null) throw agreementRefusals.published();
    if (validFrom < earliest) throw agreementRefusals.tooEarly({ earliest });
    const takesOver = inForceOn(await versionsOf(tx, draft.agreement_id), validFrom) !== undefined;
    // each version counts its own days: in the middle of a month everybody would begin anew
    if (takesOver && !validFrom.endsWith("-01")) throw agreementRefusals.midMonth();
    if ((["nb", "nn", "en"] as const).some((language) => !draft.texts[language])) throw agreementRefusals.textMissing();
    await tx
      .updateTable("agreement_versions")
      .set({ valid_from: validFrom, published_at: now(), published_by: actor.personId, revision: draft.revision + 1 })
      .where("agreement_id", "=", draft.agreement_id)
      .where("version", "=", version)
      .execute();
    const subject = { kind: "agreement", id: draft.agreement_id };
    const details = { version, validFrom };
    await audit(tx, { actor, at: now(), action: "agreement.publish", subject, organizationId: network.id, details });
    const spaces = await tx
      .selectFrom("agreement_acceptances as c")
      .innerJoin("spaces as s", "s.id", "c.space_id")
      .where("c.agreement_id", "=", draft.agreement_id)
      .select("s.organization_id")
      .distinct()
      .execute();
    const organizationIds = [network.id, ...spaces.map(({ organization_id }) => organization_id)];
    const payload = { agreementId: draft.agreement_id, networkId: network.id, ...details, by: actor.personId };
    await announce(tx, [{ at: now(), topic: "agreement.published", organizationIds, payload }]);
  });
}

async function agreementFor(tx: Tx, networkId: string, at: Temporal.Instant): Promise<string> {
  const known = await tx.selectFrom("agreements").select("id").where("network_id", "=", networkId).executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await tx.insertInto("agreements").values({ id, network_id: networkId, created_at: at }).execute();
  return id;
}

async function lockVersion(tx: Tx, agreementId: string | null, version: number) {
  return found(
    await tx
      .selectFrom("agreement_versions")
      .selectAll()
      .where("agreement_id", "=", agreementId ?? "00000000-0000-0000-0000-000000000000")
      .where("version", "=", version)
      .forUpdate()
      .executeTakeFirst(),
  );
}

async function writeQuotas(tx: Tx, agreementId: string, version: number, quotas: Wording["quotas"]): Promise<void> {
  if (quotas.length === 0) return;
  await tx
    .insertInto("quotas")
    .values(
      quotas.map(({ dimension, daysPerMonth }) => ({
        id: newId(),
        agreement_id: agreementId,
        version,
        dimension,
        days_per_month: daysPerMonth,
      })),
    )
    .execute();
}

/** The first of a month that no version begins on, at least a month ahead: time to read and accept. */
function freeDay(taken: string[], today: string): string {
  let day = Temporal.PlainDate.from(today).with({ day: 1 }).add({ months: 2 });
  while (taken.includes(day.toString())) day = day.add({ months: 1 });
  return day.toString();
}
