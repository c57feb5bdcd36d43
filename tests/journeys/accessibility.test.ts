import type { Browser, BrowserContext, Page } from "playwright-core";
import { matchRoutes } from "react-router";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults, namelessThings, openBrowser, type Site, signIn } from "../support/browser.ts";
import { openDemonstration } from "../support/demonstration.ts";
import { type EmptyForm, emptyFormsOn, send, summaryIn } from "../support/empty-forms.ts";
import { everyPage, notLookedAt, type Role, routesInSiteMap } from "../support/every-page.ts";

const languages = ["nb", "nn", "en"] as const;
const desktop = { width: 1280, height: 900 };
const narrowest = { width: 320, height: 640 };
const tallest = 6_000;

let site: Site;
let browser: Browser;
type Language = (typeof languages)[number];
type Seat = { context: BrowserContext; windows: Record<Language, Window> };
type Window = { page: Page; errors: string[] };
const seats = new Map<Role, Seat>();
const links = new Map<string, { role: Role; link: string; on: string }>();
const forms = new Map<string, { role: Role; form: EmptyForm; on: string }>();

beforeAll(async () => {
  site = await openDemonstration();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** A browser a role, signed in once, with a window for each language. */
async function seatOf(role: Role): Promise<Seat> {
  const known = seats.get(role);
  if (known) return known;
  // without motion, so that no colour is measured on its way to another
  const reducedMotion = "reduce" as const;
  const context = await browser.newContext({
    baseURL: site.url,
    viewport: desktop,
    reducedMotion,
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
  });
  await context.clock.setSystemTime(site.installation.now().epochMilliseconds);
  if (role !== "visitor") await signIn(context, site, `${role}@demo.example`);
  const seat = { context, windows: { nb: await windowOf(context), nn: await windowOf(context), en: await windowOf(context) } };
  seats.set(role, seat);
  return seat;
}

async function windowOf(context: BrowserContext): Promise<Window> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  return { page, errors };
}

/** What is wrong with the page in a language; its build and its colours are looked at in the first one only, by day and by night. */
async function look({ page, errors }: Window, path: string, language: Language) {
  const isFirst = language === languages[0];
  await page.setViewportSize(desktop);
  const answer = await page.goto(`/${language}${path && `/${path}`}`);
  const faults = isFirst ? await accessibilityFaults(page) : await namelessThings(page);
  await page.setViewportSize(narrowest);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (isFirst) {
    // what one has not scrolled to yet lies half under the bar at the bottom: all of it is looked at
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...narrowest, height: Math.min(height, tallest) });
    await page.emulateMedia({ colorScheme: "dark" });
    faults.push(...(await accessibilityFaults(page, { ofLooks: true })).map((fault) => `narrow and dark: ${fault}`));
    await page.emulateMedia({ colorScheme: "light" });
  }
  const headings = await page.locator("h1:visible").count();
  const lang = await page.locator("html").getAttribute("lang");
  const hasTitle = (await page.title()).trim() !== "";
  return { language, status: answer?.status(), faults, sideways, headings, lang, hasTitle, errors: errors.splice(0) };
}

const routes = routesInSiteMap().map((path) => ({ path: `/:language/${path}` }));

/** The page of the site map a link leads to, and what it asks of it; of what is no page, the address without its numbers. */
function kindOf(link: string): string {
  const [path = "", asked = ""] = link.split("?");
  const route = matchRoutes(routes, path)?.[0]?.route.path ?? path;
  const names = [...new URLSearchParams(asked).keys()];
  return [route, ...names].join(" ").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, "…");
}

test("no page of the site map is left out", () => {
  const looked = new Set([...everyPage.map(({ route }) => route), ...notLookedAt]);

  expect([...looked].toSorted()).toEqual(routesInSiteMap().toSorted());
});

describe("A page is for everybody, in three languages, narrow and wide, by day and by night", () => {
  test.each(everyPage)("/$route", { timeout: 90_000 }, async ({ route, role, address, status = 200 }) => {
    const { context, windows } = await seatOf(role);
    const path = typeof address === "string" ? address : await address(context);

    const found = await Promise.all(languages.map((language) => look(windows[language], path, language)));

    for (const href of await windows.nb.page
      .locator("a[href^='/']")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""))) {
      const [link = ""] = href.split("#");
      links.set(`${role} ${link}`, { role, link, on: path });
    }
    // leaving is no form to be corrected
    const own = route === "sign-out" ? [] : await emptyFormsOn(windows.nb.page);
    for (const form of own) if (!forms.has(`${route} ${form.kind}`)) forms.set(`${route} ${form.kind}`, { role, form, on: path });
    // a browser says of itself that the page it asked for is not there
    const errors = status === 404 ? ["Failed to load resource: the server responded with a status of 404 (Not Found)"] : [];
    const right = { status, faults: [], sideways: 0, headings: 1, hasTitle: true, errors };
    expect(found).toEqual(languages.map((language) => ({ ...right, language, lang: language })));
  });

  test("every link on them leads to something that is there for the one who sees it", { timeout: 120_000 }, async () => {
    const missing: string[] = [];
    const lastOf = new Map([...links.values()].map(({ role, link }) => [`${role} ${kindOf(link)}`, link]));
    const followed = new Set<string>();
    for (const { role, link, on } of links.values()) {
      // signing in as somebody else would change whose window it is
      if (link.startsWith("/demo/")) continue;
      // a hundred rows of one table lead to a hundred pages of one kind: the first and the last are followed
      const kind = `${role} ${kindOf(link)}`;
      const isFirst = !followed.has(kind);
      followed.add(kind);
      if (!isFirst && lastOf.get(kind) !== link) continue;
      const answer = await (await seatOf(role)).context.request.get(link);
      if (answer.status() !== 200) missing.push(`${answer.status()} ${link} for the ${role}, on /${on}`);
    }

    expect(links.size).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  // last: what takes an empty form for an answer changes what stands on the pages
  test("a form that is sent empty names each field that is wrong, leads to it, and says it there too, with room for it on a phone", {
    timeout: 120_000,
  }, async () => {
    const { page } = (await seatOf("visitor")).windows.nb;
    await page.setViewportSize(narrowest);
    const wrong: string[] = [];
    let corrected = 0;
    for (const { role, form, on } of forms.values()) {
      const { lines, faults } = await summaryIn(page, await send((await seatOf(role)).context, form));
      if (lines.length > 0) corrected += 1;
      wrong.push(...faults.map((fault) => `on /${on}, what must be corrected ${fault}`));
    }

    expect(wrong).toEqual([]);
    expect(corrected).toBeGreaterThan(40);
  });
});
