import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import {
  type Cells,
  cellReader,
  differences,
  type ImportKind,
  type ImportScope,
  importKind,
  type Reason,
  refusedFor,
  type Verdict,
} from "../../platform/imports/index.ts";
import {
  dateCell,
  emailCell,
  latitudeCell,
  longitudeCell,
  organizationNumberCell,
  postcodeCell,
  textCell,
  vocabularyCell,
} from "../../platform/sheets/index.ts";
import { type MunicipalityByWord, municipalityByWord } from "../geography/index.ts";
import { kindWords, type OrganizationColumn, organizationColumns, organizationReasons } from "./import-organization-columns.ts";
import {
  findForImport,
  type ImportedOrganization,
  type OrganizationFields,
  type OrganizationPlan,
  writeOrganizations,
} from "./import-organization-writes.ts";
import { type OrganizationKind, organizationKinds } from "./organization.ts";
import { freeSlug, slugOf } from "./slug.ts";

type OrganizationRow = {
  fields: Omit<OrganizationFields, "municipality_number">;
  municipality: string | null;
  slug: string | null;
  kinds: OrganizationKind[];
};

/**
 * Organizations, known by organization number, else slug, else name. An empty cell leaves what is there. Those that others keep
 * are left alone: a network changes the ones it entered, until somebody manages them.
 */
export const importOrganizations: ImportKind = importKind<OrganizationColumn, OrganizationRow, OrganizationPlan>({
  name: "organizations",
  labels: { nb: "Organisasjoner", nn: "Organisasjonar", en: "Organizations" },
  columns: organizationColumns,
  reasons: organizationReasons,
  audience: "coordinator",
  label: ({ name, organizationNumber }) => [name?.trim(), organizationNumber?.trim()].filter(Boolean).join(", "),
  parse: parseOrganization,
  open: openOrganizations,
});

const readKind = vocabularyCell(organizationKinds.map((key) => ({ key, labels: kindWords[key] })));

function parseOrganization(cells: Cells<OrganizationColumn>): { value: OrganizationRow } | { reasons: Reason[] } {
  const { required, optional, refuse, reasons } = cellReader<OrganizationColumn>(cells);
  const name = required("name", (raw) => textCell(raw, 200));
  const slug = optional("slug", (raw) => textCell(raw, 80)) ?? null;
  if (slug !== null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) refuse("not_a_slug", "slug", { value: slug });
  const website = optional("website", (raw) => textCell(raw, 300)) ?? null;
  if (website !== null && !URL.canParse(websiteOf(website))) refuse("not_a_website", "website", { value: website.slice(0, 60) });
  const latitude = optional("latitude", latitudeCell) ?? null;
  const longitude = optional("longitude", longitudeCell) ?? null;
  if ((latitude === null) !== (longitude === null) && reasons.length === 0) refuse("coordinates_incomplete", "latitude");
  const kinds: OrganizationKind[] = [];
  for (const word of (cells.kinds ?? "").split(/[,;/]/).filter((part) => part.trim() !== "")) {
    const kind = readKind(word);
    if (kind.ok) kinds.push(kind.value);
    else refuse("not_in_vocabulary", "kinds", { value: word.trim().slice(0, 60) });
  }
  const fields = {
    name: name?.replaceAll("\n", " ") ?? "",
    organization_number: optional("organizationNumber", organizationNumberCell) ?? null,
    website: website === null ? null : websiteOf(website),
    address: optional("address", (raw) => textCell(raw, 300)) ?? null,
    postcode: optional("postcode", postcodeCell) ?? null,
    latitude,
    longitude,
    contact_email: optional("contactEmail", emailCell) ?? null,
    founded_on: optional("foundedOn", dateCell)?.toString() ?? null,
  };
  const municipality = optional("municipality", (raw) => textCell(raw, 100)) ?? null;
  return reasons.length > 0 ? { reasons } : { value: { fields, municipality, slug, kinds } };
}

function websiteOf(text: string): string {
  return /^https?:\/\//i.test(text) ? text : `https://${text}`;
}

