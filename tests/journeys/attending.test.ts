import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser, openSite, patience, type Site, signIn } from "../support/browser.ts";
import { networkBuilder } from "../support/network.ts";
import { callers } from "../support/visitor.ts";

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

/** Amina has Fjorden today from ten to eleven, where one checks in, and Henrik has it from noon; Marka is free. No scripts run. */
async function aminasDay() {
  const network = networkBuilder(site.installation);
  const space = await network.space("naustet");
  const [amina, henrik] = [
    await network.person("Amina Larsen", { email: "amina@example.test" }),
    await network.person("Henrik Lie", { email: "henrik@example.test" }),
  ];
  for (const personId of [amina, henrik]) await network.membership(space.organizationId, { personId });
  const room = await network.resource(space, "Fjorden", { needs_check_in: true });
  await network.resource(space, "Marka", { place_in_order: 1 });
  const { as } = callers(site.installation);
  const times = { startsAt: "2026-11-23T09:00:00Z", endsAt: "2026-11-23T10:00:00Z" };
  const { body } = await as(amina).post(`/resources/${room}/bookings`, { ...times, title: "Ledermøte" });
  await as(henrik).post(`/resources/${room}/bookings`, { startsAt: "2026-11-23T11:00:00Z", endsAt: "2026-11-23T12:00:00Z" });
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(patience);
  await signIn(context, site, "amina@example.test");
  const page = await context.newPage();
  const open = () => page.goto(`/nb/spaces/naustet/calendar?day=2026-11-23&booking=${body.id}`);
  const booking = async () => (await as(amina).get(`/bookings/${body.id}`)).body;
  return { page, open, booking, mine: async () => (await as(amina).get("/me/bookings")).body };
}

const said = (page: Page) => page.locator(".notice").first().innerText();

test(
  "whoever booked checks in a quarter of an hour before, and is told until when",
  async () => {
    const { page, open, booking } = await aminasDay();
    await open();
    const early = await page.getByRole("button", { name: "Sjekk inn" }).count();
    site.installation.setClock("2026-11-23T09:50:00+01:00");
    await open();
    await page.getByText("Sjekk inn innen 10:10").waitFor();
    await page.getByRole("button", { name: "Sjekk inn" }).click();

    expect([early, await said(page), (await booking()).checkedInAt]).toEqual([0, "Sjekket inn. Rommet er ditt.", "2026-11-23T08:50:00Z"]);
    expect(await page.getByRole("button", { name: "Sjekk inn" }).count()).toBe(0);
  },
  patience,
);

test(
  "the title is shown on the screens while it is ticked",
  async () => {
    const { page, open, booking } = await aminasDay();
    await open();

    await page.getByLabel("Vis tittelen på skjermene").check();
    await page.getByRole("button", { name: "Lagre valget" }).click();
    const shown = [await said(page), (await booking()).showsTitle];
    await page.getByLabel("Vis tittelen på skjermene").uncheck();
    await page.getByRole("button", { name: "Lagre valget" }).click();

    expect([...shown, await said(page), (await booking()).showsTitle]).toEqual([
      "Tittelen vises på skjermene.",
      true,
      "Tittelen vises ikke på skjermene.",
      false,
    ]);
  },
  patience,
);

test(
  "a move to a time somebody has is answered with what is free, and another time of the room fills in the form",
  async () => {
    const { page, open, booking } = await aminasDay();
    await open();

    await page.locator("#details").getByLabel("Fra").selectOption("12:00");
    await page.locator("#details").getByLabel("Til", { exact: true }).selectOption("13:00");
    await page.getByRole("button", { name: "Lagre ny tid" }).click();
    await page.getByText("Ledig i stedet").waitFor();
    await expectStill(page);
    const offered = await page.locator(".alternatives a").allInnerTexts();
    await page.locator(".alternatives a", { hasText: "Fjorden" }).first().click();
    await page.waitForLoadState();
    const filled = await page.locator("#details").getByLabel("Fra").inputValue();
    await page.getByRole("button", { name: "Lagre ny tid" }).click();

    expect(offered[0]).toMatch(/^Marka\s12–13$/);
    expect([filled, await said(page), (await booking()).startsAt]).toEqual(["11:00", "Flyttet.", "2026-11-23T10:00:00Z"]);
  },
  patience,
);

test(
  "Enter in a field of the form books",
  async () => {
    const { page, mine } = await aminasDay();
    await page.goto("/nb/spaces/naustet/calendar?day=2026-11-24");

    await page.fill("input[name=title]", "Frokost");
    await page.press("input[name=title]", "Enter");
    await page.getByText("Fjorden er din 09:00–10:00.").waitFor();

    expect((await mine()).items.map(({ title }) => title)).toEqual(["Ledermøte", "Frokost"]);
  },
  patience,
);

async function expectStill(page: Page): Promise<void> {
  expect(await page.locator("#details").getByLabel("Fra").inputValue()).toBe("12:00");
}
