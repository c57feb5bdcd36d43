import { sql } from "kysely";
import { hashOfAddress } from "../../platform/imports/index.ts";
import { enqueueAll } from "../../platform/jobs/enqueue.ts";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import { noName, type PersonalData } from "../../platform/privacy/personal-data.ts";
import { dayIn } from "../../platform/time/day.ts";
import { announceMembership } from "./announce-membership.ts";
import { forgetImportThatNames, forgetOneImport } from "./imports/jobs.ts";
import { stayOf } from "./membership.ts";

const memberships: PersonalData = {
  name: "memberships",
  title: { nb: "Medlemskap", nn: "Medlemskap", en: "Memberships" },
  fields: {
    organization: { nb: "Medlem av", nn: "Medlem av", en: "Member of" },
    plan: { nb: "Plan", nn: "Plan", en: "Plan" },
    from: { nb: "Fra", nn: "Frå", en: "From" },
    to: { nb: "Til", nn: "Til", en: "To" },
  },
  kept: {
    nb: "Medlemskap som er over, telles i statistikk og regnskap og står uten navn.",
    nn: "Medlemskap som er over, blir talde i statistikk og rekneskap og står utan namn.",
    en: "Past memberships count in statistics and accounts and stay without your name.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("memberships")
      .innerJoin("organizations", "organizations.id", "memberships.organization_id")
      .select(["organizations.name as organization", "memberships.plan"])
      .select([sql<string | null>`lower(memberships.during)`.as("from"), sql<string | null>`upper(memberships.during)`.as("to")])
      .where("memberships.member_person_id", "=", personId)
      .orderBy("memberships.id")
      .execute(),
  async erase(tx, subject, at) {
    const today = dayIn(at, "Europe/Oslo");
    const running = await tx
      .selectFrom("memberships")
      .select(["id", "organization_id", "member_person_id", "member_organization_id", "during", "confirmed_at"])
      .where("member_person_id", "=", subject.personId)
      .where(sql<boolean>`not during << daterange(${today}::date, null)`)
      .execute();
    await tx
      .deleteFrom("memberships")
      .where("member_person_id", "=", subject.personId)
      .where(sql<boolean>`lower(during) >= ${today}::date`)
      .execute();
    await tx
      .updateTable("memberships")
      .set((row) => ({
        during: sql<string>`during * daterange(null, ${today}::date)`,
        note: null,
        version: row("version", "+", 1),
      }))
      .where("member_person_id", "=", subject.personId)
      .execute();
    for (const row of running) {
      const { from } = stayOf(row.during);
      await announceMembership(tx, at, row, { from, to: [from, today].toSorted().at(-1) ?? today });
    }
  },
};

/** What others wrote about the person on the way to a membership, and rows of spreadsheets. */
const notes: PersonalData = {
  name: "notes",
  title: { nb: "Notater og importer som nevner deg", nn: "Notat og importar som nemner deg", en: "Notes and imports that mention you" },
  fields: {
    text: { nb: "Tekst", nn: "Tekst", en: "Text" },
    writtenAt: { nb: "Når", nn: "Når", en: "When" },
  },
  async about(db, subject) {
    const written = await db
      .selectFrom("candidate_notes")
      .select(["note as text", "written_at as writtenAt"])
      .where(givesAddress(sql`note`, subject))
      .execute();
    const imported = await db
      .selectFrom("import_rows")
      .innerJoin("import_runs", "import_runs.id", "import_rows.run_id")
      .select([sql<string>`label || ' ' || cells::text`.as("text"), "import_runs.created_at as writtenAt"])
      .where(givesAddress(sql`(label || ' ' || cells::text || ' ' || changes::text || ' ' || reasons::text)`, subject))
      .execute();
    return [...written, ...imported];
  },
  async erase(tx, subject) {
    await tx
      .updateTable("candidate_notes")
      .set({ note: withoutMentions(sql`note`, subject) })
      .where(mentions(sql`note`, subject))
      .execute();
    await tx
      .updateTable("candidates")
      .set({ next_step: withoutMentions(sql`next_step`, subject) })
      .where(mentions(sql`next_step`, subject))
      .execute();
    await tx
      .updateTable("stage_changes")
      .set({ reason: withoutMentions(sql`reason`, subject) })
      .where(mentions(sql`reason`, subject))
      .execute();
    await tx
      .updateTable("memberships")
      .set({ note: withoutMentions(sql`note`, subject) })
      .where(mentions(sql`note`, subject))
      .execute();
    const rows = await tx
      .updateTable("import_rows")
      .set({ label: noName, cells: "[]", changes: "[]", reasons: "[]" })
      .where(mentions(sql`(label || ' ' || cells::text || ' ' || changes::text || ' ' || reasons::text)`, subject))
      .returning("run_id")
      .execute();
    const runs = await tx
      .updateTable("import_runs")
      .set({ header: sql`(select coalesce(jsonb_agg(c || '{"examples": []}'), '[]') from jsonb_array_elements(header) c)` })
      .where((where) =>
        where.or([sql<boolean>`id = any(${rows.map(({ run_id }) => run_id)}::uuid[])`, givesAddress(sql`header::text`, subject)]),
      )
      .returning("id")
      .execute();
    // the file holds what its rows held
    await enqueueAll(
      tx,
      forgetOneImport,
      runs.map(({ id }) => ({ payload: { runId: id } })),
    );
    // a file can give the address where no row does: nobody has matched its columns yet, or never that one
    const others = await tx
      .selectFrom("import_runs")
      .select("id")
      .where(sql<boolean>`id <> all(${runs.map(({ id }) => id)}::uuid[])`)
      .execute();
    const addressHash = hashOfAddress(subject.email);
    await enqueueAll(
      tx,
      forgetImportThatNames,
      others.map(({ id }) => ({ payload: { runId: id, addressHash } })),
    );
  },
};

/** What this feature holds about people. */
export const membershipData: PersonalData[] = [memberships, notes];
