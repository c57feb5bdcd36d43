import { createApi } from "../../src/api.ts";
import { findActor } from "../../src/features/accounts/index.ts";
import { type Actor, type SignedIn, visitor } from "../../src/platform/access/actor.ts";
import type { Installation } from "../../src/platform/installation.ts";
import type { Language } from "../../src/platform/language/language.ts";
import { dayIn } from "../../src/platform/time/day.ts";
import { type Answer, type BodyOf, type Method, read } from "./answer.ts";

type Ask<Asked extends Method> = <const Path extends string>(
  path: Path,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer<BodyOf<Asked, Path>>>;

/** Someone who calls the API: `get("/spaces")`, `put("/day-passes/…", {…})`, paths under /api/v1. A body that is neither a form nor a stream goes as JSON. */
export interface Caller {
  get<const Path extends string>(path: Path, headers?: Record<string, string>): Promise<Answer<BodyOf<"$get", Path>>>;
  post: Ask<"$post">;
  put: Ask<"$put">;
  patch: Ask<"$patch">;
  delete: Ask<"$delete">;
  /** The same for what a test works out: "PUT /spaces/naustet/host-duties". */
  ask(request: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** How a request gets to the API. */
export type Transport = (path: string, init: RequestInit) => Promise<Response> | Response;

/** The API of a test's installation, to be called as anyone, as a page inside the process does it. */
export function callers(installation: Installation, language: Language = "nb") {
  const api = createApi(installation, async () => visitor);

  async function actorOf(personId: string | undefined): Promise<Actor> {
    if (personId === undefined) return visitor;
    return (await findActor(installation.db, personId, dayIn(installation.now(), "Europe/Oslo"))) ?? visitor;
  }

  function actingAs(actorNow: () => Promise<Actor> | Actor): Caller {
    return callerBy(async (path, init) => {
      const inside = { actor: await actorNow(), language, requestId: "asked-by-a-test", address: "test" };
      return api.request(path, init, { inside });
    });
  }

  return {
    /** A person, with the roles they hold on the clock's day, read anew for each call; undefined, and an id nobody has, is a visitor. */
    as: (personId: string | undefined) => actingAs(() => actorOf(personId)),
    /** Somebody with the positions that are given, whether or not there is such a person. */
    actingAs: (actor: Actor) => actingAs(() => actor),
    nobody: actingAs(() => visitor),
  };
}

/** Asks by a transport, and reads what is answered. */
export function callerBy(transport: Transport): Caller {
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const isStream = body instanceof ReadableStream;
    const isJson = body !== undefined && !isStream && !(body instanceof FormData);
    const response = await transport(`/api/v1${path}`, {
      method,
      headers: { ...(isJson && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as FormData | ReadableStream) }),
      ...(isStream && { duplex: "half" }),
    } as RequestInit);
    return read(response);
  };
  // the schema says what a body is, and the strict walk of the document holds answers to it
  const asking = (method: string) => ask.bind(undefined, method) as Ask<never>;
  return {
    get: ((path: string, headers?: Record<string, string>) => ask("GET", path, undefined, headers)) as Caller["get"],
    post: asking("POST"),
    put: asking("PUT"),
    patch: asking("PATCH"),
    delete: asking("DELETE"),
    ask(request, body, headers) {
      const [method = "GET", path = ""] = request.split(" ");
      return ask(method, path, body, headers);
    },
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
