import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBrowser, type Site } from "../support/browser.ts";
import { openDemonstration } from "../support/demonstration.ts";

const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  locale: "nb-NO",
  timezoneId: "Europe/Oslo",
};
let site: Site;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await openDemonstration();
});
afterEach(() => site.close());

/** Amina's phone, signed in by the strip above the page. */
async function amina(given: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...phone, baseURL: site.url, ...given });
  const page = await context.newPage();
  await page.goto("/nb");
  await page.getByRole("navigation", { name: "Prøv som" }).getByRole("link", { name: "Medlem" }).tap();
  await page.waitForURL("**/nb/me");
  return page;
}

async function heldDays(): Promise<string[]> {
  const rows = await site.installation.db
    .selectFrom("day_passes")
    .innerJoin("people", "people.id", "day_passes.person_id")
    .innerJoin("spaces", "spaces.id", "day_passes.space_id")
    .select(["spaces.slug", "day_passes.day"])
    .where("people.email", "=", "member@demo.example")
    .where("day_passes.state", "=", "held")
    .orderBy("day_passes.day")
    .execute();
  return rows.map(({ slug, day }) => `${day} ${slug}`);
}

describe.each([
  { script: "with script", javaScriptEnabled: true },
  { script: "without script", javaScriptEnabled: false },
])("A member with a phone, $script", ({ javaScriptEnabled }) => {
  test("finds a seat near Trondheim tomorrow in three taps, takes it, has the pass, and gives it back", async () => {
    const page = await amina({ javaScriptEnabled });
    let taps = 0;
    const tap = async (role: "link" | "button", name: string, within = "body") => {
      taps += 1;
      await page.locator(within).getByRole(role, { name, exact: true }).first().tap();
      await page.waitForLoadState();
    };

    await tap("link", "Finn plass", ".dock");
    taps += 1;
    await page
      .locator("section[aria-labelledby=plan]")
      .getByRole("link", { name: /WorkWork/ })
      .first()
      .tap();
    await tap("link", "Ta en plass tirsdag");
    await page.waitForURL("**/spaces/workwork/claim?day=2026-11-24");
    const tapsFromDock = taps;
    taps = 0;
    await page.goto("/nb");
    await page.getByLabel("Nær").fill("Trondheim");
    await tap("button", "Finn plass");
    await page.getByRole("heading", { name: "Nærmest Trondheim" }).waitFor();
    const nearest = await page.locator("#hits li h3").first().innerText();
    const heading = await page.locator("#hits h2").innerText();
    await tap("link", nearest, "#hits");
    await tap("link", "Ta en plass tirsdag");
    const tapsToClaim = taps;
    await tap("button", "Ta plassen");
    const withoutConsent = { title: await page.locator("[role=alert]").innerText(), held: await heldDays() };
    await page.getByRole("checkbox", { name: /Jeg følger husreglene/ }).check();
    await tap("button", "Ta plassen");
    await page.waitForURL("**/me/passes/*");
    const pass = await page.locator("main").innerText();
    const code = (await page.locator(".pass .code").innerText()).replace(/\s|Kode:/g, "");
    const hasQrCode = await page.locator(".pass svg.qr[role=img]").isVisible();
    const afterTaking = await heldDays();
    await page.goto("/nb/me");
    const days = await page.locator("main").innerText();
    await page.goBack();
    await tap("button", "Meld avbud");

    expect([heading, nearest]).toEqual(["Nærmest Trondheim", "WorkWork"]);
    expect([tapsFromDock, tapsToClaim]).toEqual([3, 3]);
    expect(withoutConsent.title).toContain("Si ja til husreglene for å ta en plass.");
    expect(withoutConsent.held).toEqual(["2026-11-23 workwork"]);
    expect(pass).toContain("Plassen er din. Avbud til");
    expect(pass).toContain("Inngang fra bakgården, gul dør.");
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    expect(hasQrCode).toBe(true);
    expect(afterTaking).toEqual(["2026-11-23 workwork", "2026-11-24 workwork"]);
    expect(days).toContain("tir. 24. nov. · WorkWork, Trondheim");
    await expect.poll(heldDays).toEqual(["2026-11-23 workwork"]);
  });
});
