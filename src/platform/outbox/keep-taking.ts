import { isDatabaseAway } from "../database/constraint-name.ts";
import type { Installation } from "../installation.ts";
import { outboxChannel } from "../outbox.ts";
import type { Subscription } from "./subscription.ts";
import { takeAnnouncements } from "./take.ts";

// what a lost notification could delay an announcement by
const lookEveryMilliseconds = 3_000;

/** Takes announcements as they come: when the database says that one is there, and every few seconds whether it says so or not. */
export function keepTaking(installation: Installation, subscriptions: Subscription[]): { stop(): Promise<void> } {
  let taking: Promise<void> | undefined;
  let isNudged = false;
  let isStopped = false;
  const timer = setInterval(nudge, lookEveryMilliseconds);
  const unlisten = installation.live.listen(outboxChannel, nudge);
  nudge();

  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      unlisten();
      await taking;
    },
  };

  function nudge(): void {
    isNudged = true;
    taking ??= takeUntilQuiet().finally(() => {
      taking = undefined;
    });
  }

  async function takeUntilQuiet(): Promise<void> {
    while (isNudged && !isStopped) {
      isNudged = false;
      try {
        await takeAnnouncements(installation, subscriptions);
      } catch (error) {
        if (!isDatabaseAway(error)) installation.log.failure("outbox_failed", error);
      }
    }
  }
}
