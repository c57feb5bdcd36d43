import { createApi } from "../../src/api.ts";
import { type Actor, type SignedIn, visitor } from "../../src/platform/access/actor.ts";
import type { Installation } from "../../src/platform/installation.ts";
import type { Language } from "../../src/platform/language/language.ts";

/** What the API answered; `body` is the JSON, undefined when there was none. */
// biome-ignore lint/suspicious/noExplicitAny: a test says by its expectations what the answer is
export type Answer = { status: number; body: any; headers: Headers };

/** Calls the whole API as the actor, as a page inside the process does. A body that is not a form goes as JSON. */
export type Call = (
  actor: Actor,
  request: string,
  body?: unknown,
  given?: { headers?: Record<string, string>; language?: Language },
) => Promise<Answer>;

/** `call(manager, "PUT /spaces/naustet/host-duties", { … })`. */
export function caller(installation: Installation): Call {
  const api = createApi(installation, async () => visitor);
  return async (actor, request, body, { headers = {}, language = "nb" } = {}) => {
    const [method = "GET", path = ""] = request.split(" ");
    const isForm = body instanceof FormData;
    const answer = await api.request(
      `/api/v1${path}`,
      {
        method,
        headers: { ...(body !== undefined && !isForm && { "content-type": "application/json" }), ...headers },
        ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      },
      { inside: { actor, language, requestId: "test", address: "test" } },
    );
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text), headers: answer.headers };
  };
}

/** Somebody signed in, with the positions given: `{ [organizationId]: "manager" }`. */
export function signedInAs(personId: string, name: string, positions: Record<string, string> = {}): SignedIn {
  return {
    kind: "person",
    personId,
    name,
    email: "someone@example.test",
    language: "nb",
    isOperator: Object.values(positions).includes("operator"),
    positions: Object.entries(positions).map(([organizationId, role]) => ({ organizationId, role })),
  };
}
