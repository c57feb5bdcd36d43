import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { createApi } from "../../src/api.ts";
import { createIdentity, type Identity, identifier } from "../../src/features/accounts/index.ts";
import { type Door, listen } from "../../src/start/listen.ts";
import { createWeb } from "../../src/web.ts";
import { type TestInstallation, testInstallation } from "./installation.ts";
import { freePort } from "./spawned.ts";

/** The whole web, pages and API, on a port of its own with a database of its own. The pages must have been built. */
export interface Site {
  installation: TestInstallation;
  identity: Identity;
  /** "http://localhost:41234", as cookies, passkeys and service workers want it. */
  url: string;
  /** Nobody answers from now on: what a phone meets in a cellar. */
  cut(): Promise<void>;
  /** Answers again, on the same port. */
  restore(): Promise<void>;
  /** What every request meets on its way from now on: a promise that holds it, a response that answers in the site's place. */
  onTheWay(meets: Way): void;
  close(): Promise<void>;
}

type Way = (request: Request) => Response | undefined | Promise<Response | undefined>;

/** Opens one at nine o'clock on Monday 23 November 2026, empty. `variables` are settings by their environment names. */
export async function openSite(variables: Record<string, string> = {}, like?: string): Promise<Site> {
  const port = await freePort();
  const installation = await testInstallation({ PORT: String(port), ...variables }, like);
  const identity = createIdentity(installation);
  const identify = identifier(installation, identity.sessionOf);
  const web = await createWeb(installation, createApi(installation, identify, identity), identify, identity);
  let way: Way = () => undefined;
  // the bindings that come with a request belong to the server: they say who asks
  const answer = async (request: Request, ...bindings: []) => (await way(request)) ?? web.fetch(request, ...bindings);
  const door = () => listen(answer, { port, hosts: ["localhost"] });
  let open: Door | undefined = await door();
  const shut = async () => {
    await Promise.all([open?.close(), installation.live.close()]);
    open = undefined;
  };
  return {
    installation,
    identity,
    url: installation.settings.url,
    cut: shut,
    async restore() {
      open ??= await door();
    },
    onTheWay(meets) {
      way = meets;
    },
    async close() {
      await shut();
      await installation.close();
    },
  };
}

/** A real Chromium: the one at CHROMIUM_PATH, else the one that comes with the packages. `more` are switches of its own. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath());
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-proxy-server", ...more] });
}

/** How long a page may take to get somewhere on a machine that does other things besides. */
export const patience = 90_000;

/** A phone, 390 pixels wide, in nobody's hands yet. Its clock is the installation's. */
export async function aPhone(browser: Browser, site: Site): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: site.url,
    viewport: { width: 390, height: 844 },
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
  });
  context.setDefaultTimeout(patience);
  await context.clock.setSystemTime(site.installation.now().epochMilliseconds);
  return context;
}

/** Puts the browser in the hands of the person with this address, signed in. */
export async function signIn(context: BrowserContext, site: Site, email: string): Promise<void> {
  const session = await site.identity.openSession(await site.identity.issueLink(email), new Headers());
  if (!session) throw new Error(`Nobody has the address ${email}`);
  await context.addCookies(
    session.cookies.map((cookie) => {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: site.url };
    }),
  );
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// what the width of a window and its colours can break on a page whose build has been looked at
const rulesOfLooks = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "page-has-heading-one"];

/**
 * Holds a page against WCAG 2.1 A and AA and best practice.
 * @param ofLooks only against what width and colours can break
 * @returns one line per finding; empty when there is none
 */
export async function accessibilityFaults(page: Page, { ofLooks = false } = {}): Promise<string[]> {
  // injected through the protocol: the page's own policy lets no foreign script in
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(await readFile(axe, "utf8"));
  return page.evaluate(
    async (rules) => {
      const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
    },
    ofLooks ? rulesOfLooks : null,
  );
}

/**
 * What a translation can break on a page whose build and colours have been looked at in another language: a name that is not there.
 * @returns one line per nameless thing
 */
export function namelessThings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = "a[href], button, summary, label, legend, caption, th, h1, h2, h3, h4, img, [role=img], [aria-label], [aria-labelledby]";
    const isShown = (one: Element) => one.checkVisibility();
    const nameOf = (one: Element): string => {
      const ids = (one.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
      const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? "").join("");
      const inside = [...one.querySelectorAll("[aria-label], img[alt], svg title")].map((part) =>
        [part.getAttribute("aria-label"), part.getAttribute("alt"), part.textContent].join(""),
      );
      return [labelled, one.getAttribute("aria-label"), one.getAttribute("title"), one.textContent, ...inside].join("").trim();
    };
    const isDecoration = (one: Element) => one.closest("[aria-hidden=true]") !== null || one.getAttribute("alt") !== null;
    return [...document.querySelectorAll(named)]
      .filter((one) => isShown(one) && !isDecoration(one) && nameOf(one) === "")
      .map((one) => `nameless: ${one.outerHTML.slice(0, 120)}`);
  });
}

interface Axe {
  run(options: { resultTypes: string[]; runOnly?: string[] }): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Fails with what was found. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page), page.url()).toEqual([]);
}
