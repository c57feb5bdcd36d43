import type { Actor } from "../../../platform/access/actor.ts";
import { authorize } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import { queueLengths, troubledJobs } from "../../../platform/jobs/queue.ts";
import { mayTendJobs } from "./policy.ts";

export async function readQueues({ db }: Installation, actor: Actor) {
  authorize(actor, mayTendJobs(actor));
  return queueLengths(db);
}

export async function readTroubledJobs({ db }: Installation, actor: Actor, limit: number, before: string | undefined) {
  authorize(actor, mayTendJobs(actor));
  return troubledJobs(db, limit, before);
}
