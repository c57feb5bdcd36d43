import { Hono } from "hono";
import { callerAddress } from "../../platform/http/caller-address.ts";
import { countedTries } from "../../platform/http/counted-tries.ts";
import type { Installation } from "../../platform/installation.ts";
import { isLanguage, type Language, preferredLanguage } from "../../platform/language/language.ts";
import { demoAccounts, demoEmail, hasDemoAccount } from "./demo.ts";
import { type Identity, providerId } from "./identity.ts";
import { openSessionFor } from "./open-session.ts";
import { safePath } from "./safe-path.ts";

// what browsers call by themselves; all else better-auth offers stays shut
const passkeyCalls = [
  "GET /api/auth/passkey/generate-register-options",
  "POST /api/auth/passkey/verify-registration",
  "GET /api/auth/passkey/generate-authenticate-options",
  "POST /api/auth/passkey/verify-authentication",
];

/** What a browser is sent to on its way in, beside the pages: passkeys, OpenID Connect, and the demonstration's one click. */
export function signInRoutes(installation: Installation, identity: Identity): Hono {
  const { settings, db } = installation;
  const tries = countedTries(installation, "sign-in.passkey", { burst: 30, perSecond: 1 / 10 });
  const web = new Hono();
  const open = new Set([...passkeyCalls, ...(settings.openIdConnect ? [`GET /api/auth/callback/${providerId}`] : [])]);

  web.all("/api/auth/*", async (c) => {
    if (!open.has(`${c.req.method} ${c.req.path}`)) return c.notFound();
    const seconds = await tries.take(callerAddress(c.req.raw, c.env, settings.proxies));
    if (seconds > 0) return c.json({ code: "account.too_many_links" }, 429, { "retry-after": String(seconds) });
    const answer = await identity.handle(c.req.raw);
    answer.headers.set("cache-control", "no-store");
    return answer;
  });

  web.get("/sign-in/open-id-connect", async (c) => {
    const language = languageOf(c.req.query("language"), c.req.header("accept-language"));
    const to = safePath(c.req.query("to")) ?? `/${language}/me`;
    const onFailure = `/${language}/sign-in?failed=provider`;
    const address = await identity.providerAddress({ to, onFailure });
    if (!address) return c.redirect(onFailure, 303);
    for (const cookie of address.cookies) c.header("set-cookie", cookie, { append: true });
    return c.redirect(address.url, 303);
  });

  if (settings.isDemo) {
    web.get("/demo/sign-in", async (c) => {
      const account = demoAccounts.find((name) => name === c.req.query("as"));
      if (!account || !(await hasDemoAccount(db, account))) return c.notFound();
      const cookies = await openSessionFor(identity, demoEmail(account), c.req.header("user-agent"));
      for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
      return c.redirect(safePath(c.req.query("to")) ?? `/${preferredLanguage(c.req.header("accept-language"))}/me`, 303);
    });
  }
  return web;
}

function languageOf(query: string | undefined, header: string | undefined): Language {
  return isLanguage(query) ? query : preferredLanguage(header);
}
