import { sql } from "kysely";
import { asRange, withBuffers } from "../../src/features/bookings/booking.ts";
import type { HireState } from "../../src/features/hires/hire.ts";
import { extraLine, type Line, priced, roomLine } from "../../src/features/hires/price.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt, earlier, timeZone } from "./calendar.ts";
import { resolveDay, resolveMoment } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";
import { type Bookable, readBookables } from "./read-bookables.ts";

type Planned = Demo["hires"]["hires"][number];
type Offer = Demo["hires"]["offers"][number];

// nobody has asked the register about houses that are made up
const seller = { isVatRegistered: null, lettingHasVat: false };
const daysToTry = 30;
const quoteDays = 6;
const way: HireState[] = ["unproven", "asked", "quoted", "accepted"];

/** What the hub lets to others than its members, and three requests: one new, one quoted, one agreed. */
export async function insertHires(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const calendar = calendarAt(now);
  const bookables = await readBookables(tx, demo, calendar.today.toString());
  for (const offer of demo.hires.offers) {
    const house = network.houses.get(offer.space);
    if (!house) continue;
    const by = { added_at: now.subtract({ hours: 24 * 90 }), added_by: house.hostId };
    const rooms = offer.rooms.flatMap((name) => bookables.get(`${offer.space} ${name}`) ?? []);
    await insertAll(
      tx,
      "hire_rooms",
      rooms.map(({ id }) => ({ space_id: house.id, resource_id: id, ...by })),
    );
    await insertAll(tx, "hire_terms", [
      {
        space_id: house.id,
        version: 1,
        texts: JSON.stringify(offer.terms),
        free_days: offer.freeDays,
        fee_percent: offer.feePercent,
        letting_has_vat: false,
        published_at: by.added_at,
        published_by: house.hostId,
      },
    ]);
    const extras = offer.extras.map((extra) => ({ ...extra, id: newId() }));
    await insertAll(
      tx,
      "hire_extras",
      extras.map(({ id, names, unit, kroner, vatPercent }) => ({
        id,
        space_id: house.id,
        names: JSON.stringify(names),
        unit,
        price_ore: kroner * 100,
        vat_percent: vatPercent,
        ...by,
      })),
    );
    for (const planned of demo.hires.hires.filter(({ space }) => space === offer.space)) {
      const bookable = bookables.get(`${planned.space} ${planned.room}`);
      const time = bookable && (await firstFree(tx, bookable, planned, now));
      if (time) await insertHire(tx, { planned, bookable, time, extras, hostId: house.hostId }, now);
    }
  }
}

type Time = { from: Temporal.Instant; until: Temporal.Instant };
type Placed = {
  planned: Planned;
  bookable: Bookable;
  time: Time;
  extras: (Offer["extras"][number] & { id: string })[];
  hostId: string | null;
};

