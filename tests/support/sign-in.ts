import { createApi } from "../../src/api.ts";
import { createIdentity, type Identity, identifier } from "../../src/features/accounts/index.ts";
import type { TestInstallation } from "./installation.ts";

/** An answer of the API, its body read. */
export interface Answer {
  status: number;
  headers: Headers;
  cookies: string[];
  // biome-ignore lint/suspicious/noExplicitAny: tests compare whatever came
  body: any;
}

/** Somebody at a browser or a program, who calls the API over HTTP as it is: with cookies or a key, signing in by letter. */
export function signInVisitor(installation: TestInstallation, identity: Identity = createIdentity(installation)) {
  const api = createApi(installation, identifier(installation, identity.sessionOf), identity);

  const visitor = {
    api,
    identity,
    ...callsWith({}),
    askForLink: (email: string, { to, language = "nb" }: { to?: string; language?: string } = {}) =>
      call("POST", `/sign-in-links?language=${language}`, {}, { email, to }),
    openSession: (token: string, userAgent = "") => call("POST", "/sessions", { "user-agent": userAgent }, { token }),
    lettersTo: (email: string) => installation.db.selectFrom("letters").selectAll().where("recipient", "=", email).orderBy("id").execute(),
    /** The token in the newest letter to the address. */
    async tokenInLetterTo(email: string): Promise<string> {
      const letter = (await visitor.lettersTo(email)).at(-1);
      return /token=([A-Za-z]+)/.exec(letter?.body_text ?? "")?.[1] ?? "no token in the letter";
    },
    /** Whoever was just answered with a session. */
    as: (opened: Answer) => visitor.withCookie(opened.cookies.map((cookie) => cookie.split(";")[0]).join("; ")),
    withCookie: (cookie: string) => ({ cookie, ...callsWith({ cookie }) }),
    withKey: (key: string) => callsWith({ authorization: `Bearer ${key}` }),
    async signIn(email: string, userAgent?: string) {
      await visitor.askForLink(email);
      return visitor.as(await visitor.openSession(await visitor.tokenInLetterTo(email), userAgent));
    },
    async cookiesOf(email: string): Promise<string> {
      await visitor.askForLink(email);
      return (await visitor.openSession(await visitor.tokenInLetterTo(email))).cookies.join("\n");
    },
  };
  return visitor;

  function callsWith(headers: Record<string, string>) {
    return {
      get: (path: string) => call("GET", path, headers),
      post: (path: string, body: unknown) => call("POST", path, headers, body),
      patch: (path: string, body: unknown, more: Record<string, string> = {}) => call("PATCH", path, { ...headers, ...more }, body),
      delete: (path: string) => call("DELETE", path, headers),
    };
  }

  async function call(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answer> {
    const answer = await api.request(`/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      cookies: answer.headers.getSetCookie(),
      body: text === "" ? undefined : JSON.parse(text),
    };
  }
}
