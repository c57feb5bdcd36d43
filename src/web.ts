import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { createRequestHandler, type RouterContext, RouterContextProvider, type ServerBuild } from "react-router";
import type { Api } from "./api.ts";
import type { Identify } from "./features/accounts/index.ts";
import type { Visit } from "./interface/visit.ts";
import type { Actor } from "./platform/access/actor.ts";
import { newId } from "./platform/database/id.ts";
import { securityHeaders } from "./platform/http/security-headers.ts";
import type { Installation } from "./platform/installation.ts";
import { preferredLanguage } from "./platform/language/language.ts";

const build = join(import.meta.dirname, "../build");
const forever = "public, max-age=31536000, immutable";

/** Pages, their files, and the API under one address. */
export async function createWeb(installation: Installation, api: Api, identify: Identify): Promise<Hono> {
  const pages = (await import(join(build, "pages/server/index.js"))) as ServerBuild;
  const { visitContext } = pages.entry.module as unknown as { visitContext: RouterContext<Visit> };
  const render = createRequestHandler(pages, "production");
  const web = new Hono();

  web.use(compress());
  web.route("/", api);
  web.use("/assets/*", serveStatic({ root: join(build, "pages/client"), onFound: (_, c) => c.header("cache-control", forever) }));
  web.use("/scripts/*", serveStatic({ root: build, onFound: (_, c) => c.header("cache-control", "no-cache") }));
  web.use(
    serveStatic({
      root: join(import.meta.dirname, "interface/public"),
      onFound: (_, c) => c.header("cache-control", "public, max-age=3600"),
    }),
  );

  web.all("*", async (c) => {
    const request = c.req.raw;
    const nonce = randomBytes(16).toString("base64");
    const requestId = newId();
    const actor = await identify(request.headers);
    const context = new RouterContextProvider();
    context.set(visitContext, { ...visitOf(request, actor), nonce, requestId });
    const response = await render(request, context);
    return securityHeaders(response, { nonce, requestId, tiles: installation.settings.tiles });
  });
  return web;

  function visitOf(request: Request, actor: Actor): Omit<Visit, "nonce" | "requestId"> {
    const language = preferredLanguage(request.headers.get("accept-language"));
    return {
      actor,
      language,
      siteName: installation.settings.name,
      demo: undefined,
      origin: installation.settings.url,
      colourScheme: colourSchemeOf(request.headers.get("cookie")),
      now: installation.now(),
      api: async (path, init) => {
        const inPage = new URL(request.url).pathname.split("/")[1];
        const inside = { actor, language: inPage === "nn" || inPage === "en" || inPage === "nb" ? inPage : language, requestId: newId() };
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

function colourSchemeOf(cookie: string | null): Visit["colourScheme"] {
  const chosen = /(?:^|;\s*)colour-scheme=(light|dark)\b/.exec(cookie ?? "")?.[1];
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}
