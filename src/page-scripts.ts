import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { forever } from "./platform/http/forever.ts";

/** The scripts that pages bring along, each at an address that changes with what stands in it, so that a browser asks for it once. */
export interface PageScripts {
  /** "/scripts/check-in-1f0c2a9b.js" for "check-in". */
  addressOf(name: string): string;
  /**
   * Serves them. At an address of another build there is the script of this one, as long as a page from then is still open, and at the
   * name alone too, for workers that a script begins; neither may be kept unasked.
   */
  routes: Hono;
}

const dated = /^(\/scripts\/[\w-]+)-[0-9a-f]{8}\.js$/;

/** Those in `scripts` below this folder. */
export function pageScripts(folder: string): PageScripts {
  const names = readdirSync(join(folder, "scripts")).filter((file) => file.endsWith(".js"));
  const addresses = new Map(
    names.map((file) => {
      const sum = createHash("sha256")
        .update(readFileSync(join(folder, "scripts", file)))
        .digest("hex");
      return [file.slice(0, -3), `/scripts/${file.slice(0, -3)}-${sum.slice(0, 8)}.js`];
    }),
  );
  const current = new Set(addresses.values());
  // what the bundler makes of a worker is dated by it
  const isLasting = (path: string) => current.has(path) || path.startsWith("/scripts/assets/");
  return {
    addressOf: (name) => addresses.get(name) ?? `/scripts/${name}.js`,
    routes: new Hono().use(
      "/scripts/*",
      serveStatic({
        root: folder,
        rewriteRequestPath: (path) => path.replace(dated, "$1.js"),
        onFound: (_, c) => c.header("cache-control", isLasting(c.req.path) ? forever : "no-cache"),
      }),
    ),
  };
}
