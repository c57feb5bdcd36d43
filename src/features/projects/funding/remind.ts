import type { Installation } from "../../../platform/installation.ts";
import { catalogue } from "../../../platform/language/language.ts";
import { writtenDay } from "../../../platform/language/written-day.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { addDays, type Day, dayIn } from "../../../platform/time/day.ts";
import type { DeadlineKind } from "../present.ts";
import { findProject } from "../queries.ts";
import { readersOfProject } from "../readers-of-project.ts";

/** How many days before, and the day after when nothing was done. */
export const remindedDays = [30, 7, 1, -1] as const;

/** The mark a deadline has passed last: the nearest of those reached. Undefined when it is far off, or was told of after it passed. */
export function reminderDue(dueOn: Day, today: Day): (typeof remindedDays)[number] | undefined {
  const left = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(dueOn)).days;
  return remindedDays.toReversed().find((days) => left <= days && (days > 0 ? left >= 0 : left >= -7));
}

/** Writes to the lead, and to managers and coordinators, of deadlines that come near or have passed; of each mark once. */
export async function remindOfDeadlines(installation: Installation): Promise<void> {
  const { db, now } = installation;
  const today = dayIn(now(), "Europe/Oslo");
  const open = await db
    .selectFrom("funding_deadlines as d")
    .innerJoin("fundings as f", "f.id", "d.funding_id")
    .select(["d.id", "d.kind", "d.due_on", "f.project_id", "f.funder_name"])
    .where("d.done_on", "is", null)
    .where("d.due_on", ">=", addDays(today, -7))
    .where("d.due_on", "<=", addDays(today, 30))
    .orderBy("d.due_on")
    .execute();
  for (const deadline of open) {
    const days = reminderDue(deadline.due_on, today);
    if (days === undefined) continue;
    await db.transaction().execute(async (tx) => {
      const project = await findProject(tx, deadline.project_id);
      if (!project) return;
      for (const reader of await readersOfProject(tx, project, today)) {
        const words = texts[reader.language];
        const facts = {
          what: words.kinds[deadline.kind as DeadlineKind],
          funder: deadline.funder_name,
          day: writtenDay(deadline.due_on, reader.language),
          project: project.titles[reader.language] ?? project.titles.nb ?? project.titles.nn ?? project.titles.en ?? "",
        };
        await writeLetter(tx, installation, reader, {
          key: `project.deadline/${deadline.id}/${deadline.due_on}/${days}/${reader.personId}`,
          subject: days > 0 ? words.near(facts) : words.passed(facts),
          lines: [words.about(facts), { label: words.see, path: `/projects/${project.slug}#deadlines` }],
        });
      }
    });
  }
}

type Facts = { what: string; funder: string; day: string; project: string };

const texts = catalogue<{
  kinds: Record<DeadlineKind, string>;
  near: (d: Facts) => string;
  passed: (d: Facts) => string;
  about: (d: Facts) => string;
  see: string;
}>({
  nb: {
    kinds: { report: "Rapport", accounts: "Regnskap", payment_request: "Anmodning om utbetaling", other: "Noe" },
    near: (d) => `${d.what} til ${d.funder}: frist ${d.day}`,
    passed: (d) => `${d.what} til ${d.funder}: fristen gikk ut ${d.day}`,
    about: (d) => `Det gjelder prosjektet ${d.project}. Er det gjort, kryss av på prosjektets side, så kommer det ikke flere påminnelser.`,
    see: "Se prosjektet",
  },
  nn: {
    kinds: { report: "Rapport", accounts: "Rekneskap", payment_request: "Oppmoding om utbetaling", other: "Noko" },
    near: (d) => `${d.what} til ${d.funder}: frist ${d.day}`,
    passed: (d) => `${d.what} til ${d.funder}: fristen gjekk ut ${d.day}`,
    about: (d) => `Det gjeld prosjektet ${d.project}. Er det gjort, kryss av på sida til prosjektet, så kjem det ikkje fleire påminningar.`,
    see: "Sjå prosjektet",
  },
  en: {
    kinds: { report: "Report", accounts: "Accounts", payment_request: "Request for payment", other: "Something" },
    near: (d) => `${d.what} to ${d.funder}: due ${d.day}`,
    passed: (d) => `${d.what} to ${d.funder}: it was due ${d.day}`,
    about: (d) => `It is about the project ${d.project}. If it is done, tick it on the project's page, and no more reminders come.`,
    see: "See the project",
  },
});
