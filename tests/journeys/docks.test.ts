import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { expectAccessible } from "../support/browser.ts";
import { type FrontDesk, openFrontDesk } from "../support/front-desk.ts";
import { callers } from "../support/visitor.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

let door: FrontDesk;

beforeEach(async () => {
  door = await openFrontDesk();
});

afterEach(() => door.close());

const sizes = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
  { width: 320, height: 400 },
];

/** Amina has four days ahead of her, and WorkWork has house rules to say yes to. */
async function aminasPhone(): Promise<Page> {
  const { host, claim } = await door.theDay();
  const { db, now } = door.site.installation;
  await db
    .insertInto("house_rules")
    .values({ space_id: host.id, version: 1, texts: JSON.stringify({ nb: "Rydd etter deg." }), published_at: now() })
    .execute();
  const amina = callers(door.site.installation).as((await claim("Amina Larsen")).personId);
  for (const day of ["2026-11-25", "2026-11-26", "2026-11-27"]) await amina.post("/spaces/workwork/day-passes", { day });
  const { page } = await door.phoneOf("amina.larsen@example.test");
  return page;
}

/** Everything one can tab to, in order: what stands under the dock, or outside the window, when it has the focus. */
async function coveredByDock(page: Page): Promise<string[]> {
  const covered: string[] = [];
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator("body").press("Home");
  const seen = new Set<string>();
  for (;;) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => {
      const element = document.activeElement;
      const dock = document.querySelector(".dock");
      if (!element || element === document.body || !dock) return undefined;
      const [box, bar] = [element.getBoundingClientRect(), dock.getBoundingClientRect()];
      const isOver = !dock.contains(element) && box.bottom > bar.top + 1 && box.top < bar.bottom - 1;
      const isOut = box.top < -1 || box.bottom > innerHeight + 1;
      const what = `${element.tagName} ${element.textContent?.trim().slice(0, 40)} ${element.getAttribute("name") ?? ""}`;
      return { what, at: `${what} ${box.top + scrollY}`, wrong: isOver ? "under the dock" : isOut ? "out of sight" : undefined };
    });
    if (!now || seen.has(now.at)) return covered;
    seen.add(now.at);
    if (now.wrong) covered.push(`${now.what}: ${now.wrong}`);
  }
}

/** Whether what stands before the dock ends above it when one has scrolled to the end. */
async function endsAboveDock(page: Page): Promise<boolean> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  return page.evaluate(() => {
    const dock = document.querySelector(".dock");
    const last = document.querySelector(".phone-body > :last-child:not([type=hidden])") ?? document.querySelector(".phone-body");
    if (!dock || !last) return false;
    // a page scrolls by whole pixels: of the last one a part may be left
    return last.getBoundingClientRect().bottom - dock.getBoundingClientRect().top < 1;
  });
}

/** Whether the middle of the control is what one would touch there. */
function isSeen(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === element;
  });
}

describe.each(sizes)("On a phone of $width by $height", ({ width, height }) => {
  test("the yes to the house rules stands with the button that needs it, and nothing one reaches is under the dock", async () => {
    const page = await aminasPhone();
    await page.setViewportSize({ width, height });
    await page.goto("/nb/spaces/workwork/claim?day=2026-11-24");
    const consent = page.getByRole("checkbox");
    const button = page.getByRole("button", { name: "Ta plassen" });
    const tops = await Promise.all([consent, button].map(async (control) => (await control.boundingBox())?.y ?? Number.POSITIVE_INFINITY));

    const covered = await coveredByDock(page);
    const ends = await endsAboveDock(page);
    await page.getByRole("button", { name: "Ta plassen" }).click();
    await page.getByRole("alert").waitFor();
    await expectAccessible(page);
    await page.getByRole("alert").getByRole("link").click();

    expect(covered).toEqual([]);
    expect(ends).toBe(true);
    // one sees the box whenever one sees the button
    expect(tops[0]).toBeLessThan(tops[1] ?? 0);
    if (height > 600) expect(tops.every((top) => top < height)).toBe(true);
    expect(await isSeen(consent)).toBe(true);
  });

  test("nothing one reaches among one's days is under the dock", async () => {
    const page = await aminasPhone();
    await page.setViewportSize({ width, height });
    await page.goto("/nb/me");

    expect(await coveredByDock(page)).toEqual([]);
    expect(await endsAboveDock(page)).toBe(true);
  });
});
