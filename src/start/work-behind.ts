import { crontab, handlers, subscriptions } from "../jobs.ts";
import type { Installation } from "../platform/installation.ts";
import { startWorker } from "../platform/jobs/worker.ts";
import { keepTaking } from "../platform/outbox/keep-taking.ts";

/** Does what runs behind: the jobs, and telling others what happened. @returns what stops it when it has finished what it took */
export function workBehind(installation: Installation, databaseUrl: string): () => Promise<void> {
  const worker = startWorker(installation, databaseUrl, handlers, crontab);
  const outbox = keepTaking(installation, subscriptions);
  return async () => {
    await outbox.stop();
    await worker.stop();
  };
}
