import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { genericOAuth, magicLink } from "better-auth/plugins";
import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import { isDatabaseAway } from "../../platform/database/constraint-name.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { withDates } from "./identity-database.ts";
import { identityTables } from "./identity-tables.ts";
import { findActor, findPersonByEmail, moveLoginToAddress, personOfLogin } from "./queries.ts";

const linkMinutes = 15;
const sessionDays = 60;
const day = 24 * 60 * 60;

/** Which session a request belongs to, and whose it is. */
export interface FoundSession {
  sessionId: string;
  personId: string;
}

/** Who people are: sign-in links, passkeys, OpenID Connect and sessions. better-auth does the work and is known here only. */
export interface Identity {
  /** A token that opens one session within fifteen minutes. Made for any address; opens nothing for one that is no person's. */
  issueLink(email: string): Promise<string>;
  /** Uses the token up. @returns the cookies of the new session, or undefined when the token is unknown, used or too old */
  openSession(token: string, headers: Headers): Promise<{ cookies: string[] } | undefined>;
  sessionOf(headers: Headers): Promise<FoundSession | undefined>;
  /** Cookies that make a browser forget its session. */
  forgetSession(): Promise<string[]>;
  /** Where the OpenID Connect provider asks people to sign in, and the cookies that tie the answer to this browser. */
  providerAddress(after: { to: string; onFailure: string }): Promise<{ url: string; cookies: string[] } | undefined>;
  /** better-auth's own addresses, under /api/auth. */
  handle(request: Request): Promise<Response>;
}

/** The name of the OpenID Connect provider in /api/auth/callback/… and in login_providers. */
export const providerId = "oidc";

export function createIdentity(installation: Installation): Identity {
  const auth = betterAuthFor(installation);
  return {
    async issueLink(email) {
      const issued = { token: "" };
      await auth.api.signInMagicLink({ body: { email, metadata: { issued } }, headers: new Headers() });
      return issued.token;
    },
    async openSession(token, headers) {
      try {
        const { headers: answer } = await auth.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true });
        return { cookies: answer.getSetCookie() };
      } catch (error) {
        if (isAPIError(error) && error.status === "FOUND") return undefined;
        throw error;
      }
    },
    async sessionOf(headers) {
      const found = await auth.api.getSession({ headers }).catch(async (error: unknown) => {
        // better-auth does not say why it could not look; a database that is away says so itself
        await sql`select 1`.execute(installation.db);
        throw error;
      });
      const personId = found?.user.personId;
      return personId ? { sessionId: found.session.id, personId } : undefined;
    },
    async forgetSession() {
      const { headers: answer } = await auth.api.signOut({ headers: new Headers(), returnHeaders: true });
      return answer.getSetCookie();
    },
    async providerAddress({ to, onFailure }) {
      if (!installation.settings.openIdConnect) return undefined;
      const { response, headers } = await auth.api.signInSocial({
        body: { provider: providerId, callbackURL: to, errorCallbackURL: onFailure, disableRedirect: true },
        returnHeaders: true,
      });
      return response.url ? { url: response.url, cookies: headers.getSetCookie() } : undefined;
    },
    handle: (request) => auth.handler(request),
  };
}

function betterAuthFor({ db, now, log, settings }: Installation) {
  const { passkey: passkeys, ...tables } = identityTables;
  const oidc = settings.openIdConnect;
  return betterAuth({
    appName: settings.name,
    baseURL: settings.url,
    basePath: "/api/auth",
    secret: settings.secret,
    database: { db: withDates(db), type: "postgres", transaction: true },
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message) => log.info("identity_refused", { message }) },
    rateLimit: { enabled: false },
    onAPIError: {
      errorURL: `${settings.url}/nb/sign-in?failed=provider`,
      onError(error) {
        if (isDatabaseAway(error)) throw error;
        log.info("identity_refused", { message: error instanceof Error ? error.message : "unknown" });
      },
    },
    advanced: {
      cookiePrefix: "romslig",
      useSecureCookies: settings.url.startsWith("https:"),
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, path: "/" },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
    user: {
      ...tables.user,
      // filled by the hook below; the column itself demands it
      additionalFields: { personId: { type: "string", fieldName: "person_id", required: false, input: false } },
    },
    // a fixed end, so that a request never has to send the cookie anew
    session: {
      ...tables.session,
      expiresIn: sessionDays * day,
      disableSessionRefresh: true,
      freshAge: day,
      cookieCache: { enabled: false },
    },
    account: {
      ...tables.account,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: false, requireLocalEmailVerified: true },
    },
    verification: { ...tables.verification, storeIdentifier: "hashed" },
    databaseHooks: {
      // A login exists for a person only, and only by an address proven to be theirs.
      user: {
        create: {
          before: async (login) => {
            const person = login.emailVerified ? await findPersonByEmail(db, login.email) : undefined;
            return person ? { data: { ...login, name: person.name, image: null, personId: person.id } } : false;
          },
        },
      },
      // What the provider lets one do in the person's name is not ours to keep.
      account: {
        create: { before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }) },
      },
      session: {
        create: {
          after: async (session) => {
            const personId = await personOfLogin(db, session.userId);
            const actor = personId && (await findActor(db, personId, dayIn(now(), "Europe/Oslo")));
            if (actor) await audit(db, { actor, at: now(), action: "session.open", subject: { kind: "session", id: session.id } });
          },
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        storeToken: "hashed",
        sendMagicLink: ({ token, metadata }) => {
          const issued = metadata?.issued as { token: string } | undefined;
          if (issued) issued.token = token;
        },
      }),
      passkey({ rpID: new URL(settings.url).hostname, rpName: settings.name, origin: settings.url, schema: { passkey: passkeys } }),
      genericOAuth({
        config: oidc
          ? [
              {
                providerId,
                clientId: oidc.clientId,
                clientSecret: oidc.clientSecret,
                discoveryUrl: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
                scopes: ["openid", "email", "profile"],
                pkce: true,
                requireIdTokenVerification: true,
                mapProfileToUser: async (profile) => {
                  if (typeof profile.email === "string") await moveLoginToAddress(db, profile.email.toLowerCase(), now());
                  return {};
                },
              },
            ]
          : [],
      }),
    ],
  });
}
