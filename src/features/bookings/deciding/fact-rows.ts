import type { Texts } from "../../../platform/database/schema.ts";
import type { Booker, Opening, Price, ResourceKind } from "../../spaces/index.ts";
import type { BookingKind, BookingState } from "../booking.ts";
import type { BookingFacts, ResourceFacts, Taken } from "./facts.ts";

export type BookingRow = {
  id: string;
  space_id: string;
  resource_id: string;
  kind: BookingKind;
  state: BookingState;
  person_id: string | null;
  organization_id: string | null;
  title: string | null;
  people: number | null;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  held_until: Temporal.Instant | null;
  created_at: Temporal.Instant;
  checked_in_at: Temporal.Instant | null;
  version: number;
  audience: Booker;
  price_ore: number;
  used_at: Temporal.Instant | null;
  places: number[];
};

export function bookingOf(row: BookingRow): BookingFacts {
  return {
    id: row.id,
    spaceId: row.space_id,
    resourceId: row.resource_id,
    kind: row.kind,
    state: row.state,
    personId: row.person_id,
    organizationId: row.organization_id,
    title: row.title,
    people: row.people,
    from: row.starts_at,
    until: row.ends_at,
    heldUntil: row.held_until,
    createdAt: row.created_at,
    checkedInAt: row.checked_in_at,
    version: row.version,
    audience: row.audience,
    priceOre: row.price_ore,
    usedAt: row.used_at,
    places: row.places,
  };
}

/** A hold whose ten minutes are over: it may give way, with what it holds of allowances. */
export type LapsedRow = { space_id: string; id: string };

export type HouseRow = {
  space_id: string;
  organization_id: string;
  vat_registered: boolean | null;
  time_zone: string;
  open_on_holidays: boolean;
  space_from: string | null;
  space_until: string | null;
  hours: Opening["hours"];
  exceptions: Opening["exceptions"];
};

/** A house as far as booking its resources goes: who runs it and when it is open. */
export type HouseFacts = Pick<ResourceFacts, "hostId" | "isVatRegistered" | "opening">;

export function houseOf(row: HouseRow): HouseFacts {
  return {
    hostId: row.organization_id,
    isVatRegistered: row.vat_registered,
    opening: {
      timeZone: row.time_zone,
      hours: row.hours,
      exceptions: row.exceptions,
      isOpenOnHolidays: row.open_on_holidays,
      from: row.space_from,
      until: row.space_until,
    },
  };
}

export type ResourceRow = {
  id: string;
  space_id: string;
  kind: ResourceKind;
  capacity: number;
  version: number;
  places: number;
  step_minutes: number;
  shortest_minutes: number;
  longest_minutes: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  notice_minutes: number;
  horizon_days: number;
  cancel_by_minutes: number;
  weekly_minutes: number | null;
  needs_approval: boolean;
  booked_by: Booker;
  needs_check_in: boolean;
  opens_with_house: boolean;
  in_use_from: string | null;
  in_use_until: string | null;
  certification_level: number | null;
  certification_names: Texts | null;
  prices: Price[];
  family: { id: string; places: number }[];
};

/** The resources, each with its house. */
export function resourcesOf(rows: readonly ResourceRow[], houses: ReadonlyMap<string, HouseFacts>): Map<string, ResourceFacts> {
  return new Map(
    rows.flatMap((row): [string, ResourceFacts][] => {
      const house = houses.get(row.space_id);
      return house ? [[row.id, resourceOf(row, house)]] : [];
    }),
  );
}

function resourceOf(row: ResourceRow, house: HouseFacts): ResourceFacts {
  const { certification_names: names, certification_level: level } = row;
  return {
    id: row.id,
    spaceId: row.space_id,
    hostId: house.hostId,
    kind: row.kind,
    isVatRegistered: house.isVatRegistered,
    version: row.version,
    places: row.places,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    cancelByMinutes: row.cancel_by_minutes,
    needsApproval: row.needs_approval,
    needsCheckIn: row.needs_check_in,
    rules: {
      capacity: row.capacity,
      stepMinutes: row.step_minutes,
      shortestMinutes: row.shortest_minutes,
      longestMinutes: row.longest_minutes,
      noticeMinutes: row.notice_minutes,
      horizonDays: row.horizon_days,
      weeklyMinutes: row.weekly_minutes,
      bookedBy: row.booked_by,
      opensWithHouse: row.opens_with_house,
      inUse: { from: row.in_use_from, until: row.in_use_until },
      certification: names && level !== null ? { names, level } : null,
    },
    opening: house.opening,
    prices: row.prices,
    family: row.family,
  };
}

export type StandingRow = {
  person_id: string | null;
  resource_id: string;
  starts_at: Temporal.Instant;
  booker: Booker;
  certificate_level: number;
};

export type WeekRow = { person_id: string; resource_id: string; week_from: Temporal.Instant; minutes: number };

export type TakenRow = {
  booking_id: string;
  resource_id: string;
  place: number;
  from_at: Temporal.Instant;
  until_at: Temporal.Instant;
  held_until: Temporal.Instant | null;
};

export function takenOf(row: TakenRow): Taken {
  return {
    bookingId: row.booking_id,
    resourceId: row.resource_id,
    place: row.place,
    from: row.from_at,
    until: row.until_at,
    heldUntil: row.held_until,
  };
}
