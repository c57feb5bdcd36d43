import { sql } from "kysely";
import { takesSeat } from "../../src/features/exchange/day-pass.ts";
import { quotaSubject } from "../../src/features/exchange/quota-subject.ts";
import { seatsOpened } from "../../src/features/exchange/seats-opened.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { monthOf } from "../../src/platform/time/day.ts";
import { isHoliday } from "../../src/platform/time/holidays.ts";
import type { House, Network, Participant, Version } from "./network.ts";
import type { PlannedPass } from "./plan-passes.ts";

/** A counter a pass is counted on. */
export interface Counter {
  quotaId: string;
  subjectId: string;
  month: string;
  allowed: number;
}

/** A planned pass that has found its place: nothing stands in its way. */
export interface PlacedPass extends PlannedPass {
  house: House;
  participant: Participant & { homeId: string };
  agreement: Version;
  priceOre: number;
  counters: Counter[];
  isActive: boolean;
}

/** Seats, days and quotas already taken, and those taken while placing. */
export type Board = Awaited<ReturnType<typeof readBoard>>;

/** Reads what the database holds already about the hosts, days and people of the planned passes. */
export async function readBoard(tx: Tx, network: Network, planned: Pick<PlannedPass, "host" | "day">[]) {
  const wanted = new Map<string, { spaceId: string; day: string }>();
  for (const { host, day } of planned) {
    const spaceId = network.houses.get(host)?.id;
    if (spaceId) wanted.set(`${spaceId} ${day}`, { spaceId, day });
  }
  const pairs = [...wanted.values()];
  const firstDay = pairs.map(({ day }) => day).sort()[0] ?? "9999-12-31";
  const { rows: days } = await sql<{ space_id: string; day: string; capacity: number; taken: number }>`
    select k.space_id, k.day, coalesce(g.capacity, ${sql.raw(seatsOpened("k.space_id", "k.day", "k.is_holiday"))}, 0) as capacity, coalesce(g.taken, 0) as taken
    from unnest(${pairs.map(({ spaceId }) => spaceId)}::uuid[], ${pairs.map(({ day }) => day)}::date[], ${pairs.map(({ day }) => isHoliday(day))}::boolean[])
      k(space_id, day, is_holiday)
    left join guest_days g on g.space_id = k.space_id and g.day = k.day`.execute(tx);
  const passes = await tx.selectFrom("day_passes").select(["person_id", "space_id", "day"]).where("day", ">=", firstDay).execute();
  const personDays = await tx.selectFrom("person_days").select(["person_id", "day"]).where("day", ">=", firstDay).execute();
  const uses = await tx
    .selectFrom("quota_uses")
    .select(["subject_id", "quota_id", "month", "allowed", "used"])
    .where("month", ">=", monthOf(firstDay))
    .execute();
  return {
    seats: new Map(days.map(({ space_id, day, capacity, taken }) => [`${space_id} ${day}`, { capacity, taken }])),
    /** Who has had a pass at a host for a day, in whatever state: it is not given again. */
    known: new Set(passes.map(({ person_id, space_id, day }) => `${person_id} ${space_id} ${day}`)),
    personDays: new Set(personDays.map(({ person_id, day }) => `${person_id} ${day}`)),
    uses: new Map(uses.map(({ subject_id, quota_id, month, allowed, used }) => [`${subject_id} ${month} ${quota_id}`, { allowed, used }])),
  };
}

/** Places a pass on the board, by the rules a claim is judged by. Undefined when one of them stands in its way. */
export function place(pass: PlannedPass, network: Network, board: Board): PlacedPass | undefined {
  const house = network.houses.get(pass.host);
  const participant = network.people.get(pass.person);
  const agreement = house && network.agreementOn(pass.day, house.id);
  const seats = house && board.seats.get(`${house.id} ${pass.day}`);
  if (!house || !agreement || !seats || !participant || !mayTakePart(participant, house, network, pass.day)) return undefined;
  const { id: personId } = participant;
  if (board.known.has(`${personId} ${house.id} ${pass.day}`)) return undefined;

  const isActive = holdsSeat(pass);
  const waitsForSeat = pass.waitsFor === "seat";
  const counters =
    pass.overQuota || waitsForSeat ? [] : countersOf(agreement, { personId, companyId: participant.companyId, house, day: pass.day });
  if (isActive) {
    if (seats.taken >= seats.capacity || board.personDays.has(`${personId} ${pass.day}`)) return undefined;
    if (counters.some((counter) => usedOn(board, counter) >= counter.allowed)) return undefined;
    for (const counter of counters) board.uses.set(keyOf(counter), { allowed: counter.allowed, used: usedOn(board, counter) + 1 });
    seats.taken += 1;
    board.personDays.add(`${personId} ${pass.day}`);
  }
  if (waitsForSeat && seats.taken < seats.capacity) return undefined;
  board.known.add(`${personId} ${house.id} ${pass.day}`);
  const priceOre = pass.overQuota ? (agreement.terms.priceAfterQuotaOre ?? 0) : 0;
  return { ...pass, house, participant, agreement, priceOre, counters, isActive };
}

/** Whether a pass counts as taken: it holds a seat, or held one until its day was over. */
function holdsSeat({ state, waitsFor }: PlannedPass): boolean {
  return takesSeat(state, waitsFor) || state === "completed" || state === "no_show";
}

function mayTakePart(participant: Participant, house: House, network: Network, day: string): participant is PlacedPass["participant"] {
  const { id, homeId, companyId, isOut } = participant;
  return homeId !== undefined && !isOut && homeId !== house.organizationId && network.isMember(homeId, companyId ?? id, day);
}

function countersOf(
  agreement: Version,
  { personId, companyId, house, day }: { personId: string; companyId: string | null; house: House; day: string },
): Counter[] {
  return agreement.quotas.flatMap(({ id, dimension, daysPerMonth }) => {
    const subjectId = quotaSubject(dimension, { personId, companyId, spaceId: house.id });
    return subjectId ? [{ quotaId: id, subjectId, month: monthOf(day), allowed: daysPerMonth }] : [];
  });
}

function usedOn(board: Board, counter: Counter): number {
  return board.uses.get(keyOf(counter))?.used ?? 0;
}

function keyOf({ subjectId, month, quotaId }: Counter): string {
  return `${subjectId} ${month} ${quotaId}`;
}
