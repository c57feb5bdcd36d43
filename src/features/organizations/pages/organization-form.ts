import type { z } from "@hono/zod-openapi";
import { languages } from "../../../platform/language/language.ts";
import type { organization, organizationChange } from "../contract.ts";
import { type OrganizationKind, organizationKinds, type Visibility } from "../organization.ts";
import { offeredSectors } from "../sectors.ts";
import { languagesInOrder } from "./spoken-languages.ts";

type Shown = z.infer<typeof organization>;
type Change = z.infer<typeof organizationChange>;

/** The form's fields as texts, in the order they stand: what is shown, kept after a mistake, and compared after a conflict. */
export type OrganizationForm = Record<(typeof formFields)[number], string>;

export const formFields = [
  "name",
  "organizationNumber",
  "kinds",
  "legalForm",
  "foundedOn",
  "descriptions-nb",
  "descriptions-nn",
  "descriptions-en",
  "sectors",
  "focusAreas",
  "address",
  "postcode",
  "municipalityNumber",
  "website",
  "contactEmail",
  "languages",
  "visibility",
] as const;

/** The form as an organization fills it. */
export function formOf(shown: Shown): OrganizationForm {
  return {
    name: shown.name,
    organizationNumber: shown.organizationNumber ?? "",
    kinds: inOrder(shown.kinds),
    legalForm: shown.legalForm ?? "",
    foundedOn: shown.foundedOn ?? "",
    "descriptions-nb": shown.descriptions.nb ?? "",
    "descriptions-nn": shown.descriptions.nn ?? "",
    "descriptions-en": shown.descriptions.en ?? "",
    sectors: sectorsInOrder(shown.sectors),
    focusAreas: shown.focusAreas.join(", "),
    address: shown.address ?? "",
    postcode: shown.postcode ?? "",
    municipalityNumber: shown.municipality?.number ?? "",
    website: shown.website ?? "",
    contactEmail: shown.contact?.email ?? "",
    languages: languagesInOrder(shown.languages),
    visibility: shown.visibility,
  };
}

/** The form as it was sent. Several boxes of one name become one text. */
export function readForm(data: FormData): OrganizationForm {
  const entries = formFields.map((field) => [field, data.getAll(field).map(String).join(", ").replaceAll("\r\n", "\n").trim()]);
  const form = Object.fromEntries(entries) as OrganizationForm;
  return {
    ...form,
    kinds: inOrder(form.kinds.split(", ")),
    languages: languagesInOrder(words(form.languages)),
    sectors: sectorsInOrder(words(form.sectors)),
  };
}

/**
 * What the form changes of the organization it was filled from: only fields that differ are sent, so that a name the register
 * keeps is not made one's own, and a contact address is not confirmed by a change of something else.
 */
export function changeOf(form: OrganizationForm, before: OrganizationForm): Change {
  const texts = Object.fromEntries(languages.map((one) => [one, form[`descriptions-${one}`]]).filter(([, text]) => text !== ""));
  const all: Record<string, unknown> = {
    name: form.name,
    organizationNumber: form.organizationNumber || null,
    kinds: words(form.kinds).filter((kind): kind is OrganizationKind => organizationKinds.some((known) => known === kind)),
    legalForm: form.legalForm.toUpperCase() || null,
    foundedOn: form.foundedOn || null,
    descriptions: texts,
    sectors: words(form.sectors),
    focusAreas: words(form.focusAreas),
    address: form.address || null,
    postcode: form.postcode || null,
    municipalityNumber: form.municipalityNumber || null,
    website: form.website === "" || form.website.includes("://") ? form.website || null : `https://${form.website}`,
    contactEmail: form.contactEmail || null,
    languages: words(form.languages),
    visibility: form.visibility as Visibility,
  };
  const changed = new Set(formFields.filter((field) => form[field] !== before[field]).map((field) => field.split("-")[0]));
  return Object.fromEntries(Object.entries(all).filter(([field]) => changed.has(field)));
}

/** The form as it stands now, with what somebody wrote in it when it stood otherwise. */
export function writtenOver(now: OrganizationForm, written: OrganizationForm, before: OrganizationForm): OrganizationForm {
  const fields = formFields.map((field) => [field, written[field] === before[field] ? now[field] : written[field]]);
  return Object.fromEntries(fields) as OrganizationForm;
}

// boxes come in the order of the page, rows in that of the database: one order, or they would seem to differ
function inOrder(kinds: readonly string[]): string {
  return organizationKinds.filter((kind) => kinds.includes(kind)).join(", ");
}

function sectorsInOrder(chosen: readonly string[]): string {
  return offeredSectors(chosen)
    .filter((key) => chosen.includes(key))
    .join(", ");
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[,;\s]+/)
    .filter((word) => word !== "");
}
