import { type Answered, ask } from "../../../../interface/browser/door/ask.ts";
import type { QueuedAct } from "../../host-phone/queue.ts";

// what is not kept on the phone has nothing to fall back on
const longPatience = 15_000;

/** Sends what was done. Sent twice it is one: of a scan the nonce tells, a duty is done or it is not. */
export async function sendAct(act: QueuedAct, device: string, language: string): Promise<Answered<{ isDouble: boolean }>> {
  const { path, body } = requestOf(act, device);
  const answered = await ask(`/api/v1/day-passes/${act.passId}/${path}?language=${language}`, "PUT", { body });
  if (answered.kind !== "ok") return answered;
  const told = (await answered.body.json().catch(() => ({}))) as { isDouble?: boolean };
  return { kind: "ok", body: { isDouble: told.isDouble === true } };
}

function requestOf(act: QueuedAct, device: string): { path: string; body: unknown } {
  if (act.kind === "duty") return { path: `duties/${act.dutyId}`, body: { isDone: act.isDone, doneAt: act.doneAt } };
  const { nonce, scannedAt, reason } = act;
  if (act.kind === "undo") return { path: "check-in/undoing", body: { nonce } };
  return { path: "check-in", body: { nonce, scannedAt, ...(reason && { reason }), ...(device && { device }) } };
}

/** A write that is not queued: what a double admission was, a seat given. */
export async function write(path: string, body: unknown): Promise<Answered<Response>> {
  return ask(path, "PUT", { body, milliseconds: longPatience });
}
