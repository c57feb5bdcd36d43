import type { Installation } from "../../../platform/installation.ts";

const keptDays = 30;

/** Takes away who waited for a time that is long over. */
export async function forgetWaits({ db, now }: Pick<Installation, "db" | "now">): Promise<void> {
  const longAgo = now().subtract({ hours: keptDays * 24 });
  await db.deleteFrom("booking_waits").where("wanted_until", "<", longAgo).execute();
}
