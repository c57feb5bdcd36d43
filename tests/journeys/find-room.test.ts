import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { aPhone, expectAccessible, openBrowser, openSite, patience, type Site, signIn } from "../support/browser.ts";
import { networkBuilder } from "../support/network.ts";
import { callers } from "../support/visitor.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let site: Site;
let browser: Browser;
let house: { id: string; organizationId: string; slug: string };
let rooms: Record<"large" | "small", string>;

beforeAll(async () => {
  [site, browser] = [await openSite(), await openBrowser()];
  const network = networkBuilder(site.installation);
  house = await network.space("naustet", { name: "Naustet", latitude: 59.92, longitude: 10.75 });
  const far = await network.space("brygga", { name: "Brygga", latitude: 60.39, longitude: 5.32 });
  const amina = await network.person("Amina Larsen");
  for (const { organizationId } of [house, far]) await network.membership(organizationId, { personId: amina });
  rooms = { large: await network.resource(house, "Fjorden"), small: await network.resource(house, "Krypinnet", { capacity: 2 }) };
  await network.resource(far, "Vågen");
  const vera = await network.person("Vera Vik");
  await network.position(vera, house.organizationId, "manager");
  const desk = callers(site.installation).as(vera);
  const { body: learnt } = await desk.post(`/organizations/${house.slug}/certifications`, { names: { nb: "Laserkutter" } });
  await network.resource(house, "Laserkutteren", { kind: "machine", certification_id: learnt.id, certification_level: 1 });
});
beforeEach(() => site.installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(async () => {
  await browser.close();
  await site.close();
});

const names = (page: Page) => page.locator(".hits h3").allTextContents();

describe("A member who needs a room for six, now, for an hour", () => {
  test("asks the phone where it is, and is led to the day of the house with everything filled in", async () => {
    const phone = await aPhone(browser, site);
    await phone.grantPermissions(["geolocation"]);
    await phone.setGeolocation({ latitude: 59.91, longitude: 10.74 });
    await signIn(phone, site, "amina.larsen@example.test");
    const page = await phone.newPage();
    await page.goto("/nb/find");
    await page.getByLabel("Hvor mange").selectOption("6");
    await page.getByRole("button", { name: "Nær meg" }).click();
    await page.getByText("Nærmest deg først.").waitFor();

    const found = await names(page);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Book Fjorden" }).click();
    await page.getByRole("heading", { name: "Ny booking" }).waitFor();
    const filled = [
      await page.getByLabel("Rom").inputValue(),
      await page.getByLabel("Fra", { exact: true }).inputValue(),
      await page.getByLabel("Til", { exact: true }).inputValue(),
      await page.getByLabel("Hvor mange").inputValue(),
    ];

    expect(found).toEqual(["Fjorden", "Vågen"]);
    expect(filled).toEqual([rooms.large, "08:45", "09:45", "6"]);
    await phone.close();
  });

  test("is shown what comes free afterwards when nothing is, also without script", async () => {
    const plain = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    plain.setDefaultTimeout(patience);
    await signIn(plain, site, "amina.larsen@example.test");
    const page = await plain.newPage();
    await page.goto("/nb/find?people=8&time=16:30&day=2026-11-23");

    const title = await page.locator("#later").textContent();
    const [first] = await page.locator(".hits li").allTextContents();
    const isMoreThanWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

    expect(title).toBe("Ingenting er ledig akkurat da");
    expect(first).toContain("i morgen 08:00–09:00");
    expect(isMoreThanWide).toBe(false);
    await plain.close();
  });

  test("is led to the courses when the machines are opened by one, from the search and from the refusal", async () => {
    const phone = await aPhone(browser, site);
    await signIn(phone, site, "amina.larsen@example.test");
    const page = await phone.newPage();
    await page.goto("/nb/find?use=machine");

    const about = await page.locator("main").innerText();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Kurs hos Naustet" }).click();
    await page.getByRole("heading", { name: "Kurs" }).waitFor();

    await page.goto("/nb/spaces/naustet/calendar?day=2026-11-24");
    await page.getByLabel("Rom").selectOption({ label: "Laserkutteren, 8 personer" });
    await page
      .getByRole("button", { name: "Book Laserkutteren" })
      .or(page.getByRole("button", { name: "Book Fjorden" }))
      .click();
    await page.getByRole("alert").getByRole("link", { name: "Kurs på maskinene" }).waitFor();

    expect(about).toContain("Mange maskiner åpnes av et kurs du tar én gang");
    await phone.close();
  });
});
