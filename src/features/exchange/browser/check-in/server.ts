import type { QueuedAct } from "../../host-phone/queue.ts";

const patience = 3_000;
// what is not kept on the phone has nothing to fall back on
const longPatience = 15_000;

/** What came of asking the server. `away`: no answer within three seconds, or one that says to come back later. */
export type Answered<Body> = { kind: "ok"; body: Body } | { kind: "refused"; reason: string } | { kind: "signed_out" } | { kind: "away" };

/** Sends what was done. Sent twice it is one: of a scan the nonce tells, a duty is done or it is not. */
export async function sendAct(act: QueuedAct, device: string, language: string): Promise<Answered<{ isDouble: boolean }>> {
  const { path, body } = requestOf(act, device);
  const answered = await ask(`/api/v1/day-passes/${act.passId}/${path}?language=${language}`, "PUT", body);
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
  return ask(path, "PUT", body, longPatience);
}

/** The page as it is now, as a document to take parts from. */
export async function readPage(path: string): Promise<Answered<Document>> {
  const answered = await ask(path, "GET");
  if (answered.kind !== "ok") return answered;
  if (answered.body.redirected) return { kind: "signed_out" };
  const text = await answered.body.text().catch(() => undefined);
  return text === undefined ? { kind: "away" } : { kind: "ok", body: new DOMParser().parseFromString(text, "text/html") };
}

async function ask(path: string, method: "GET" | "PUT", body?: unknown, milliseconds = patience): Promise<Answered<Response>> {
  try {
    const answer = await fetch(path, {
      method,
      signal: AbortSignal.timeout(milliseconds),
      headers: {
        accept: method === "GET" ? "text/html" : "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.ok) return { kind: "ok", body: answer };
    if (answer.status === 401) return { kind: "signed_out" };
    if (answer.status === 408 || answer.status === 429 || answer.status >= 500) return { kind: "away" };
    const problem = (await answer.json().catch(() => ({}))) as { title?: string };
    return { kind: "refused", reason: problem.title ?? String(answer.status) };
  } catch {
    return { kind: "away" };
  }
}
