import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import { dayIn } from "../../platform/time/day.ts";
import { type Command, tryEach } from "../bookings/index.ts";
import { textIn } from "../spaces/index.ts";
import { isHireTime, withoutParts } from "./hire.ts";
import { extraLine, type Line, roomLine, type Seller } from "./price.ts";
import { extrasOf, houseForHire, termsOf } from "./queries.ts";
import { hireRefusals } from "./refusals.ts";
import { type RoomForHire, roomsForHire } from "./rooms-for-hire.ts";

/** What somebody wants of a house. */
export interface Wanted {
  spaceId: string;
  rooms: readonly string[];
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  people: number;
  extras: readonly { id: string; quantity: number }[];
}

/**
 * What a house could say at once to a wish: its rooms and lines by the house's prices, in the reader's language.
 * @throws Refusal hire.not_offered, hire.wrong_time, hire.too_many_people
 */
export async function estimate({ db, now }: Pick<Installation, "db" | "now">, wanted: Wanted, language: Language) {
  const interval = { from: wanted.startsAt, until: wanted.endsAt };
  if (!isHireTime(interval, now())) throw hireRefusals.wrongTime();
  const house = await houseForHire(db, wanted.spaceId);
  const [all, extras, terms] = await Promise.all([
    roomsForHire(db, { spaceId: house.id, today: dayIn(interval.from, house.time_zone) }),
    extrasOf(db, house.id),
    termsOf(db, house.id),
  ]);
  if (!terms) throw hireRefusals.notOffered();
  const chosen = all.filter(({ id, isOffered }) => isOffered && wanted.rooms.includes(id));
  if (chosen.length === 0 || chosen.length < new Set(wanted.rooms).size) throw hireRefusals.notOffered();
  const rooms = withoutParts(chosen, all);
  const capacity = rooms.reduce((sum, room) => sum + room.capacity, 0);
  if (wanted.people > capacity) throw hireRefusals.tooManyPeople({ capacity });
  const seller: Seller = { isVatRegistered: house.vat_registered, lettingHasVat: terms.letting_has_vat };
  const minutes = interval.from.until(interval.until).total("minutes");
  const wishes = wanted.extras.map(({ id, quantity }) => {
    const extra = extras.find((one) => one.id === id);
    if (!extra) throw hireRefusals.notOffered();
    return { extra, quantity };
  });
  const lines: Line[] = [
    ...rooms.map((room) => roomLine(room, minutes, seller)),
    ...wishes.map(({ extra, quantity }) => extraLine(asOffered(extra, language), quantity, seller)),
  ];
  return { house, rooms, wishes, lines, terms, seller };
}

function asOffered(extra: { names: Record<string, string>; price_ore: number; vat_percent: number }, language: Language) {
  return { name: textIn(extra.names, language)?.text ?? "", priceOre: extra.price_ore, vatPercent: extra.vat_percent };
}

/** Which of these rooms are free for the time; nothing is held. */
export async function freeAmong(
  { pipelines, now }: Pick<Installation, "pipelines" | "now">,
  spaceId: string,
  rooms: readonly Pick<RoomForHire, "id">[],
  { from, until }: { from: Temporal.Instant; until: Temporal.Instant },
): Promise<Set<string>> {
  const wishes = rooms.map(({ id }) =>
    holdOf({ spaceId, resourceId: id, startsAt: from, endsAt: until, at: now(), until: from, by: null }),
  );
  const answers = await tryEach(pipelines, wishes);
  return new Set(rooms.flatMap(({ id }, index) => (answers[index]?.kind === "done" ? [id] : [])));
}

type Hold = {
  spaceId: string;
  resourceId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  at: Temporal.Instant;
  /** Until when the time is held. */
  until: Temporal.Instant;
  by: string | null;
  people?: number;
  title?: string;
};

/** The wish for a time, as bookings are decided. */
export function holdOf({ spaceId, resourceId, startsAt, endsAt, at, until, by, people, title }: Hold): Command & { kind: "book" } {
  return {
    kind: "book",
    bookingId: newId(),
    spaceId,
    resourceId,
    as: "hire",
    personId: null,
    organizationId: null,
    startsAt,
    endsAt,
    title: title ?? null,
    note: null,
    people: people ?? null,
    isHold: true,
    heldUntil: until,
    override: null,
    seriesId: null,
    by,
    at,
  };
}
