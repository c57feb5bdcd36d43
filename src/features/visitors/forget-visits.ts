import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { forgetLettersAbout } from "../../platform/mail/index.ts";

// nobody is in a house so long: they went without signing out
const longestHours = 18;

/** Every night: those who forgot to sign out are out, and visitors whose time of keeping is over are forgotten; how many came stays. */
export async function forgetVisits({ db, now }: Installation): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    await signOutForgotten(tx, at);
    const forgotten = await forgetDue(tx, at);
    await keepCounts(tx, forgotten);
    await forgetLettersAbout(
      tx,
      "visit",
      forgotten.map(({ id }) => id),
    );
  });
}

async function signOutForgotten(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("visits")
    .set({ left_at: at, left_by: "clock" })
    .where("arrived_at", "<", at.subtract({ hours: longestHours }))
    .where("left_at", "is", null)
    .execute();
}

type Forgotten = { id: string; space_id: string; day: string; is_announced: boolean; came: boolean; cancelled: boolean };

async function forgetDue(tx: Tx, at: Temporal.Instant): Promise<Forgotten[]> {
  const { rows } = await sql<Forgotten>`
    delete from visits v using spaces s left join visitor_terms t on t.space_id = s.id
    where v.space_id = s.id and v.day < (${at}::timestamptz at time zone s.time_zone)::date - coalesce(t.kept_days, 30)
    returning v.id, v.space_id, v.day, v.is_announced, v.arrived_at is not null as came, v.cancelled_at is not null as cancelled`.execute(
    tx,
  );
  return rows;
}

async function keepCounts(tx: Tx, forgotten: Forgotten[]): Promise<void> {
  const counts = new Map<string, { space_id: string; day: string; announced: number; came: number; unexpected: number }>();
  for (const { space_id, day, is_announced, came, cancelled } of forgotten) {
    const key = `${space_id} ${day}`;
    const count = counts.get(key) ?? { space_id, day, announced: 0, came: 0, unexpected: 0 };
    if (is_announced && !cancelled) count.announced += 1;
    if (came) count.came += 1;
    if (came && !is_announced) count.unexpected += 1;
    counts.set(key, count);
  }
  if (counts.size === 0) return;
  await tx
    .insertInto("visit_counts")
    .values([...counts.values()])
    .onConflict((conflict) =>
      conflict.constraint("visit_counts_once").doUpdateSet({
        announced: sql`visit_counts.announced + excluded.announced`,
        came: sql`visit_counts.came + excluded.came`,
        unexpected: sql`visit_counts.unexpected + excluded.unexpected`,
      }),
    )
    .execute();
}