function openOrganizations(scope: ImportScope) {
  const inFile = new Map<string, number>();
  const slugsGiven = new Set<string>();
  let municipalities: MunicipalityByWord | undefined;

  return {
    async plan(db: Db, rows: { number: number; value: OrganizationRow }[]): Promise<Verdict<OrganizationPlan>[]> {
      municipalities ??= await municipalityByWord(db, scope.today);
      const known = await findForImport(
        db,
        scope,
        rows.map(({ value }) => ({ ...value.fields, slug: value.slug ?? slugOf(value.fields.name) })),
      );
      return rows.map(({ number, value }) => planRow(known, municipalities as MunicipalityByWord, number, value));
    },
    write: (tx: Db, plans: OrganizationPlan[]) => writeOrganizations(tx, scope, plans),
  };

  function planRow(
    { organizations, slugsTaken }: Awaited<ReturnType<typeof findForImport>>,
    municipality: MunicipalityByWord,
    row: number,
    value: OrganizationRow,
  ): Verdict<OrganizationPlan> {
    const { fields, slug, kinds } = value;
    const place = value.municipality === null ? null : municipality(value.municipality);
    if (place === "unknown" || place === "ambiguous")
      return refusedFor(`${place}_municipality`, "municipality", { value: value.municipality ?? "" });
    if (kinds.includes("network") && scope.within !== "all") return refusedFor("kind_not_allowed", "kinds");
    const key = fields.organization_number ?? slug ?? fields.name.toLowerCase();
    const before = inFile.get(key);
    if (before !== undefined)
      return refusedFor("duplicate_in_file", fields.organization_number ? "organizationNumber" : slug ? "slug" : "name", { row: before });
    const found = match(organizations, value);
    const said: OrganizationFields = { ...fields, municipality_number: place?.number ?? null };
    if (!found) {
      inFile.set(key, row);
      const taken = new Set([...slugsTaken, ...slugsGiven]);
      const given = slug ?? freeSlug(slugOf(fields.name), taken);
      slugsGiven.add(given);
      return {
        outcome: "create",
        plan: { kind: "create", id: newId(), slug: given, fields: said, kinds: kinds.length > 0 ? kinds : ["company"] },
      };
    }
    const verdict = planKnown(found, said, kinds);
    if (verdict.outcome !== "refuse") inFile.set(key, row);
    return verdict;
  }

  function planKnown(found: ImportedOrganization, said: OrganizationFields, kinds: readonly OrganizationKind[]): Verdict<OrganizationPlan> {
    const isOurs = scope.within === "all" || scope.within.has(found.id);
    if (!isOurs)
      return found.name.toLowerCase() === said.name.toLowerCase()
        ? { outcome: "same" }
        : refusedFor("kept_by_others", "name", { value: found.name });
    if (said.organization_number && found.organization_number && said.organization_number !== found.organization_number)
      return refusedFor("number_differs", "organizationNumber", { value: found.organization_number });
    const changes = differences(found, said).map((change) => ({ ...change, column: columnOf[change.column as keyof OrganizationFields] }));
    const isOtherKinds = kinds.length > 0 && [...kinds].sort().join() !== [...found.kinds].sort().join();
    if (isOtherKinds) changes.push({ column: "kinds", from: found.kinds.join(", "), to: kinds.join(", ") });
    if (changes.length === 0) return { outcome: "same" };
    const fields = Object.fromEntries(
      Object.keys(columnOf).map((field) => [field, said[field as keyof OrganizationFields] ?? found[field as keyof OrganizationFields]]),
    ) as OrganizationFields;
    return { outcome: "change", changes, plan: { kind: "change", id: found.id, fields, kinds: isOtherKinds ? [...kinds] : null } };
  }

  function match(organizations: readonly ImportedOrganization[], { fields, slug }: OrganizationRow): ImportedOrganization | undefined {
    const number = fields.organization_number;
    const byNumber = number ? organizations.find((one) => one.organization_number === number) : undefined;
    if (byNumber) return byNumber;
    if (slug !== null) return organizations.find((one) => one.slug === slug);
    // another number is another organization, even by the same name
    const named = organizations.filter(
      (one) => one.name.toLowerCase() === fields.name.toLowerCase() && (!number || !one.organization_number),
    );
    return (
      named.find(({ id }) => scope.within !== "all" && scope.within.has(id)) ??
      (named.length === 1 && scope.within === "all" ? named[0] : undefined)
    );
  }
}

const columnOf: Record<keyof OrganizationFields, OrganizationColumn> = {
  name: "name",
  organization_number: "organizationNumber",
  website: "website",
  address: "address",
  postcode: "postcode",
  municipality_number: "municipality",
  latitude: "latitude",
  longitude: "longitude",
  contact_email: "contactEmail",
  founded_on: "foundedOn",
};
