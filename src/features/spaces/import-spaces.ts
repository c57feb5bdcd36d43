import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import {
  type Cells,
  cellReader,
  differences,
  type ImportKind,
  type ImportScope,
  importKind,
  refusedFor,
  type Verdict,
} from "../../platform/imports/index.ts";
import {
  dateCell,
  emailCell,
  integerCell,
  latitudeCell,
  longitudeCell,
  phoneCell,
  postcodeCell,
  textCell,
} from "../../platform/sheets/index.ts";
import type { Day } from "../../platform/time/day.ts";
import { type MunicipalityByWord, municipalityByWord } from "../geography/index.ts";
import { freeSlug, organizationByWord, organizationsByWords, slugOf } from "../organizations/index.ts";
import { type SpaceColumn, spaceColumns, spaceReasons } from "./import-space-columns.ts";
import { findForImport, type ImportedSpace, type SpaceFields, type SpacePlan, writeSpaces } from "./import-space-writes.ts";

type SpaceRow = {
  fields: Omit<SpaceFields, "municipality_number" | "desks"> & { desks: number | null };
  municipality: string;
  organization: string | null;
  slug: string | null;
  openedOn: Day | null;
};

/** Spaces, known by slug, else by name at their organization. An empty cell leaves what is there. */
export const importSpaces: ImportKind = importKind<SpaceColumn, SpaceRow, SpacePlan>({
  name: "spaces",
  labels: { nb: "Hus", nn: "Hus", en: "Spaces" },
  columns: spaceColumns,
  reasons: spaceReasons,
  audience: "manager",
  label: ({ name, town }) => [name?.trim(), town?.trim()].filter(Boolean).join(", "),
  parse: parseSpace,
  open: openSpaces,
});

function parseSpace(cells: Cells<SpaceColumn>) {
  const { required, optional, refuse, reasons } = cellReader<SpaceColumn>(cells);
  const name = required("name", (raw) => textCell(raw, 200));
  const slug = optional("slug", (raw) => textCell(raw, 80)) ?? null;
  if (slug !== null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) refuse("not_a_slug", "slug", { value: slug });
  const municipality = required("municipality", (raw) => textCell(raw, 100));
  const latitude = required("latitude", latitudeCell);
  const longitude = required("longitude", longitudeCell);
  const desks = optional("desks", integerCell) ?? null;
  if (desks !== null && (desks < 0 || desks > 100_000)) refuse("too_many_desks", "desks");
  const texts = {
    address: optional("address", (raw) => textCell(raw, 300)) ?? null,
    postcode: optional("postcode", postcodeCell) ?? null,
    town: optional("town", (raw) => textCell(raw, 100)) ?? null,
    contact_email: optional("contactEmail", emailCell) ?? null,
    contact_phone: optional("contactPhone", phoneCell) ?? null,
  };
  const organization = optional("organization", (raw) => textCell(raw, 200)) ?? null;
  const openedOn = optional("openedOn", dateCell)?.toString() ?? null;
  if (name === null || municipality === null || latitude === null || longitude === null || reasons.length > 0) return { reasons };
  return {
    value: {
      fields: { ...texts, name: name.replaceAll("\n", " "), latitude, longitude, desks },
      municipality,
      organization,
      slug,
      openedOn,
    },
  };
}

function openSpaces(scope: ImportScope) {
  const inFile = new Map<string, number>();
  const slugsGiven = new Set<string>();
  let municipalities: MunicipalityByWord | undefined;

  return {
    async plan(db: Db, rows: { number: number; value: SpaceRow }[]): Promise<Verdict<SpacePlan>[]> {
      municipalities ??= await municipalityByWord(db, scope.today);
      const municipality = municipalities;
      const words = [...new Set(rows.flatMap(({ value }) => value.organization ?? []))];
      const organizations = await organizationsByWords(db, words, scope.within);
      const facts = await findForImport(
        db,
        rows.map(({ value }) => ({ slug: value.slug ?? slugOf(value.fields.name), name: value.fields.name })),
      );
      return rows.map(({ number, value }) => planRow({ ...facts, organizations, municipality }, number, value));
    },
    write: (tx: Db, plans: SpacePlan[]) => writeSpaces(tx, scope, plans),
  };

  function planRow(
    facts: Awaited<ReturnType<typeof findForImport>> & {
      organizations: Parameters<typeof organizationByWord>[0];
      municipality: MunicipalityByWord;
    },
    row: number,
    { fields, slug, municipality, organization, openedOn }: SpaceRow,
  ): Verdict<SpacePlan> {
    const place = facts.municipality(municipality);
    if (typeof place === "string") return refusedFor(`${place}_municipality`, "municipality", { value: municipality });
    const operator = organization === null ? scope.organizationId : organizationByWord(facts.organizations, organization);
    if (operator === "unknown" || operator === "ambiguous")
      return refusedFor(`${operator}_organization`, "organization", { value: organization ?? "" });
    const organizationId = typeof operator === "string" ? operator : operator.id;
    const key = slug ?? `${organizationId} ${fields.name.toLowerCase()}`;
    const before = inFile.get(key);
    if (before !== undefined) return refusedFor("duplicate_in_file", slug ? "slug" : "name", { row: before });

    const found = slug
      ? facts.spaces.find((space) => space.slug === slug)
      : facts.spaces.find((space) => space.organization_id === organizationId && space.name.toLowerCase() === fields.name.toLowerCase());
    if (found && found.organization_id !== organizationId) return refusedFor("slug_taken", "slug", { value: slug ?? found.slug });
    inFile.set(key, row);
    const said = { ...fields, municipality_number: place.number };
    return found ? planKnown(found, said) : planNew(facts.slugsTaken, organizationId, said, slug, openedOn);
  }

  function planKnown(found: ImportedSpace, said: SpaceRow["fields"] & { municipality_number: string }): Verdict<SpacePlan> {
    const changes = differences(found, said).map((change) => ({ ...change, column: columnOf[change.column as keyof SpaceFields] }));
    if (changes.length === 0) return { outcome: "same" };
    const fields = Object.fromEntries(
      Object.keys(columnOf).map((field) => [field, said[field as keyof SpaceFields] ?? found[field as keyof SpaceFields]]),
    ) as SpaceFields;
    return { outcome: "change", changes, plan: { kind: "change", id: found.id, organizationId: found.organization_id, fields } };
  }

  function planNew(
    slugsTaken: ReadonlySet<string>,
    organizationId: string,
    said: SpaceRow["fields"] & { municipality_number: string },
    slug: string | null,
    openedOn: Day | null,
  ): Verdict<SpacePlan> {
    const given = slug ?? freeSlug(slugOf(said.name), new Set([...slugsTaken, ...slugsGiven]));
    slugsGiven.add(given);
    const fields = { ...said, desks: said.desks ?? 0 };
    return {
      outcome: "create",
      plan: { kind: "create", id: newId(), organizationId, slug: given, fields, openedOn: openedOn ?? scope.today },
    };
  }
}

const columnOf: Record<keyof SpaceFields, SpaceColumn> = {
  name: "name",
  address: "address",
  postcode: "postcode",
  town: "town",
  municipality_number: "municipality",
  latitude: "latitude",
  longitude: "longitude",
  desks: "desks",
  contact_email: "contactEmail",
  contact_phone: "contactPhone",
};
