import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { readersAmong } from "../../organizations/index.ts";
import { textOf } from "../call.ts";
import { findCall, phasesOf } from "../queries.ts";
import { findSubmission } from "../submissions/queries.ts";
import { juryLetter, receiptLetter } from "./written.ts";

const delivered = z.object({ submissionId: z.uuid() });
const opened = z.object({ callId: z.uuid(), phase: z.number().int() });

/** A receipt to whoever has delivered. */
async function writeReceipt(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { submissionId } = delivered.parse(announced.payload);
  const submission = await findSubmission(tx, submissionId);
  if (submission?.state !== "submitted" || submission.delivered_at === null) return;
  for (const reader of await readersAmong(tx, [submission.person_id])) {
    const moment = (at: Temporal.Instant) => writtenMoment(at, submission.time_zone, reader.language);
    const about = {
      title: submission.delivered_title ?? "",
      call: textOf(submission.titles, reader.language),
      runner: submission.runner_name,
      when: moment(submission.delivered_at),
      isLate: submission.is_late,
      until: moment(submission.closes_at),
    };
    const { subject, lines, link } = receiptLetter(reader.language, about, `/me/submissions/${submissionId}`);
    const key = `submission.received/${submissionId}/${announced.id}`;
    await writeLetter(tx, installation, reader, { key, subject, lines: [...lines, link] });
  }
}

/** Tells the jury that a phase is open, and how much each has to read. */
async function writeToJury(tx: Db, { id, payload }: Announced, installation: Installation): Promise<void> {
  const { callId, phase } = opened.parse(payload);
  const call = await findCall(tx, callId);
  const names = (await phasesOf(tx, callId)).find(({ number }) => number === phase)?.names;
  if (!call || !names) return;
  const rows = await tx
    .selectFrom("reviews")
    .select(["juror_id", sql<number>`count(*)::integer`.as("count")])
    .where("call_id", "=", callId)
    .where("phase", "=", phase)
    .groupBy("juror_id")
    .execute();
  const counts = new Map(rows.map(({ juror_id, count }) => [juror_id, count]));
  for (const reader of await readersAmong(tx, [...counts.keys()])) {
    const { subject, lines, link } = juryLetter(reader.language, {
      call: textOf(call.titles, reader.language),
      runner: call.organization_name,
      phase: textOf(names, reader.language),
      count: counts.get(reader.personId) ?? 0,
    });
    const key = `review.assigned/${reader.personId}/${callId}/${id}`;
    await writeLetter(tx, installation, reader, { key, subject, lines: [...lines, link] });
  }
}

/** What people are written to about calls. */
export const callLetters: Subscription[] = [
  subscription("calls.receipts", ["submission.delivered"], writeReceipt),
  subscription("calls.jury-letters", ["call.phase_opened"], writeToJury),
];
