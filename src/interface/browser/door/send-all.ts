import type { Answered } from "./ask.ts";
import { nextToSend, type Queued } from "./queue.ts";
import type { QueueStore } from "./queue-store.ts";

/** Sends one act. Sent twice it is one. */
export type Send<Act> = (act: Act) => Promise<Answered<{ isDouble: boolean }>>;

/** What came of sending what waited. */
export interface Synced<Act> {
  reach: "online" | "offline" | "signed_out";
  /** What arrived. */
  sent: Act[];
  /** Whether something came back that a person must look at. */
  mustBeLookedAt: boolean;
}

const turnComes = 3_000;

/**
 * Sends what waits, in order, until all has arrived or nobody answers. One tab at a time. A turn that does not come is taken: a
 * phone puts tabs to sleep in the middle of theirs, and what two have sent is one.
 * @param turnAt the name of what tabs take turns at
 */
export async function sendAll<Act extends Queued>(store: QueueStore<Act>, send: Send<Act>, turnAt: string): Promise<Synced<Act>> {
  const work = () => sendInOrder(store, send);
  if (!navigator.locks) return work();
  const turn = AbortSignal.timeout(turnComes);
  let hasBegun = false;
  const inTurn = navigator.locks.request(turnAt, { signal: turn }, () => {
    hasBegun = true;
    return work();
  });
  return inTurn.catch((failure: unknown) => {
    if (hasBegun) throw failure;
    return work();
  });
}

async function sendInOrder<Act extends Queued>(store: QueueStore<Act>, send: Send<Act>): Promise<Synced<Act>> {
  const sent: Act[] = [];
  let mustBeLookedAt = false;
  for (;;) {
    const act = nextToSend(await store.read());
    if (!act) return { reach: "online", sent, mustBeLookedAt };
    await store.change({ kind: "sending", nonce: act.nonce });
    const answered = await send(act);
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