async function insertHire(tx: Tx, { planned, bookable, time, extras, hostId }: Placed, now: Temporal.Instant): Promise<void> {
  const askedAt = earlier(resolveMoment(planned.askedAt, calendarAt(now), now, timeZone), now);
  const history = way
    .slice(0, way.indexOf(planned.state) + 1)
    .map((state, index) => ({ state, at: earlier(askedAt.add({ hours: index * 5 }), now) }));
  const last = history.at(-1)?.at ?? askedAt;
  const id = newId(askedAt.epochMilliseconds);
  const key = { space_id: bookable.spaceId, hire_id: id };
  const isQuoted = planned.state !== "asked";
  const quotedUntil = last.add({ hours: 24 * quoteDays });
  const bookingId = isQuoted ? newId() : null;
  await insertAll(tx, "hires", [
    {
      space_id: bookable.spaceId,
      id,
      state: planned.state,
      state_since: last,
      starts_at: time.from,
      ends_at: time.until,
      people: planned.people,
      set_up: planned.setUp,
      purpose: planned.purpose,
      note: planned.note ?? null,
      contact_name: planned.contactName,
      email: planned.email,
      locale: "nb",
      organization_name: planned.organizationName,
      asked_terms: 1,
      accepted_terms: planned.state === "accepted" ? 1 : null,
      quoted_until: isQuoted ? quotedUntil : null,
      quoted_by: isQuoted ? hostId : null,
      created_at: askedAt,
      version: history.length,
    },
  ]);
  const wishes = planned.wishes.flatMap(({ extra, quantity }) => {
    const found = extras.find(({ names }) => names.nb === extra);
    return found ? [{ found, quantity }] : [];
  });
  await insertAll(
    tx,
    "hire_wishes",
    wishes.map(({ found, quantity }) => ({ ...key, extra_id: found.id, quantity })),
  );
  await insertAll(
    tx,
    "hire_changes",
    history.map(({ state, at }) => ({
      ...key,
      id: newId(at.epochMilliseconds),
      to_state: state,
      changed_at: at,
      changed_by: state === "quoted" ? hostId : null,
    })),
  );
  if (bookingId) await insertTime(tx, { planned, bookable, time, bookingId, hostId, at: last, quotedUntil });
  await insertAll(tx, "hire_times", [{ ...key, resource_id: bookable.id, booking_id: bookingId }]);
  if (!isQuoted) return;
  const minutes = time.from.until(time.until).total("minutes");
  const lines: Line[] = [
    roomLine({ name: planned.room, kind: bookable.kind, prices: bookable.prices }, minutes, seller),
    ...wishes.map(({ found, quantity }) =>
      extraLine({ name: found.names.nb, priceOre: found.kroner * 100, vatPercent: found.vatPercent }, quantity, seller),
    ),
  ];
  await insertAll(
    tx,
    "hire_lines",
    priced(lines, 0).map(({ unitOre, amountOre, vatPercent, ...line }, index) => ({
      ...key,
      ...line,
      number: index + 1,
      unit_ore: unitOre,
      amount_ore: amountOre,
      vat_percent: vatPercent,
    })),
  );
}

type Held = Pick<Placed, "planned" | "bookable" | "time" | "hostId"> & {
  bookingId: string;
  at: Temporal.Instant;
  quotedUntil: Temporal.Instant;
};

async function insertTime(tx: Tx, { planned, bookable, time, hostId, bookingId, at, quotedUntil }: Held): Promise<void> {
  const isHeld = planned.state === "quoted";
  await insertAll(tx, "bookings", [
    {
      space_id: bookable.spaceId,
      id: bookingId,
      resource_id: bookable.id,
      kind: "hire",
      state: isHeld ? "held" : "confirmed",
      booked_by: hostId,
      title: planned.purpose,
      people: planned.people,
      starts_at: time.from,
      ends_at: time.until,
      held_until: isHeld ? quotedUntil : null,
      audience: "everyone",
      created_at: at,
    },
  ]);
  const during = asRange(withBuffers(time, bookable));
  await insertAll(
    tx,
    "booked_resources",
    bookable.family.flatMap(({ id, places }) =>
      Array.from({ length: places }, (_, index) => ({
        space_id: bookable.spaceId,
        booking_id: bookingId,
        resource_id: id,
        place: index + 1,
        during,
      })),
    ),
  );
  await insertAll(tx, "booking_changes", [
    {
      space_id: bookable.spaceId,
      id: newId(),
      booking_id: bookingId,
      kind: isHeld ? "held" : "booked",
      changed_at: at,
      changed_by: hostId,
    },
  ]);
}

async function firstFree(tx: Tx, bookable: Bookable, planned: Planned, now: Temporal.Instant): Promise<Time | undefined> {
  const first = resolveDay(planned.day, calendarAt(now));
  const [opens = "", closes = ""] = planned.hours.split("-");
  const times = Array.from({ length: daysToTry }, (_, ahead) => {
    const day = first.add({ days: ahead });
    const at = (time: string) => day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
    return { from: at(opens), until: at(closes) };
  });
  const { rows } = await sql<{ place: number }>`
    select w.place::integer as place from unnest(${times.map((time) => asRange(withBuffers(time, bookable)))}::tstzrange[]) with ordinality w(during, place)
    where not exists (select from booked_resources t where t.space_id = ${bookable.spaceId} and t.resource_id = any(${bookable.family.map(({ id }) => id)}::uuid[])
      and t.during && w.during)
    order by w.place limit 1`.execute(tx);
  return times[(rows[0]?.place ?? 0) - 1];
}
