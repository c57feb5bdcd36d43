import type { Tx } from "../../platform/database/database.ts";
import { formatOrganizationNumber } from "./organization-number.ts";
import { type RegisterAnswer, registerSource } from "./register-client.ts";
import { readableName } from "./register-entry.ts";

type Told = Exclude<RegisterAnswer, { kind: "away" }>;

/** Keeps what the register answered of the organization: its values, that it knows none such, or nothing at all when it must be erased. */
export async function keepRegisterAnswer(tx: Tx, organizationId: string, number: string, told: Told, now: Temporal.Instant): Promise<void> {
  if (told.kind === "gone") return eraseRegisterEntry(tx, organizationId, number);
  const values = {
    organization_number: number,
    status: "unknown",
    fetched_at: now,
    source: registerSource,
    answer: "{}",
    ...nothing,
    ...(told.kind === "found" && valuesOf(told)),
  };
  await tx
    .insertInto("register_entries")
    .values({ organization_id: organizationId, ...values })
    .onConflict((conflict) => conflict.column("organization_id").doUpdateSet(values))
    .execute();
  if (told.kind !== "found") return;
  await tx
    .updateTable("organizations")
    .set({ name: readableName(told.entry.name) })
    .where("id", "=", organizationId)
    .where("name_from", "=", "register")
    .execute();
}

/**
 * Erases what came from the register, as it demands of what it has taken out ("Fjernet", 410): the entry, and the name and the slug
 * where the name was the register's. What people wrote stays.
 */
export async function eraseRegisterEntry(tx: Tx, organizationId: string, number: string): Promise<void> {
  await tx.deleteFrom("register_entries").where("organization_id", "=", organizationId).execute();
  await tx
    .updateTable("organizations")
    .set({ name: formatOrganizationNumber(number), slug: `n-${number}` })
    .where("id", "=", organizationId)
    .where("name_from", "=", "register")
    .execute();
}

const nothing = {
  name: null,
  legal_form: null,
  address: "null",
  municipality_number: null,
  industry_code: null,
  industry_standard: null,
  founded_on: null,
  deleted_on: null,
  parent_number: null,
  headcount_least: null,
  headcount_most: null,
  headcount_on: null,
  vat_registered: null,
};

function valuesOf({ entry, answer }: Extract<Told, { kind: "found" }>) {
  return {
    unit_kind: entry.unitKind,
    parent_number: entry.parentNumber,
    name: entry.name,
    legal_form: entry.legalForm,
    address: JSON.stringify(entry.address),
    municipality_number: entry.municipalityNumber,
    industry_code: entry.industryCode,
    industry_standard: entry.industryStandard,
    founded_on: entry.foundedOn,
    deleted_on: entry.deletedOn,
    status: entry.status,
    headcount_least: entry.headcount?.least ?? null,
    headcount_most: entry.headcount?.most ?? null,
    headcount_on: entry.headcountOn,
    vat_registered: entry.vatRegistered,
    answer: JSON.stringify(answer),
  };
}
