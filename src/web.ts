import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { createRequestHandler, type RouterContext, RouterContextProvider, type ServerBuild } from "react-router";
import { readTrials } from "../database/demo/trials.ts";
import type { Api } from "./api.ts";
import { demoRoles, type Identify, type Identity, signInRoutes } from "./features/accounts/index.ts";
import { feedFiles } from "./features/bookings/index.ts";
import { embeddedCalendar, eventCalendars } from "./features/events/index.ts";
import { findNetworkLook, logoFiles, presentLogo, readInstallationName } from "./features/organizations/index.ts";
import { consultationTimes } from "./features/production/index.ts";
import { storyPhotoFiles } from "./features/reports/index.ts";
import { photoFiles } from "./features/spaces/index.ts";
import type { NetworkLook, Visit } from "./interface/visit.ts";
import { pageScripts } from "./page-scripts.ts";
import { type Actor, visitor } from "./platform/access/actor.ts";
import { isDatabaseAway } from "./platform/database/constraint-name.ts";
import { callerAddress } from "./platform/http/caller-address.ts";
import { forever } from "./platform/http/forever.ts";
import { observe } from "./platform/http/observe.ts";
import { ownSiteOnly } from "./platform/http/own-site.ts";
import { problemOf } from "./platform/http/problem.ts";
import { requestRefusals } from "./platform/http/request-refusals.ts";
import { securityHeaders } from "./platform/http/security-headers.ts";
import type { Installation } from "./platform/installation.ts";
import { isLanguage, preferredLanguage } from "./platform/language/language.ts";
import { devMail } from "./platform/mail/index.ts";
import { dayIn } from "./platform/time/day.ts";
import { remembered, rememberedEach } from "./remembered.ts";
import { searchEngineRoutes } from "./search-engines.ts";

const build = join(import.meta.dirname, "../build");
type WebEnvironment = { Variables: { requestId: string } };

