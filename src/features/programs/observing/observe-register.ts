import { auditAll } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addDays, type Day, dayIn } from "../../../platform/time/day.ts";
import { outcomeOf, type Status } from "../enrolling/outcome.ts";
import { type EnrollmentRow, findEnrollments } from "../enrolling/queries.ts";
import { findPrograms } from "../queries.ts";
import { type WrittenObservation, writeObservations } from "./write-observation.ts";

type Entry = {
  organizationId: string;
  status: string;
  least: number | null;
  most: number | null;
  on: Day | null;
  fetchedAt: Temporal.Instant;
};

const statusOf: Record<string, Status> = { active: "active", bankrupt: "bankrupt", deleted: "dissolved", being_wound_up: "unknown" };

/**
 * Fills in what the register says of startups that are thought to run: how many are employed, as an interval, and whether they are
 * bankrupt or gone. Said once; again when it has changed, or a year has gone. @returns how many were written
 */
export async function observeRegister({ db, now }: Pick<Installation, "db" | "now">): Promise<number> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const programs = await findPrograms(db, { limit: 10_000 });
  const rows = await findEnrollments(db, { programIds: programs.map(({ id }) => id) });
  const running = rows.filter((row) => outcomeOf(row, row.observations).endedOn === null);
  if (running.length === 0) return 0;
  const entries: Entry[] = await db
    .selectFrom("register_entries")
    .select(["organization_id as organizationId", "status", "headcount_least as least", "headcount_most as most"])
    .select(["headcount_on as on", "fetched_at as fetchedAt"])
    .where(
      "organization_id",
      "in",
      running.map(({ organizationId }) => organizationId),
    )
    .execute();
  const byStartup = new Map(entries.map((entry) => [entry.organizationId, entry]));
  const news = running.flatMap((row) => newsOf(row, byStartup.get(row.organizationId), today) ?? []);
  if (news.length === 0) return 0;
  const owners = new Map(running.map((row) => [row.id, row.programOwnerId]));
  await db.transaction().execute(async (tx) => {
    await writeObservations(tx, news, { at, by: null });
    await auditAll(
      tx,
      news.map(({ enrollment_id: id, observed_on: on }) => ({
        ...{ actor: "system" as const, at, action: "program.observe", subject: { kind: "enrollment", id } },
        ...{ organizationId: owners.get(id), details: { on, source: "register" } },
      })),
    );
  });
  return news.length;
}

function newsOf(row: EnrollmentRow, entry: Entry | undefined, today: Day): WrittenObservation | undefined {
  const status = statusOf[entry?.status ?? ""];
  if (!entry || status === undefined) return undefined;
  const fetchedOn = dayIn(entry.fetchedAt, "Europe/Oslo");
  // the headcount has a day of its own; that a firm is gone is known from the day the register said so
  const on = status === "active" && entry.on !== null ? entry.on : fetchedOn;
  const before = row.observations.findLast(({ source }) => source === "register");
  const isSame = before?.status === status && before.headsLeast === entry.least && before.headsMost === entry.most;
  if (on < row.intakeOn || (isSame && before.on > addDays(today, -365))) return undefined;
  return {
    ...{ enrollment_id: row.id, observed_on: on, source: "register", status },
    ...{ heads_least: entry.least, heads_most: entry.most, fte_least: null, fte_most: null },
    ...{ turnover_kroner: null, capital_raised_kroner: null },
  };
}
