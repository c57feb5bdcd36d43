import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { addDays, dayIn } from "../../../platform/time/day.ts";
import { mayAcceptAgreement } from "../policy.ts";
import { findHost } from "../queries.ts";
import { agreementsOpenTo, comingAfter, inForceOn, versionsOf } from "./queries.ts";
import { agreementRefusals } from "./refusals.ts";

type Asked = { space: string; network?: string | undefined };

/**
 * Accepts a version for a space: the one in force, or one to come. Also takes part again after having left.
 * @throws Refusal for a draft, and for a version that another has taken over from
 */
export async function acceptVersion({ db, now }: Installation, actor: Actor, asked: Asked & { version: number }): Promise<void> {
  const space = found(await findHost(db, asked.space));
  authorize(actor, mayAcceptAgreement(actor, space.organization_id));
  const today = dayIn(now(), space.time_zone);
  const agreement = found(onlyOne(await agreementsOpenTo(db, space, today), asked.network));
  const versions = await versionsOf(db, agreement.id);
  const version = found(versions.find((one) => one.version === asked.version));
  if (version.published_at === null) throw agreementRefusals.notPublished();
  const standing = [inForceOn(versions, today), ...comingAfter(versions, today)];
  if (!standing.includes(version)) throw agreementRefusals.superseded();
  await db.transaction().execute(async (tx) => {
    const accepted = { accepted_at: now(), accepted_by: actor.personId, withdrawn_on: null };
    const written = await tx
      .insertInto("agreement_acceptances")
      .values({ agreement_id: agreement.id, version: version.version, space_id: space.id, ...accepted })
      .onConflict((conflict) =>
        conflict
          .columns(["agreement_id", "version", "space_id"])
          .doUpdateSet(accepted)
          .where("agreement_acceptances.withdrawn_on", "is not", null),
      )
      .returning("space_id")
      .executeTakeFirst();
    if (!written) return;
    const details = { version: version.version };
    const subject = { kind: "space", id: space.id };
    await audit(tx, { actor, at: now(), action: "agreement.accept", subject, organizationId: space.organization_id, details });
    const payload = { agreementId: agreement.id, networkId: agreement.network_id, spaceId: space.id, ...details };
    const organizationIds = [agreement.network_id, space.organization_id];
    await announce(tx, [{ at: now(), topic: "agreement.accepted", organizationIds, payload }]);
  });
}

/**
 * Takes a space out of the agreement from a day on, tomorrow at the earliest: it gives no new days from then, and the
 * members of its organization take none. Days already booked are honoured on both sides.
 */
export async function withdraw(
  { db, now }: Installation,
  actor: Actor,
  asked: Asked & { from: string; reason?: string | undefined },
): Promise<void> {
  const space = found(await findHost(db, asked.space));
  authorize(actor, mayAcceptAgreement(actor, space.organization_id));
  const today = dayIn(now(), space.time_zone);
  const agreement = found(onlyOne(await agreementsOpenTo(db, space, today), asked.network));
  const earliest = addDays(today, 1);
  if (asked.from < earliest) throw agreementRefusals.tooEarly({ earliest });
  await db.transaction().execute(async (tx) => {
    const left = await tx
      .updateTable("agreement_acceptances")
      .set({ withdrawn_on: asked.from })
      .where("agreement_id", "=", agreement.id)
      .where("space_id", "=", space.id)
      .where((where) => where.or([where("withdrawn_on", "is", null), where("withdrawn_on", ">", today)]))
      .returning("version")
      .execute();
    if (left.length === 0) throw agreementRefusals.notTakingPart();
    const { reason } = asked;
    const details = { from: asked.from };
    const subject = { kind: "space", id: space.id };
    await audit(tx, { actor, at: now(), action: "agreement.withdraw", subject, organizationId: space.organization_id, reason, details });
    const given = { by: actor.personId, reason: reason ?? null };
    const payload = { agreementId: agreement.id, networkId: agreement.network_id, spaceId: space.id, ...details, ...given };
    const organizationIds = [agreement.network_id, space.organization_id];
    await announce(tx, [{ at: now(), topic: "agreement.withdrawn", organizationIds, payload }]);
  });
}

/** The network named, or the only one there is. */
function onlyOne<Agreement extends { network_id: string; slug: string }>(
  agreements: Agreement[],
  network: string | undefined,
): Agreement | undefined {
  if (network === undefined) return agreements.length === 1 ? agreements[0] : undefined;
  return agreements.find(({ network_id, slug }) => network_id === network || slug === network);
}