/** Pages, their files, and the API under one address. */
export async function createWeb(
  installation: Installation,
  api: Api,
  identify: Identify,
  identity: Identity,
): Promise<Hono<WebEnvironment>> {
  const pages = (await import(join(build, "pages/server/index.js"))) as ServerBuild;
  const { visitContext } = pages.entry.module as unknown as { visitContext: RouterContext<Visit> };
  const render = createRequestHandler(pages, "production");
  const trials = installation.settings.isDemo ? readTrials() : undefined;
  const scripts = pageScripts(build);
  const web = new Hono<WebEnvironment>();
  // asked for by every page; a new network or name shows within ten seconds
  const mainNetwork = remembered(installation, 10, async () => ({ look: await readLook(visitor) }));
  const openLook = rememberedEach(installation, 10, (network) => readLook(visitor, network));
  const siteName = remembered(installation, 10, () => readInstallationName(installation));

  web.use(observe(installation));
  web.use(compress());
  web.use(ownSiteOnly(installation.settings.url));
  web.route("/", api);
  web.route("/", photoFiles(installation));
  web.route("/", logoFiles(installation));
  web.route("/", storyPhotoFiles(installation));
  web.route("/", eventCalendars(installation));
  web.route("/", embeddedCalendar(installation));
  web.route("/", feedFiles(installation, [consultationTimes]));
  web.route("/", searchEngineRoutes(installation, api));
  web.route("/", signInRoutes(installation, identity));
  if (installation.settings.isDemo && !installation.settings.smtpUrl) web.route("/dev/mail", devMail(installation));
  // at the root, so that it may keep pages anywhere below
  web.get(
    "/service-worker.js",
    serveStatic({ path: join(build, "scripts/service-worker.js"), onFound: (_, c) => c.header("cache-control", "no-cache") }),
  );
  web.use("/assets/*", serveStatic({ root: join(build, "pages/client"), onFound: (_, c) => c.header("cache-control", forever) }));
  web.route("/", scripts.routes);
  web.use(
    serveStatic({
      root: join(import.meta.dirname, "interface/public"),
      onFound: (_, c) => c.header("cache-control", "public, max-age=3600"),
    }),
  );

  web.all("*", async (c) => page(c, await identify(c.req.raw.headers).catch(nobodyWhenAway)));
  web.onError((error, c) => {
    if (isDatabaseAway(error)) return c.req.path.startsWith("/api/") ? awayAnswer(c.req.raw, c.get("requestId")) : page(c, undefined);
    installation.log.failure("request_failed", error, { requestId: c.get("requestId"), path: c.req.routePath });
    return c.text("Internal error", 500);
  });
  return web;

  // of somebody, or, while the database is away and nobody is known, the page that says so
  async function page(c: Context<WebEnvironment>, known: Actor | undefined): Promise<Response> {
    const nonce = randomBytes(16).toString("base64");
    const requestId = c.get("requestId");
    const request = known ? pageRequest(c.req.raw) : awayRequest(c.req.raw);
    const actor = known ?? visitor;
    const context = new RouterContextProvider();
    const address = callerAddress(request, c.env, installation.settings.proxies);
    const network = known && (await mainNetwork().catch(nobodyWhenAway))?.look;
    const name = known && (await siteName().catch(nobodyWhenAway));
    context.set(visitContext, { ...visitOf(request, actor, { requestId, address }), nonce, network, ...(name && { siteName: name }) });
    const response = await render(request, context);
    // whoever has just named the installation, or made its first network, sees it
    if (request.method !== "GET") {
      siteName.forget();
      mainNetwork.forget();
    }
    if (response.status === 503) response.headers.set("retry-after", "5");
    return securityHeaders(response, { nonce, requestId, tiles: installation.settings.tiles });
  }

  async function readLook(actor: Actor, network?: string): Promise<NetworkLook | undefined> {
    const found = await findNetworkLook(installation.db, actor, dayIn(installation.now(), "Europe/Oslo"), network);
    return found && { id: found.id, slug: found.slug, name: found.name, colour: found.colour, logo: presentLogo(found.id, found) };
  }

  type Traced = { requestId: string; address: string };

  function visitOf(request: Request, actor: Actor, { requestId, address }: Traced): Omit<Visit, "nonce" | "network"> {
    const language = preferredLanguage(request.headers.get("accept-language"));
    return {
      actor,
      language,
      requestId,
      siteName: installation.settings.name,
      // a network that is not for everyone is looked up for those who may see it
      lookOf: async (network) => (await openLook(network)) ?? (actor.kind === "person" ? readLook(actor, network) : undefined),
      demo: trials && { bar: demoRoles(actor), isPublic: installation.settings.isDemoPublic, trials },
      origin: installation.settings.url,
      scriptAddress: scripts.addressOf,
      tiles: installation.settings.tiles,
      colourScheme: colourSchemeOf(request.headers.get("cookie")),
      now: installation.now(),
      tellFault: (fault) => installation.log.failure("page_failed", fault, { requestId }),
      api: async (path, init) => {
        const inPage = new URL(request.url).pathname.split("/")[1];
        const inside = { actor, language: isLanguage(inPage) ? inPage : language, requestId, address };
        return api.request(path, init, { inside });
      },
    };
  }
}

/** Whether the pages have been built. */
export function pagesAreBuilt(): boolean {
  return existsSync(join(build, "pages/server/index.js"));
}

/** The program's version, from package.json. */
export function version(): string {
  return (JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8")) as { version: string }).version;
}

// The documentation has one address for programs, whatever the reader's language.
function pageRequest(request: Request): Request {
  const url = new URL(request.url);
  if (!/^\/api\/docs(\/|$)/.test(url.pathname)) return request;
  return new Request(new URL(`/${preferredLanguage(request.headers.get("accept-language"))}${url.pathname}`, url), request);
}

// Without the database nobody is known; a page that took everyone for a stranger would send them to sign in again.
function awayRequest(request: Request): Request {
  const first = new URL(request.url).pathname.split("/")[1];
  const language = isLanguage(first) ? first : preferredLanguage(request.headers.get("accept-language"));
  return new Request(new URL(`/${language}/away`, request.url), { headers: request.headers });
}

function awayAnswer(request: Request, requestId: string): Response {
  const seconds = 5;
  const language = preferredLanguage(request.headers.get("accept-language"));
  const headers = { "content-type": "application/problem+json", "cache-control": "no-store", "retry-after": String(seconds) };
  return Response.json(problemOf(requestRefusals.away({ seconds }), language, requestId), { status: 503, headers });
}

function nobodyWhenAway(error: unknown): undefined {
  if (!isDatabaseAway(error)) throw error;
}

function colourSchemeOf(cookie: string | null): Visit["colourScheme"] {
  const chosen = /(?:^|;\s*)colour-scheme=(light|dark)\b/.exec(cookie ?? "")?.[1];
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}
