import type { Actor } from "../../platform/access/actor.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { dayIn } from "../../platform/time/day.ts";
import { isStale } from "../organizations/index.ts";
import { holidaysFrom } from "./holiday-names.ts";
import { closesAfter, isOpenAt, openingOn, opensAfter } from "./opening.ts";
import { largePixels, photoAddress, smallPixels } from "./photo.ts";
import { mayManageSpace, mayReceiveGuests } from "./policy.ts";
import type { hostDuties, lastChange, photosOf, SpaceFacts } from "./queries.ts";
import { daysOfRange, type SpaceRow } from "./space.ts";

type PhotoRow = Awaited<ReturnType<typeof photosOf>>[number];

/** A space as everyone may see it. The arrival text is not among it. */
export function presentSpace(
  { space, organization, municipality, opening, rules, photos }: SpaceFacts,
  actor: Actor,
  now: Temporal.Instant,
) {
  const today = dayIn(now, space.time_zone);
  const { from, until } = daysOfRange(space.during);
  return {
    id: space.id,
    slug: space.slug,
    name: space.name,
    organization: organization ?? { id: space.organization_id, slug: "", name: "" },
    address: space.address,
    postcode: space.postcode,
    town: space.town,
    municipality: { number: space.municipality_number, name: municipality, recordedOn: space.municipality_recorded_on },
    latitude: space.latitude,
    longitude: space.longitude,
    timeZone: space.time_zone,
    desks: space.desks,
    descriptions: space.descriptions,
    guestWelcome: space.guest_welcome,
    amenities: space.amenities,
    themes: space.themes,
    openOnHolidays: space.open_on_holidays,
    openingHours: opening.hours,
    openingExceptions: opening.exceptions,
    holidays: holidaysFrom(today, 365),
    today: {
      ...openingOn(opening, today),
      isOpen: isOpenAt(opening, now),
      closesAt: closesAfter(opening, now)?.toString() ?? null,
      opensAt: opensAfter(opening, now)?.toString() ?? null,
    },
    houseRules: rules ? { version: rules.version, texts: rules.texts, publishedAt: rules.published_at.toString() } : null,
    photos: photos.map((photo) => presentPhoto(space.id, photo)),
    contact: {
      email: space.contact_email,
      phone: space.contact_phone,
      confirmedOn: space.contact_confirmed_on,
      isStale: isStale(space.contact_confirmed_on, today),
    },
    openedOn: from,
    closedFrom: until,
    version: space.version,
    abilities: { edit: mayManageSpace(actor, space), receiveGuests: mayReceiveGuests(actor, space) },
  };
}

/** What only the house sees. */
export function presentSettings(
  space: SpaceRow,
  duties: Awaited<ReturnType<typeof hostDuties>>,
  change: Awaited<ReturnType<typeof lastChange>>,
) {
  return {
    arrival: space.arrival,
    hostDuties: duties,
    version: space.version,
    lastChange: change ? { by: change.by, at: change.at.toString() } : null,
  };
}

/** A photo with the addresses of its two sizes, which never change what they show. */
export function presentPhoto(spaceId: string, { id, width, height, texts }: Omit<PhotoRow, "file_key">) {
  return { id, width, height, texts, large: photoAddress(spaceId, id, largePixels), small: photoAddress(spaceId, id, smallPixels) };
}

/** A version of the house rules. */
export function presentHouseRules(
  row: { version: number; texts: Texts; published_at: Temporal.Instant },
  consentedAt: Temporal.Instant | undefined,
) {
  return { version: row.version, texts: row.texts, publishedAt: row.published_at.toString(), consentedAt: consentedAt?.toString() ?? null };
}
