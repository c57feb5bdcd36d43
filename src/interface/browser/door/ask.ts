const patience = 3_000;

/** What came of asking the server. `away`: no answer in time (three seconds, unless told), or one that says to come back later. */
export type Answered<Body> = { kind: "ok"; body: Body } | { kind: "refused"; reason: string } | { kind: "signed_out" } | { kind: "away" };

/** Asks the server, or sends something to it, as JSON. */
export async function ask(
  path: string,
  method: "GET" | "PUT" | "POST",
  { body, accept = "application/json", milliseconds = patience }: { body?: unknown; accept?: string; milliseconds?: number } = {},
): Promise<Answered<Response>> {
  try {
    const answer = await fetch(path, {
      method,
      signal: AbortSignal.timeout(milliseconds),
      headers: { accept, ...(body !== undefined && { "content-type": "application/json" }) },
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

/** The page as it is now, as a document to take parts from. */
export async function readPage(path: string): Promise<Answered<Document>> {
  const answered = await ask(path, "GET", { accept: "text/html" });
  if (answered.kind !== "ok") return answered;
  if (answered.body.redirected) return { kind: "signed_out" };
  const text = await answered.body.text().catch(() => undefined);
  return text === undefined ? { kind: "away" } : { kind: "ok", body: new DOMParser().parseFromString(text, "text/html") };
}
