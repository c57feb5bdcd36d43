import { visitor } from "../../platform/access/actor.ts";
import type { Installation } from "../../platform/installation.ts";
import { tryEach } from "../../platform/jobs/try-each.ts";
import { dayIn } from "../../platform/time/day.ts";
import { insertCharges } from "../plans/index.ts";
import { giveTimeBack, type OnHire, onHire, step } from "./on-hire.ts";
import { dueHires, linesOf } from "./queries.ts";
import { chargesOf } from "./what-is-owed.ts";

/** What time does to hires: a quote runs out and lets go of its time, an agreement that is over is owed for. @returns how many */
export async function passTime(installation: Installation): Promise<number> {
  const due = await dueHires(installation.db, installation.now());
  // one after the other: those of a house wait for each other anyhow
  await tryEach(due, async ({ id }) => {
    await onHire(installation, { id, side: "clock", actor: visitor }, settle);
  });
  return due.length;
}

// asked again under the lock: somebody may have been quicker
async function settle(given: OnHire): Promise<void> {
  const { tx, hire, at } = given;
  const isPast = (moment: Temporal.Instant | null) => moment !== null && Temporal.Instant.compare(moment, at) <= 0;
  if (hire.state === "quoted" && isPast(hire.quoted_until)) {
    await giveTimeBack(given, "expired");
    await step(given, { to: "lapsed" });
  } else if (hire.state === "asked" && isPast(hire.starts_at)) {
    await step(given, { to: "lapsed" });
  } else if (hire.state === "accepted" && isPast(hire.ends_at)) {
    const day = dayIn(hire.starts_at, hire.time_zone);
    await insertCharges(tx, chargesOf(hire, await linesOf(tx, hire), { kind: "hire", percent: 100, day, at, by: null }));
    await step(given, { to: "completed" });
  }
}
