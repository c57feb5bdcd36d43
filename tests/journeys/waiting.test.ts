import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { expectAccessible, openBrowser, openSite, patience, type Site, signIn } from "../support/browser.ts";
import { doWhatIsDue } from "../support/jobs.ts";
import { networkBuilder } from "../support/network.ts";

let site: Site;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

async function contextOf(email: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(patience);
  await signIn(context, site, email);
  return context;
}

test(
  "one who finds a room taken stands in line, is offered the time when it comes free, and takes it",
  async () => {
    const network = networkBuilder(site.installation);
    const space = await network.space("naustet");
    const [amina, henrik] = [
      await network.person("Amina Larsen", { email: "amina@example.test" }),
      await network.person("Henrik Lie", { email: "henrik@example.test" }),
    ];
    for (const personId of [amina, henrik]) await network.membership(space.organizationId, { personId });
    const room = await network.resource(space, "Fjorden");
    const { request } = await contextOf("henrik@example.test");
    const headers = { origin: site.url };
    const data = { startsAt: "2026-11-24T09:00:00Z", endsAt: "2026-11-24T10:00:00Z" };
    const taken = (await (await request.post(`/api/v1/resources/${room}/bookings`, { data, headers })).json()) as { id: string };
    const page = await (await contextOf("amina@example.test")).newPage();
    await page.goto("/nb/spaces/naustet/calendar?day=2026-11-24&from=10:00&to=11:00");

    await page.click("button[value=book]");
    expect(await page.getByRole("alert").innerText()).toContain("Fjorden er opptatt 10:00–11:00.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Still meg på lista" }).click();
    expect(await page.locator(".notice[role=status]").innerText()).toContain("Du står på lista.");
    expect(await page.locator(".waits p").innerText()).toBe("Fjorden, nr. 1 10–11");
    await expectAccessible(page);

    await request.put(`/api/v1/bookings/${taken.id}/cancellation`, { data: {}, headers });
    await doWhatIsDue(site.installation);
    await page.reload();
    expect(await page.locator(".waits b").innerText()).toBe("Fjorden er ledig, og holdes av til deg");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Ta tida" }).click();

    expect(await page.locator(".notice[role=status]").innerText()).toContain("Tida er din.");
    expect(await page.locator(".waits").count()).toBe(0);
  },
  patience,
);

test(
  "those at the desk put a member in line, and are asked why before they go past who waits, and nobody is offered the time meanwhile",
  async () => {
    const network = networkBuilder(site.installation);
    const space = await network.space("naustet");
    const amina = await network.person("Amina Larsen", { email: "amina@example.test" });
    const mari = await network.person("Mari Vert", { email: "mari@example.test" });
    await network.membership(space.organizationId, { personId: amina });
    await network.position(mari, space.organizationId, "host");
    const room = await network.resource(space, "Fjorden");
    const headers = { origin: site.url };
    const data = { startsAt: "2026-11-24T09:00:00Z", endsAt: "2026-11-24T10:00:00Z" };
    const [desk, member] = [await contextOf("mari@example.test"), await contextOf("amina@example.test")];
    const book = async () =>
      (await (await desk.request.post(`/api/v1/resources/${room}/bookings`, { data, headers })).json()) as { id: string };
    const { id } = await book();
    const page = await desk.newPage();
    await page.goto(`/nb/spaces/naustet/calendar?day=2026-11-24&from=10:00&to=11:00&for=${amina}`);
    await page.click("button.lit[value=book]");
    await page.getByRole("button", { name: "Sett Amina Larsen på lista" }).click();
    expect(await page.locator(".notice[role=status]").innerText()).toContain("Medlemmet står på lista");
    await desk.request.put(`/api/v1/bookings/${id}/cancellation`, { data: {}, headers });
    await page.goto("/nb/spaces/naustet/calendar?day=2026-11-24&from=10:00&to=11:00");

    await page.click("button[value=book]");
    expect(await page.getByRole("alert").innerText()).toContain("Noen står på lista for denne tida");
    await expectAccessible(page);
    await page.getByLabel("Hvorfor går du forbi regelen?").fill("Ordføreren er her");
    await page.click("button[value=book]");

    expect(await page.locator(".notice[role=status]").innerText()).toContain("Fjorden");
    const waits = (await (await member.request.get("/api/v1/me/waits")).json()) as { items: { state: string }[] };
    expect(waits.items.map(({ state }) => state)).toEqual(["waiting"]);
  },
  patience,
);
