import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Demo } from "./read.ts";

/** The organizations with their kinds, and the places on the recruiting board that are no members yet. @returns ids by slug */
export async function insertOrganizations(tx: Tx, demo: Demo, now: Temporal.Instant): Promise<Map<string, string>> {
  const calendar = calendarAt(now);
  const today = calendar.today.toString();
  const ids = new Map([...demo.organizations, ...demo.candidates].map(({ slug }) => [slug, newId()]));
  const id = (slug: string) => ids.get(slug) ?? "";
  const places = demo.candidates.filter(({ slug }) => !demo.organizations.some((one) => one.slug === slug));
  const labels = await labelPoints(tx, today);

  await insertAll(
    tx,
    "organizations",
    demo.organizations.map((one) => {
      const house = demo.spaces.find(({ slug, organization }) => slug === one.slug && organization === one.slug);
      return {
        id: id(one.slug),
        slug: one.slug,
        name: one.name,
        organization_number: one.organizationNumber,
        legal_form: one.legalForm,
        founded_on: one.foundedOn,
        website: one.website,
        languages: one.languages,
        sectors: one.sectors,
        descriptions: JSON.stringify(one.descriptions),
        visibility: one.visibility,
        address: house?.address ?? null,
        municipality_number: one.municipalityNumber,
        municipality_recorded_on: today,
        latitude: house?.latitude ?? null,
        longitude: house?.longitude ?? null,
        contact_email: one.contactEmail,
        contact_confirmed_on: resolveDay(one.contactConfirmedOn, calendar).toString(),
        colour: one.colour ?? null,
        entered_by_network_id: null,
        created_at: now,
      };
    }),
  );
  await insertAll(
    tx,
    "register_entries",
    demo.organizations.flatMap(({ slug, name, organizationNumber, legalForm, vatRegistered }) =>
      vatRegistered === undefined || organizationNumber === null
        ? []
        : [
            {
              organization_id: id(slug),
              organization_number: organizationNumber,
              name,
              legal_form: legalForm,
              address: "null",
              status: "active",
              vat_registered: vatRegistered,
              fetched_at: now,
              source: "Demonstrasjon",
              answer: "{}",
            },
          ],
    ),
  );
  await insertAll(
    tx,
    "organizations",
    places.map((place) => ({
      id: id(place.slug),
      slug: place.slug,
      name: place.name,
      languages: ["nb"],
      visibility: "network",
      municipality_number: place.municipalityNumber,
      municipality_recorded_on: today,
      latitude: labels.get(place.municipalityNumber)?.label_lat ?? null,
      longitude: labels.get(place.municipalityNumber)?.label_lon ?? null,
      entered_by_network_id: id(demo.agreement.network),
      created_at: now,
    })),
  );
  await insertAll(
    tx,
    "area_bodies",
    demo.organizations.flatMap(({ slug, answersForCounty: county }) =>
      county === undefined ? [] : [{ organization_id: id(slug), county_number: county, set_at: now }],
    ),
  );
  await insertAll(tx, "organization_kinds", [
    ...demo.organizations.flatMap(({ slug, kinds }) => kinds.map((kind) => ({ organization_id: id(slug), kind }))),
    ...places.map(({ slug }) => ({ organization_id: id(slug), kind: "space_operator" })),
  ]);
  return ids;
}

async function labelPoints(tx: Tx, day: string) {
  const rows = await tx
    .selectFrom("municipalities")
    .select(["number", "label_lat", "label_lon"])
    .where("valid_from", "<=", day)
    .where((row) => row.or([row("valid_to", "is", null), row("valid_to", ">", day)]))
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}
