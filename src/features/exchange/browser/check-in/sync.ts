import { nextToSend, type QueuedScan } from "../../host-phone/scan-queue.ts";
import type { QueueStore } from "./queue-store.ts";
import { sendScan } from "./server.ts";

/** What came of sending what waited. */
export interface Synced {
  reach: "online" | "offline" | "signed_out";
  /** Check-ins that arrived. */
  sent: QueuedScan[];
  /** Whether something came back that a person must look at. */
  mustBeLookedAt: boolean;
}

/** Sends what waits, in order, until all has arrived or nobody answers. One tab at a time: the others wait their turn. */
export function sendAll(store: QueueStore, device: string, language: string): Promise<Synced> {
  const work = () => sendInOrder(store, device, language);
  return navigator.locks ? navigator.locks.request("romslig-check-in", work) : work();
}

async function sendInOrder(store: QueueStore, device: string, language: string): Promise<Synced> {
  const sent: QueuedScan[] = [];
  let mustBeLookedAt = false;
  for (;;) {
    const scan = nextToSend(await store.read());
    if (!scan) return { reach: "online", sent, mustBeLookedAt };
    await store.change({ kind: "sending", nonce: scan.nonce });
    const answered = await sendScan(scan, device, language);
    if (answered.kind === "away") return { reach: "offline", sent, mustBeLookedAt };
    if (answered.kind === "signed_out") return { reach: "signed_out", sent, mustBeLookedAt };
    if (answered.kind === "refused") {
      mustBeLookedAt = true;
      await store.change({ kind: "refused", nonce: scan.nonce, refusal: answered.reason });
      continue;
    }
    mustBeLookedAt ||= answered.body.isDouble;
    if (scan.kind === "check_in") sent.push(scan);
    await store.change({ kind: "arrived", nonce: scan.nonce });
  }
}
