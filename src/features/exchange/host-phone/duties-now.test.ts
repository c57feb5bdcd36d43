import { expect, test } from "vitest";
import { dutiesNow } from "./duties-now.ts";
import type { QueuedTick } from "./queue.ts";

function tick(dutyId: string, isDone: boolean, passId = "amina"): QueuedTick {
  const doneAt = "2026-11-24T08:55:00Z";
  return { nonce: dutyId, kind: "duty", passId, holder: "Amina L.", dutyId, duty: "Vist rundt", isDone, doneAt, tries: 0 };
}

test("the checklist shows what the list says, with what this phone ticked on top, and what is sent later", () => {
  const arrived = [tick("wifi", true)];
  const queue = [tick("show-round", false), tick("events", true), tick("notified", true, "jonas")];

  const now = dutiesNow("amina", ["show-round", "notified"], arrived, queue);

  expect(Object.fromEntries(now)).toEqual({
    "show-round": { isDone: false, sendsLater: true },
    notified: { isDone: true, sendsLater: false },
    wifi: { isDone: true, sendsLater: false },
    events: { isDone: true, sendsLater: true },
  });
});
