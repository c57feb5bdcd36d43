import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
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
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(patience);
  await signIn(context, site, email);
  return context;
}

type Times = { startsAt: string; endsAt: string };

/** Amina looks at Tuesday, on which she has Fjorden from ten to eleven. Henrik may book too. */
async function aminasTuesday() {
  const network = networkBuilder(site.installation);
  const space = await network.space("naustet");
  const people = [
    await network.person("Amina Larsen", { email: "amina@example.test" }),
    await network.person("Henrik Lie", { email: "henrik@example.test" }),
  ];
  for (const personId of people) await network.membership(space.organizationId, { personId });
  const room = await network.resource(space, "Fjorden");
  const [amina, henrik] = [await contextOf("amina@example.test"), await contextOf("henrik@example.test")];
  const book = ({ request }: BrowserContext, data: Times) =>
    request.post(`/api/v1/resources/${room}/bookings`, { data, headers: { origin: site.url } });
  await book(amina, { startsAt: "2026-11-24T09:00:00Z", endsAt: "2026-11-24T10:00:00Z" });
  const page = await amina.newPage();
  await page.goto("/nb/spaces/naustet/calendar?day=2026-11-24");
  const times = async () => {
    const { items } = (await (await amina.request.get("/api/v1/me/bookings")).json()) as { items: Times[] };
    return items.map(({ startsAt, endsAt }) => `${startsAt.slice(11, 16)}-${endsAt.slice(11, 16)}`);
  };
  return { page, room, times, henrikBooks: (data: Times) => book(henrik, data) };
}

/** From the middle of one place to that of another, as a hand does it. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** Where a quarter of an hour after eight is in Fjorden's row. */
async function placeOf(page: Page, quarter: number): Promise<{ x: number; y: number }> {
  const row = page.locator(".plan-bars").first();
  const box = await row.boundingBox();
  const quarters = await row.evaluate((element) => Number(getComputedStyle(element).getPropertyValue("--quarters")));
  if (!box) throw new Error("The row is not to be seen");
  return { x: box.x + (box.width * (quarter + 0.5)) / quarters, y: box.y + box.height / 2 };
}

describe("With a mouse", () => {
  test(
    "a time is dragged over in an empty place, and stands in the form with what was written there",
    async () => {
      const { page, room } = await aminasTuesday();
      await page.fill("input[name=title]", "Ledermøte");

      await drag(page, await placeOf(page, 20), await placeOf(page, 25));
      await page.waitForURL(/from=13%3A00/);

      const values = await page.locator("#new form").evaluate((form) => Object.fromEntries(new FormData(form as HTMLFormElement)));
      expect(values).toMatchObject({ resource: room, from: "13:00", to: "14:30", title: "Ledermøte" });
      expect(await page.locator(".bar.is-draft .time").innerText()).toBe("13–14:30");
    },
    patience,
  );

  test(
    "a booking is moved, and made longer at its end",
    async () => {
      const { page, times } = await aminasTuesday();

      await drag(page, await placeOf(page, 9), await placeOf(page, 13));
      await page.getByText("Flyttet.").waitFor();
      const moved = await times();
      const box = await page.locator(".bar[data-booking]").boundingBox();
      const end = { x: (box?.x ?? 0) + (box?.width ?? 0) - 4, y: (box?.y ?? 0) + 10 };
      await drag(page, end, { ...end, x: (await placeOf(page, 17)).x });
      await page.waitForFunction(() => document.querySelector(".bar .time")?.textContent === "11–12:30");

      expect([moved, await times()]).toEqual([["10:00-11:00"], ["10:00-11:30"]]);
    },
    patience,
  );
});

describe("With the keyboard", () => {
  test(
    "arrows move the block in focus, with Shift its end; Escape undoes and Enter saves",
    async () => {
      const { page, times } = await aminasTuesday();
      const bar = page.locator(".bar[data-booking] a");
      await bar.focus();

      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Escape");
      const undone = await bar.locator(".time").innerText();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Shift+ArrowRight");
      const said = await page.locator("[data-said]").innerText();
      await page.keyboard.press("Enter");
      await page.getByText("Flyttet.").waitFor();

      expect([undone, said, await times()]).toEqual(["10–11", "10:30–11:45. Enter lagrer, Escape angrer.", ["09:30-10:45"]]);
    },
    patience,
  );
});

describe("While somebody looks", () => {
  test(
    "what others book is told above the plan, and shown when it is asked for; the form keeps what was written",
    async () => {
      const { page, henrikBooks } = await aminasTuesday();
      await page.fill("input[name=title]", "Ledermøte");
      await doWhatIsDue(site.installation);

      await henrikBooks({ startsAt: "2026-11-24T12:00:00Z", endsAt: "2026-11-24T13:00:00Z" });
      await doWhatIsDue(site.installation);
      const news = page.locator("[data-news]");
      await news.getByRole("button").waitFor();
      const before = await page.locator(".bar").count();
      const told = await news.innerText();
      await expectAccessible(page);
      await news.getByRole("button").click();

      expect([before, told.replaceAll(/\s+/g, " ")]).toEqual([1, "Én booking er ny eller endret. Vis den"]);
      expect(await page.locator(".bar .time").allInnerTexts()).toEqual(["10–11", "13–14"]);
      expect([await page.inputValue("input[name=title]"), await news.innerText()]).toEqual(["Ledermøte", ""]);
    },
    patience,
  );
});

test(
  "a week and a month of a room lead to each other and to their days, and are accessible",
  async () => {
    const { page } = await aminasTuesday();

    await page.getByRole("link", { name: "Uke", exact: true }).click();
    await page.getByRole("heading", { name: "Uke 48, november 2026" }).waitFor();
    expect(await page.locator(".bar .time").allInnerTexts()).toEqual(["10–11"]);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Måned", exact: true }).click();
    await page.getByRole("heading", { name: "November 2026" }).waitFor();
    await expectAccessible(page);
    expect(await page.locator("td.is-taken").innerText()).toMatch(/24\.\s+1 opptatt/);
    await page.locator("td.is-taken a").click();

    await page.getByRole("heading", { name: "Tirsdag 24. november" }).waitFor();
  },
  patience,
);
