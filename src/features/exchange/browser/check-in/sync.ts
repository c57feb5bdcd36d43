import { nextToSend, type QueuedAct } from "../../host-phone/queue.ts";
import type { QueueStore } from "./queue-store.ts";
import { sendAct } from "./server.ts";

/** What came of sending what waited. */
export interface Synced {
  reach: "online" | "offline" | "signed_out";
  /** What arrived. */
  sent: QueuedAct[];
  /** Whether something came back that a person must look at. */
  mustBeLookedAt: boolean;
}

const turnComes = 3_000;

/**
 * Sends what waits, in order, until all has arrived or nobody answers. One tab at a time. A turn that does not come is taken: a
 * phone puts tabs to sleep in the middle of theirs, and what two have sent is one.
 */
export async function sendAll(store: QueueStore, device: string, language: string): Promise<Synced> {
  const work = () => sendInOrder(store, device, language);
  if (!navigator.locks) return work();
  const turn = AbortSignal.timeout(turnComes);
  let hasBegun = false;
  const inTurn = navigator.locks.request("romslig-check-in", { signal: turn }, () => {
    hasBegun = true;
    return work();
  });
  return inTurn.catch((failure: unknown) => {
    if (hasBegun) throw failure;
    return work();
  });
}

async function sendInOrder(store: QueueStore, device: string, language: string): Promise<Synced> {
  const sent: QueuedAct[] = [];
  let mustBeLookedAt = false;
  for (;;) {
    const act = nextToSend(await store.read());
    if (!act) return { reach: "online", sent, mustBeLookedAt };
    await store.change({ kind: "sending", nonce: act.nonce });
    const answered = await sendAct(act, device, language);
    if (answered.kind === "away") return { reach: "offline", sent, mustBeLookedAt };
    if (answered.kind === "signed_out") return { reach: "signed_out", sent, mustBeLookedAt };
    if (answered.kind === "refused") {
      mustBeLookedAt = true;
      await store.change({ kind: "refused", nonce: act.nonce, refusal: answered.reason });
      continue;
    }
    mustBeLookedAt ||= answered.body.isDouble;
    sent.push(act);
    await store.change({ kind: "arrived", nonce: act.nonce });
  }
}
