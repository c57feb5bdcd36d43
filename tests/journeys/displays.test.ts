import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { crontab } from "../../src/jobs.ts";
import { enqueue } from "../../src/platform/jobs/enqueue.ts";
import { expectAccessible, openBrowser, openSite, patience, type Site } from "../support/browser.ts";
import { doWhatIsDue } from "../support/jobs.ts";
import { networkBuilder } from "../support/network.ts";
import { callers } from "../support/visitor.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

let site: Site;
let browser: Browser;

beforeEach(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});

afterEach(async () => {
  await browser.close();
  await site.close();
});

const monday = (time: string) => `2026-11-23T${time}:00+01:00`;

/** Fjorden with a screen at its door, where Amina has booked ten to eleven and must check in. @returns the screen's path */
async function doorOfFjorden(): Promise<string> {
  const network = networkBuilder(site.installation);
  const space = await network.space("fjordhuset", { name: "Fjordhuset" });
  const room = await network.resource(space, "Fjorden", { needs_check_in: true });
  const amina = await network.member("Amina Larsen", space);
  const mari = await network.person("Mari Moe");
  await network.position(mari, space.organizationId, "manager");
  const { as } = callers(site.installation);
  await as(amina).post(`/resources/${room}/bookings`, { startsAt: monday("10:00"), endsAt: monday("11:00"), title: "Løyndom" });
  const added = await as(mari).post("/spaces/fjordhuset/displays", { kind: "door", name: "Ved døra", resourceId: room });
  return new URL(added.body.url).pathname;
}

async function theMinutePasses(): Promise<void> {
  const { db } = site.installation;
  for (const { kind, payload } of crontab.filter(({ at }) => at === "* * * * *")) await enqueue(db, kind, payload);
  await doWhatIsDue(site.installation);
}

async function aTablet(given: Parameters<Browser["newContext"]>[0] = {}): Promise<{ tablet: BrowserContext; page: Page }> {
  const tablet = await browser.newContext({ baseURL: site.url, viewport: { width: 1024, height: 600 }, ...given });
  tablet.setDefaultTimeout(patience);
  return { tablet, page: await tablet.newPage() };
}

test("a door display is released after nobody came, while one looks at it", async () => {
  const path = await doorOfFjorden();
  const { page } = await aTablet();
  site.installation.setClock(monday("10:02"));
  const following = page.waitForResponse((answer) => answer.url().endsWith("/events"));
  await page.goto(path);
  await following;
  const taken = await page.locator("main").innerText();
  await expectAccessible(page);

  site.installation.setClock(monday("10:10"));
  await theMinutePasses();
  await page.getByRole("heading", { name: "Ledig til kl. 17:00" }).waitFor();

  expect(taken).toContain("Opptatt til kl. 11:00");
  expect(taken).toContain("Sjekk inn før kl. 10:10");
  expect(taken).not.toMatch(/Amina|Løyndom/);
});

test("whoever stands at the door takes the room and checks in without script", async () => {
  const path = await doorOfFjorden();
  const { page } = await aTablet({ javaScriptEnabled: false });
  await page.goto(path);
  const refresh = await page.locator("noscript meta").getAttribute("content");

  await page.getByRole("button", { name: "Til kl. 09:30" }).click();
  await page.getByRole("heading", { name: "Opptatt til kl. 09:30" }).waitFor();
  site.installation.setClock(monday("10:02"));
  await page.reload();
  await page.getByRole("button", { name: "Sjekk inn" }).click();
  await page.getByRole("button", { name: "Sjekk inn" }).waitFor({ state: "detached" });
  site.installation.setClock(monday("10:10"));
  await theMinutePasses();
  await page.reload();

  expect(refresh).toBe("60");
  expect(await page.locator("h1").innerText()).toBe("Opptatt til kl. 11:00");
});

test("a screen whose network is gone says so and lets nobody act on what it no longer knows, until it is back", async () => {
  const path = await doorOfFjorden();
  const { tablet, page } = await aTablet();
  const following = page.waitForResponse((answer) => answer.url().endsWith("/events"));
  await page.goto(path);
  await following;

  await tablet.setOffline(true);
  await page.getByText("Uten nett siden kl. 09:00").waitFor();
  const enabled = await page.locator("[data-live] button:enabled").count();
  await expectAccessible(page);
  await tablet.setOffline(false);
  await page.getByText("Uten nett siden").waitFor({ state: "hidden" });

  expect(enabled).toBe(0);
  expect(await page.locator("[data-live] button:enabled").count()).toBeGreaterThan(0);
});

test("a screen that was given another address shows nothing more", async () => {
  const path = await doorOfFjorden();
  const { page } = await aTablet();
  const following = page.waitForResponse((answer) => answer.url().endsWith("/events"));
  await page.goto(path);
  await following;
  const { db } = site.installation;
  const { id } = await db.selectFrom("displays").select("id").executeTakeFirstOrThrow();
  const { id: mari } = await db.selectFrom("people").select("id").where("name", "=", "Mari Moe").executeTakeFirstOrThrow();

  await callers(site.installation).as(mari).put(`/spaces/fjordhuset/displays/${id}/address`);
  await page.getByRole("heading", { name: "Siden finnes ikke, eller er ikke for deg." }).waitFor();

  expect(await page.getByText("Fjorden").count()).toBe(0);
});
