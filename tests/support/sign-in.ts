import { createApi } from "../../src/api.ts";
import { createIdentity, type Identity, identifier } from "../../src/features/accounts/index.ts";
import type { Answer } from "./answer.ts";
import type { TestInstallation } from "./installation.ts";
import { callerBy } from "./visitor.ts";

/** Somebody at a browser or a program, who calls the API over HTTP as it is: with cookies or a key, signing in by letter. */
export function signInVisitor(installation: TestInstallation, identity: Identity = createIdentity(installation)) {
  const api = createApi(installation, identifier(installation, identity.sessionOf), identity);
  const callerWith = (headers: Record<string, string>) =>
    callerBy((path, init) => api.request(path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }));

  const visitor = {
    api,
    identity,
    ...callerWith({}),
    askForLink: (email: string, { to, language = "nb" }: { to?: string; language?: string } = {}) =>
      visitor.post(`/sign-in-links?language=${language}`, { email, to }),
    openSession: (token: string, userAgent = "") => visitor.post("/sessions", { token }, { "user-agent": userAgent }),
    lettersTo: (email: string) => installation.db.selectFrom("letters").selectAll().where("recipient", "=", email).orderBy("id").execute(),
    /** The token in the newest letter to the address. */
    async tokenInLetterTo(email: string): Promise<string> {
      const letter = (await visitor.lettersTo(email)).at(-1);
      return /token=([A-Za-z]+)/.exec(letter?.body_text ?? "")?.[1] ?? "no token in the letter";
    },
    /** Whoever was just answered with a session. */
    as: (opened: Answer) => visitor.withCookie(opened.cookies.map((cookie) => cookie.split(";")[0]).join("; ")),
    withCookie: (cookie: string) => ({ cookie, ...callerWith({ cookie }) }),
    withKey: (key: string) => callerWith({ authorization: `Bearer ${key}` }),
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
}
