import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writtenDate } from "../../../platform/language/written-day.ts";
import { sendLetter } from "../../../platform/mail/index.ts";
import { addDays, type Day, dayIn } from "../../../platform/time/day.ts";
import { type LetterReader, readersAt } from "../../organizations/index.ts";
import { textIn } from "../../spaces/index.ts";
import { lastTold, needsCall } from "../enrolling/present-enrollment.ts";
import { type EnrollmentRow, findEnrollments } from "../enrolling/queries.ts";
import { findPrograms, type ProgramRow } from "../queries.ts";
import { observationLetterTexts } from "./letter-texts.ts";
import { daysOpen, observationLink } from "./observation-link.ts";

const daysBetween = 30;
// after that it is for the adviser to call
const daysOfAsking = 365 + 120;
const yearsAfterExit = 5;

/** Asks founders for the year's observation: when a year has gone, again each month for four months, until five years after the exit. */
export async function remindFounders(installation: Installation): Promise<number> {
  const { db, now } = installation;
  const today = dayIn(now(), "Europe/Oslo");
  let asked = 0;
  for (let after: string | undefined; ; ) {
    const programs = await findPrograms(db, { after, limit: 50 });
    for (const program of programs.slice(0, 50)) asked += await remindOf(installation, program, today);
    after = programs.length > 50 ? programs[49]?.slug : undefined;
    if (after === undefined) return asked;
  }
}

async function remindOf(installation: Installation, program: ProgramRow, today: Day): Promise<number> {
  const { db, now } = installation;
  const due = (await findEnrollments(db, { programIds: [program.id] })).filter((row) => isDue(row, today));
  const readers = await readersAt(
    db,
    due.map(({ organizationId }) => organizationId),
    ["owner", "manager", "contact"],
    today,
  );
  const byStartup = Map.groupBy(readers, ({ organizationId }) => organizationId);
  const reached = due.filter(({ organizationId }) => byStartup.has(organizationId));
  for (const row of reached) {
    await db.transaction().execute(async (tx) => {
      for (const reader of byStartup.get(row.organizationId) ?? []) await writeReminder(tx, installation, { program, row, reader, today });
      await tx.updateTable("enrollments").set({ reminded_on: today }).where("id", "=", row.id).execute();
      const subject = { kind: "enrollment", id: row.id };
      await audit(tx, { actor: "system", at: now(), action: "program.remind", subject, organizationId: program.organizationId });
    });
  }
  return reached.length;
}

function isDue(row: EnrollmentRow, today: Day): boolean {
  if (needsCall(row, today) !== "not_observed") return false;
  if ((lastTold(row)?.on ?? row.intakeOn) < addDays(today, -daysOfAsking)) return false;
  if (row.remindedOn !== null && row.remindedOn > addDays(today, -daysBetween)) return false;
  return row.exitOn === null || Temporal.PlainDate.from(row.exitOn).add({ years: yearsAfterExit }).toString() >= today;
}

type Written = { program: ProgramRow; row: EnrollmentRow; reader: LetterReader; today: Day };

async function writeReminder(tx: Tx, { settings, now }: Installation, { program, row, reader, today }: Written): Promise<void> {
  const text = observationLetterTexts[reader.language];
  const about = { startup: row.name, program: textIn(program.names, reader.language)?.text ?? program.slug };
  const last = lastTold(row);
  const heads = last && last.headsLeast !== null && last.headsLeast === last.headsMost ? String(last.headsLeast) : undefined;
  const url = `${settings.url}/${reader.language}/observations/${observationLink(settings, row.id, today)}`;
  await sendLetter(tx, {
    key: `program.observation/${row.id}/${today}/${reader.personId}`,
    to: reader.email,
    language: reader.language,
    subject: text.subject(about),
    parts: [
      text.text(about),
      ...(last && heads !== undefined ? [text.last({ heads, day: writtenDate(last.on, reader.language) })] : []),
      { label: text.answer, url },
      text.open({ days: daysOpen }),
    ],
    from: program.organizationName,
    at: now(),
  });
}
