import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { expectAccessible, openBrowser, openSite, patience, type Site, signIn } from "../support/browser.ts";
import { networkBuilder } from "../support/network.ts";

let site: Site;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await openSite();
  site.installation.setClock("2026-09-01T09:00:00+02:00");
});
afterEach(() => site.close());

/** A house with a room, of which Henrik has two of the Tuesdays Amina wants. */
async function twoTuesdaysTaken(): Promise<void> {
  const network = networkBuilder(site.installation);
  const space = await network.space("naustet");
  const [amina, henrik] = [
    await network.person("Amina Larsen", { email: "amina@example.test" }),
    await network.person("Henrik Lie", { email: "henrik@example.test" }),
  ];
  for (const personId of [amina, henrik]) await network.membership(space.organizationId, { personId });
  const room = await network.resource(space, "Fjorden");
  const { request } = await contextOf("henrik@example.test");
  for (const day of ["2026-10-06", "2026-11-17"]) {
    const at = (time: string) => Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime("Europe/Oslo").toInstant().toString();
    const data = { startsAt: at("12:00"), endsAt: at("13:00") };
    const answer = await request.post(`/api/v1/resources/${room}/bookings`, { data, headers: { origin: site.url } });
    expect(answer.status()).toBe(201);
  }
}

/** Without script, as the form works before it has come and when it does not, unless it is asked for. */
async function contextOf(email: string, javaScriptEnabled = false): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled, viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(patience);
  await signIn(context, site, email);
  return context;
}

async function aminasPage(): Promise<{ page: Page; startsOf: () => Promise<string[]> }> {
  const context = await contextOf("amina@example.test");
  const startsOf = async () => {
    const { items } = (await (await context.request.get("/api/v1/me/bookings")).json()) as { items: { startsAt: string }[] };
    return items.map(({ startsAt }) => Temporal.Instant.from(startsAt).toZonedDateTimeISO("Europe/Oslo").toPlainDateTime().toString());
  };
  return { page: await context.newPage(), startsOf };
}

test(
  "twelve weeks over the October change of clocks: of two conflicts one is skipped and one is moved, in a form without script",
  async () => {
    await twoTuesdaysTaken();
    const { page, startsOf } = await aminasPage();
    await page.goto("/nb/spaces/naustet/calendar?day=2026-09-08");

    await page.selectOption("select[name=from]", "12:00");
    await page.selectOption("select[name=to]", "13:00");
    await page.selectOption("select[name=repeat]", "weekly");
    await page.fill("input[name=times]", "12");
    await page.click("button[name=act][value=look]");
    const conflicts = page.locator(".conflicts li");
    expect(await page.getByRole("alert").innerText()).toContain("To av tolv går ikke");
    expect(await conflicts.locator(".label").allInnerTexts()).toEqual(["Tir. 6. okt. 12–13", "Tir. 17. nov. 12–13"]);
    expect(await startsOf()).toEqual([]);

    await conflicts.nth(1).locator("select").selectOption({ label: "Ta kl. 13–14 i stedet" });
    await page.click("button[name=act][value=book]");

    expect(await page.locator(".notice[role=status]").innerText()).toContain("Fjorden er booket elleve ganger.");
    expect(await startsOf()).toEqual([
      ...["09-08", "09-15", "09-22", "09-29", "10-13", "10-20", "10-27", "11-03", "11-10"].map((day) => `2026-${day}T12:00:00`),
      "2026-11-17T13:00:00",
      "2026-11-24T12:00:00",
    ]);
  },
  patience,
);

test(
  "a series that is looked at says which it is of, and all of it is given back at once",
  async () => {
    await twoTuesdaysTaken();
    const { page, startsOf } = await aminasPage();
    await page.goto("/nb/spaces/naustet/calendar?day=2026-09-08");
    await page.selectOption("select[name=from]", "09:00");
    await page.selectOption("select[name=to]", "10:00");
    await page.selectOption("select[name=repeat]", "monthly");
    await page.fill("input[name=lastDay]", "2026-12-31");
    await page.click("button[name=act][value=book]");
    const days = ["2026-09-08", "2026-10-13", "2026-11-10", "2026-12-08"];
    expect(await startsOf()).toEqual(days.map((day) => `${day}T09:00:00`));

    expect(await page.locator("#details summary").first().innerText()).toBe("Del av en serie på 4");
    await page.selectOption("#details select[name=scope]", "all");
    await page.click("button[name=act][value=cancel]");

    expect(await startsOf()).toEqual([]);
  },
  patience,
);

test(
  "the list of dates is accessible, with conflicts and without",
  async () => {
    await twoTuesdaysTaken();
    const page = await (await contextOf("amina@example.test", true)).newPage();
    for (const times of ["12", "3"]) {
      await page.goto(`/nn/spaces/naustet/calendar?day=2026-09-08&from=12:00&to=13:00&repeat=weekly&times=${times}`);
      await page.click("button[name=act][value=look]");
      await expectAccessible(page);
    }
  },
  patience,
);
