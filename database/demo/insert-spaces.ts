import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt, pastMoment } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Demo } from "./read.ts";

/** The spaces with hours, rules, duties and guest terms. Days that differ come with `insertDifferentDays`. @returns ids by slug */
export async function insertSpaces(
  tx: Tx,
  demo: Demo,
  organizations: Map<string, string>,
  now: Temporal.Instant,
): Promise<Map<string, string>> {
  const calendar = calendarAt(now);
  const ids = new Map(demo.spaces.map(({ slug }) => [slug, newId()]));
  const id = (slug: string) => ids.get(slug) ?? "";

  await insertAll(
    tx,
    "spaces",
    demo.spaces.map((one) => ({
      id: id(one.slug),
      organization_id: organizations.get(one.organization) ?? "",
      slug: one.slug,
      name: one.name,
      address: one.address,
      town: one.town,
      municipality_number: one.municipalityNumber,
      municipality_recorded_on: calendar.today.toString(),
      latitude: one.latitude,
      longitude: one.longitude,
      desks: one.desks,
      descriptions: JSON.stringify(one.descriptions),
      guest_welcome: JSON.stringify(one.guestWelcome ?? {}),
      arrival: JSON.stringify(one.arrival ?? {}),
      amenities: one.amenities,
      themes: one.themes,
      open_on_holidays: one.openOnHolidays,
      contact_email: one.contactEmail,
      contact_confirmed_on: resolveDay(one.contactConfirmedOn, calendar).toString(),
      during: `[${one.openedOn},)`,
      created_at: now,
    })),
  );
  await insertAll(
    tx,
    "opening_hours",
    demo.spaces.flatMap(({ slug, openingHours }) =>
      openingHours.flatMap((hours, index) => {
        const [opens, closes] = hours?.split("-") ?? [];
        return opens && closes ? [{ space_id: id(slug), weekday: index + 1, opens, closes }] : [];
      }),
    ),
  );
  await insertAll(
    tx,
    "house_rules",
    demo.spaces.flatMap(({ slug, houseRules }) =>
      houseRules
        ? [
            {
              space_id: id(slug),
              version: houseRules.version,
              texts: JSON.stringify(houseRules.texts),
              published_at: pastMoment(Temporal.PlainDate.from(houseRules.publishedOn), "10:00", now),
            },
          ]
        : [],
    ),
  );
  await insertAll(
    tx,
    "host_duties",
    demo.spaces.flatMap(({ slug, hostDuties = [] }) =>
      hostDuties.map((texts, place_in_order) => ({ space_id: id(slug), id: newId(), place_in_order, texts: JSON.stringify(texts) })),
    ),
  );
  await insertAll(
    tx,
    "guest_terms",
    demo.spaces.flatMap(({ slug, guestTerms }) =>
      guestTerms ? [{ space_id: id(slug), seats_per_weekday: guestTerms.seatsPerWeekday, ask_first: guestTerms.askFirst }] : [],
    ),
  );
  return ids;
}

/** Days on which a space keeps other hours or takes no guests: counted from today. */
export async function insertDifferentDays(tx: Tx, demo: Demo, spaces: Map<string, { id: string }>, now: Temporal.Instant): Promise<void> {
  const calendar = calendarAt(now);
  const id = (slug: string) => spaces.get(slug)?.id ?? "";
  await insertAll(
    tx,
    "opening_exceptions",
    demo.spaces.flatMap(({ slug, openingExceptions }) =>
      openingExceptions.map(({ day, opens, closes, reasons }) => ({
        space_id: id(slug),
        day: resolveDay(day, calendar).toString(),
        opens,
        closes,
        reasons: JSON.stringify(reasons),
      })),
    ),
  );
  await insertAll(
    tx,
    "guest_closed_days",
    demo.spaces.flatMap(({ slug, guestTerms }) =>
      (guestTerms?.closedDays ?? []).map((day) => ({ space_id: id(slug), day: resolveDay(day, calendar).toString() })),
    ),
  );
}
