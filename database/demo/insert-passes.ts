import { newPassCode } from "../../src/features/exchange/day-pass.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import type { Board, PlacedPass } from "./board.ts";
import { earlier } from "./calendar.ts";
import { insertMany } from "./insert-all.ts";
import { insertLedger } from "./insert-ledger.ts";
import type { Network } from "./network.ts";

/** A placed pass with its id. */
export type StoredPass = PlacedPass & { id: string };

/**
 * Writes placed passes and all that follows from them: seats taken, days of people, quotas used, endings, offers, scans, duties,
 * consents to house rules and the ledger. Counters grow by what is new, so that it can be done again for later days.
 */
export async function insertPasses(tx: Tx, network: Network, board: Board, placed: PlacedPass[], now: Temporal.Instant): Promise<void> {
  const passes = placed.map((pass): StoredPass => ({ ...pass, id: newId(pass.claimedAt.epochMilliseconds) }));
  await countSeats(tx, board, passes);
  await countQuotas(tx, passes);
  await insertMany(
    tx,
    "day_passes",
    passes.map((pass) => ({
      space_id: pass.house.id,
      id: pass.id,
      day: pass.day,
      person_id: pass.participant.id,
      home_id: pass.participant.homeId,
      company_id: pass.participant.companyId,
      network_id: network.id,
      agreement_id: pass.agreement.agreementId,
      agreement_version: pass.agreement.version,
      state: pass.state,
      waits_for: pass.waitsFor,
      code: pass.code ?? newPassCode(),
      holder_name: pass.participant.holderName,
      message: pass.message,
      price_ore: pass.priceOre,
      rules_version: rulesAt(pass),
      quota_ids: pass.counters.map(({ quotaId }) => quotaId),
      quota_subject_ids: pass.counters.map(({ subjectId }) => subjectId),
      claimed_at: pass.claimedAt,
      held_at: pass.heldAt,
      checked_in_at: pass.checkedInAt,
    })),
  );
  await insertMany(
    tx,
    "person_days",
    passes.flatMap(({ isActive, participant, day, house, id }) =>
      isActive ? [{ person_id: participant.id, day, space_id: house.id, pass_id: id }] : [],
    ),
  );
  await insertWhatHappened(tx, network, passes, now);
  await insertConsents(tx, passes);
  await insertLedger(tx, network, passes);
}

async function insertWhatHappened(tx: Tx, network: Network, passes: StoredPass[], now: Temporal.Instant): Promise<void> {
  const person = (email: string | null) => network.people.get(email ?? "")?.id ?? null;
  await insertMany(
    tx,
    "day_pass_endings",
    passes.flatMap(({ ending, house, id }) =>
      ending
        ? [
            {
              space_id: house.id,
              pass_id: id,
              kind: ending.kind,
              ended_at: ending.endedAt,
              ended_by: person(ending.by),
              reason: ending.reason,
            },
          ]
        : [],
    ),
  );
  await insertMany(
    tx,
    "offers",
    passes.flatMap(({ offer, house, id }) =>
      offer ? [{ space_id: house.id, pass_id: id, offered_at: offer.offeredAt, expires_at: offer.expiresAt }] : [],
    ),
  );
  await insertMany(
    tx,
    "scans",
    passes.flatMap(({ scans, house, id }) =>
      scans.map(({ scannedAt, device, by, counted }) => ({
        space_id: house.id,
        nonce: newId(scannedAt.epochMilliseconds),
        pass_id: id,
        kind: "check_in",
        counted,
        scanned_at: scannedAt,
        received_at: scannedAt,
        device,
        scanned_by: person(by) ?? house.hostId,
      })),
    ),
  );
  await insertMany(
    tx,
    "duties_done",
    passes.flatMap(({ dutiesDone, house, id, checkedInAt }) =>
      dutiesDone.flatMap((index) => {
        const duty_id = house.dutyIds[index];
        const done_at = earlier((checkedInAt ?? now).add({ minutes: 3 + 4 * index }), now);
        return duty_id ? [{ space_id: house.id, pass_id: id, duty_id, done_at, done_by: house.hostId }] : [];
      }),
    ),
  );
}

async function countSeats(tx: Tx, board: Board, passes: StoredPass[]): Promise<void> {
  const days = [...Map.groupBy(passes, ({ house, day }) => `${house.id} ${day}`)].flatMap(([key, [first, ...others]]) =>
    first
      ? [
          {
            space_id: first.house.id,
            day: first.day,
            capacity: board.seats.get(key)?.capacity ?? 0,
            taken: [first, ...others].filter(({ isActive }) => isActive).length,
          },
        ]
      : [],
  );
  if (days.length === 0) return;
  await tx
    .insertInto("guest_days")
    .values(days)
    .onConflict((conflict) =>
      conflict.columns(["space_id", "day"]).doUpdateSet((row) => ({ taken: row("guest_days.taken", "+", row.ref("excluded.taken")) })),
    )
    .execute();
}

async function countQuotas(tx: Tx, passes: StoredPass[]): Promise<void> {
  const counted = passes.flatMap(({ isActive, counters }) => (isActive ? counters : []));
  const uses = [...Map.groupBy(counted, ({ subjectId, month, quotaId }) => `${subjectId} ${month} ${quotaId}`).values()].flatMap(
    ([first, ...others]) =>
      first
        ? [{ subject_id: first.subjectId, month: first.month, quota_id: first.quotaId, allowed: first.allowed, used: others.length + 1 }]
        : [],
  );
  if (uses.length === 0) return;
  await tx
    .insertInto("quota_uses")
    .values(uses)
    .onConflict((conflict) =>
      conflict
        .columns(["subject_id", "month", "quota_id"])
        .doUpdateSet((row) => ({ used: row("quota_uses.used", "+", row.ref("excluded.used")) })),
    )
    .execute();
}

/** Whoever claims a seat has said yes to the rules of the house; the first yes to a version stands. */
async function insertConsents(tx: Tx, passes: StoredPass[]): Promise<void> {
  const firsts = [
    ...Map.groupBy(
      passes.toSorted((one, other) => Temporal.Instant.compare(one.claimedAt, other.claimedAt)),
      (pass) => (rulesAt(pass) === null ? "" : `${pass.house.id} ${pass.participant.id}`),
    ),
  ].flatMap(([key, [first]]) => (key && first ? [first] : []));
  if (firsts.length === 0) return;
  await tx
    .insertInto("house_rule_consents")
    .values(
      firsts.map((pass) => ({
        space_id: pass.house.id,
        person_id: pass.participant.id,
        rules_version: rulesAt(pass) ?? 0,
        consented_at: pass.claimedAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(["space_id", "person_id", "rules_version"]).doNothing())
    .execute();
}

/** The version said yes to; null when it was published later: only the version in force is in the files. */
function rulesAt({ house, claimedAt }: StoredPass): number | null {
  return house.rules && Temporal.Instant.compare(house.rules.publishedAt, claimedAt) <= 0 ? house.rules.version : null;
}
