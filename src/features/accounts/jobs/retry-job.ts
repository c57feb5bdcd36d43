import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { retryJob as retry } from "../../../platform/jobs/queue.ts";
import { mayTendJobs } from "./policy.ts";

/** Lets a job that failed be tried again at once. One that is being done, or has been, is not there. */
export async function retryJob({ db, now }: Installation, actor: Actor, id: string): Promise<void> {
  authorize(actor, mayTendJobs(actor));
  await db.transaction().execute(async (tx) => {
    const name = found(await retry(tx, id, now()));
    await audit(tx, { actor, at: now(), action: "job.retry", subject: { kind: "job", id }, details: { name } });
  });
}
