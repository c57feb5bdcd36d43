import type { Installation } from "../../../platform/installation.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { readersAmong } from "../../organizations/index.ts";
import { textOf } from "../call.ts";
import { submissions } from "../submissions/queries.ts";
import { reminderLetter } from "./written.ts";

const hoursAhead = 48;
const atOnce = 200;

/** Reminds those with a draft two days before the deadline, once; who began later than that knows when it is. */
export async function remindOfDeadlines(installation: Installation): Promise<void> {
  const { db, now } = installation;
  const [at, soon] = [now(), now().add({ hours: hoursAhead })];
  const drafts = await submissions(db)
    .where("s.state", "=", "draft")
    .where("s.reminded_at", "is", null)
    .where("c.status", "=", "published")
    .where("c.closes_at", ">", at)
    .where("c.closes_at", "<=", soon)
    .limit(atOnce)
    .execute();
  for (const draft of drafts) {
    const beganBefore = Temporal.Instant.compare(draft.created_at, draft.closes_at.subtract({ hours: hoursAhead })) < 0;
    await db.transaction().execute(async (tx) => {
      for (const reader of beganBefore ? await readersAmong(tx, [draft.person_id]) : []) {
        const about = {
          title: draft.title,
          call: textOf(draft.titles, reader.language),
          runner: draft.runner_name,
          until: writtenMoment(draft.closes_at, draft.time_zone, reader.language),
        };
        const { subject, lines, link } = reminderLetter(reader.language, about, `/me/submissions/${draft.id}`);
        const key = `submission.reminder/${draft.id}/${draft.closes_at}`;
        await writeLetter(tx, installation, reader, { key, subject, lines: [...lines, link] });
      }
      await tx.updateTable("submissions").set({ reminded_at: at }).where("id", "=", draft.id).execute();
    });
  }
}
