import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { noName } from "../../platform/privacy/personal-data.ts";

// a link nobody opened; what came to nothing; what was agreed and is over
const provenWithinHours = 48;
const contactKeptMonths = 6;
/** Accounting material is kept five years after the end of the year (bokføringsloven § 13). */
const invoiceKeptYears = 5;

type Key = { space_id: string; id: string };

/** Takes away what is no longer needed of people who asked to hire. Figures and what was agreed stay without a name. */
export async function forgetHirers({ db, now }: Pick<Installation, "db" | "now">): Promise<void> {
  const today = now().toZonedDateTimeISO("Europe/Oslo");
  const longAgo = today.subtract({ months: contactKeptMonths }).toInstant();
  const yearsAgo = today.with({ month: 1, day: 1 }).startOfDay().subtract({ years: invoiceKeptYears }).toInstant();
  await db.transaction().execute(async (tx) => {
    await forgetUnproven(tx, now().subtract({ hours: provenWithinHours }));
    const ended = await tx
      .selectFrom("hires")
      .select(["space_id", "id"])
      .where("state", "in", ["declined", "withdrawn", "lapsed", "cancelled", "completed"])
      .where("state_since", "<", longAgo)
      .where("erased_at", "is", null)
      .execute();
    await eraseContact(tx, ended, now());
    await tx
      .updateTable("hires")
      .set({ contact_name: noName, organization_name: null, organization_number: null, invoice_address: null })
      .where("erased_at", "is not", null)
      .where("ends_at", "<", yearsAgo)
      .where((where) => where.or([where("contact_name", "<>", noName), where("organization_name", "is not", null)]))
      .execute();
  });
}

/**
 * Erases how whoever asked is reached, and what was written. Of a hire that is owed for, the name and number on the invoice stay as
 * long as accounts are kept.
 */
export async function eraseContact(tx: Tx, hires: readonly Key[], at: Temporal.Instant): Promise<void> {
  const ids = hires.map(({ id }) => id);
  const spaces = [...new Set(hires.map(({ space_id }) => space_id))];
  if (ids.length === 0) return;
  const these = (table: "hire_messages" | "hire_changes" | "hire_times") =>
    sql<boolean>`${sql.ref(`${table}.space_id`)} = any(${spaces}::uuid[]) and ${sql.ref(`${table}.hire_id`)} = any(${ids}::uuid[])`;
  await tx.deleteFrom("hire_messages").where(these("hire_messages")).execute();
  await tx.updateTable("hire_changes").set({ reason: null }).where(these("hire_changes")).execute();
  const isOwed = sql<boolean>`exists (select from charges c where c.space_id = hires.space_id and c.hire_id = hires.id)`;
  await tx
    .updateTable("hires")
    .set({ email: null, erased_at: at, purpose: noName, note: null })
    .set((row) => ({
      // who owes without an organization owes by name
      contact_name: sql<string>`case when ${isOwed} and ${row.ref("organization_name")} is null then contact_name else ${noName} end`,
      organization_name: sql<string | null>`case when ${isOwed} then organization_name end`,
      organization_number: sql<string | null>`case when ${isOwed} then organization_number end`,
      invoice_address: sql<string | null>`case when ${isOwed} then invoice_address end`,
    }))
    .where("space_id", "in", spaces)
    .where("id", "in", ids)
    .execute();
  await sql`
    update bookings b set title = null from hires h
    where h.space_id = any(${spaces}::uuid[]) and h.id = any(${ids}::uuid[]) and b.space_id = h.space_id and b.kind = 'hire' and b.title is not null
      and b.starts_at = h.starts_at and exists (select from hire_times t where t.space_id = b.space_id and t.hire_id = h.id and t.resource_id = b.resource_id)`.execute(
    tx,
  );
}

async function forgetUnproven(tx: Tx, before: Temporal.Instant): Promise<void> {
  const rows = await tx
    .selectFrom("hires")
    .select(["space_id", "id"])
    .where("state", "=", "unproven")
    .where("state_since", "<", before)
    .execute();
  const ids = rows.map(({ id }) => id);
  const spaces = [...new Set(rows.map(({ space_id }) => space_id))];
  if (ids.length === 0) return;
  for (const table of ["hire_times", "hire_wishes", "hire_changes"] as const)
    await tx.deleteFrom(table).where("space_id", "in", spaces).where("hire_id", "in", ids).execute();
  await tx.deleteFrom("hires").where("space_id", "in", spaces).where("id", "in", ids).execute();
}
