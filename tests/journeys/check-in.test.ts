import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { aPhone, expectAccessible, openBrowser, openSite, type Site, signIn } from "../support/browser.ts";
import { cameraThatSees, photoOf } from "../support/fake-camera.ts";
import { networkBuilder } from "../support/network.ts";
import { callers } from "../support/visitor.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

const today = "2026-11-23";
const desk = "/nb/spaces/workwork/check-in";
let site: Site;
let network: ReturnType<typeof networkBuilder>;
let browsers: Browser[] = [];

beforeEach(async () => {
  site = await openSite();
  network = networkBuilder(site.installation);
});

afterEach(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  browsers = [];
  await site.close();
});

/** WorkWork takes guests today, Amina comes from Blender Collective, Henrik stands at WorkWork's desk. */
async function theDay() {
  const host = await network.space("workwork", { name: "WorkWork", seats: 4 });
  const home = await network.space("blender-collective", { name: "Blender Collective" });
  await network.agreement([host, home]);
  const henrik = await network.person("Henrik Dahl", { email: "henrik@example.test" });
  await network.position(henrik, host.organizationId, "host");
  const claim = async (name: string, day = today) => {
    const person = await network.member(name, home);
    const { body } = await callers(site.installation).as(person).post("/spaces/workwork/day-passes", { day });
    return body as { id: string; token: string; code: string };
  };
  return { host, home, claim };
}

async function phoneOf(email: string, switches: string[] = []): Promise<{ context: BrowserContext; page: Page }> {
  const browser = await openBrowser(switches);
  browsers.push(browser);
  const context = await aPhone(browser, site);
  await signIn(context, site, email);
  return { context, page: await context.newPage() };
}

/** Opens the check-in and waits until it would open without a connection. */
async function openDesk(page: Page): Promise<void> {
  await page.goto(desk);
  await page.locator("[data-kept]:not([hidden])").waitFor({ state: "attached" });
}

async function daysInLedger(): Promise<number> {
  const rows = await site.installation.db.selectFrom("ledger_transactions").select("id").execute();
  return rows.length;
}

async function scans() {
  return site.installation.db.selectFrom("scans").select(["counted", "kind", "device", "settled_as"]).orderBy("counted", "desc").execute();
}

describe("A host whose network is gone", () => {
  test("scans a pass, sees that it is sent later, and has it in the ledger once the network is back", async () => {
    const { claim } = await theDay();
    const amina = await claim("Amina Larsen");
    const { context, page } = await phoneOf("henrik@example.test", cameraThatSees(amina.token));
    await openDesk(page);

    await context.setOffline(true);
    await page.getByRole("button", { name: "Skann kode" }).click();
    await page.locator(".result.is-in").waitFor();
    const offline = {
      result: await page.locator(".result.is-in").innerText(),
      bar: await page.locator("[data-bar]").getAttribute("class"),
      row: await page.locator(`li[data-pass="${amina.id}"] .end`).innerText(),
      count: await page.locator("[data-count]").innerText(),
      ledger: await daysInLedger(),
    };
    await page.locator(".phone-bar.off").waitFor();
    const notice = await page.locator("[data-notice]").innerText();
    await expectAccessible(page);
    await context.setOffline(false);
    await page.getByText("Sendt: ett innslipp").waitFor();

    expect(offline.result).toContain("Amina L.");
    expect(offline.row).toContain("sendes seinere");
    expect(offline.count).toBe("Én inne, ingen ventes");
    expect(offline.ledger).toBe(0);
    expect(notice).toContain("Slipp inn som vanlig");
    expect(notice).toContain("Ett innslipp sendes når nettet er tilbake.");
    expect(await page.locator(`li[data-pass="${amina.id}"] .end`).innerText()).toContain("Inne 09:00");
    expect(await page.locator("[data-queue]").isHidden()).toBe(true);
    expect(await scans()).toEqual([{ counted: true, kind: "check_in", device: null, settled_as: null }]);
    expect(await daysInLedger()).toBe(1);
  });

  test("reloads the page without a connection and loses nothing of what waits", async () => {
    const { claim } = await theDay();
    const amina = await claim("Amina Larsen");
    const { page } = await phoneOf("henrik@example.test");
    await openDesk(page);

    await site.cut();
    await page.locator(`li[data-pass="${amina.id}"]`).getByRole("button", { name: "Slipp inn" }).click();
    await page.getByText("1 innslipp venter på å sendes").waitFor();
    await page.reload();
    await page.locator(".phone-bar.off").waitFor();
    const afterReload = await page.locator(`li[data-pass="${amina.id}"] .end`).innerText();
    await site.restore();
    await page.getByText("Sendt: ett innslipp").waitFor();

    expect(afterReload).toContain("sendes seinere");
    expect(await daysInLedger()).toBe(1);
  });

  test("lets in a guest with a genuine pass who is not on the list, and marks it", async () => {
    const { claim } = await theDay();
    const { page } = await phoneOf("henrik@example.test");
    await openDesk(page);

    await site.cut();
    const late = await claim("Sara Nes");
    await page.locator("[data-photo]").setInputFiles({ name: "kode.jpg", mimeType: "image/jpeg", buffer: await photoOf(late.token) });
    await page.locator(".result.is-in").waitFor();

    expect(await page.locator(".result").innerText()).toContain("Ikke på lista denne telefonen har, men passet er ekte.");
    expect(await page.locator(`li[data-pass="${late.id}"]`).innerText()).toContain("ikke på lista");
  });

  test("takes a check-in back before it was sent, as if it was never done", async () => {
    const { claim } = await theDay();
    const amina = await claim("Amina Larsen");
    const { page } = await phoneOf("henrik@example.test");
    await openDesk(page);
    await site.cut();
    await page.locator(".phone-bar.off").waitFor();
    await page.locator(`li[data-pass="${amina.id}"]`).getByRole("button", { name: "Slipp inn" }).click();

    await page.locator(".result").getByRole("button", { name: "Angre" }).click();
    await page.locator(`li[data-pass="${amina.id}"]`).getByRole("button", { name: "Slipp inn" }).waitFor();
    await site.restore();
    await page.locator(".phone-bar.on").waitFor();
    await page.locator("[data-queue]").waitFor({ state: "hidden" });

    expect(await scans()).toEqual([]);
    expect(await daysInLedger()).toBe(0);
  });
});

test("a pass for another day is genuine but shut, and opens with a reason", async () => {
  const { claim } = await theDay();
  const tomorrow = await claim("Mari Thorsen", "2026-11-24");
  const { page } = await phoneOf("henrik@example.test");
  await openDesk(page);

  await page.locator("[data-photo]").setInputFiles({ name: "kode.jpg", mimeType: "image/jpeg", buffer: await photoOf(tomorrow.token) });
  await page.locator(".result.is-refused").waitFor();
  const said = await page.locator(".result").innerText();
  await page.getByRole("button", { name: "Slipp inn likevel" }).click();
  await page.getByLabel("Hvorfor slipper du inn?").fill("Tok feil av dagen");
  await page.locator(".anyway").getByRole("button", { name: "Slipp inn" }).click();
  await page.locator(".result.is-in").waitFor();

  expect(said).toContain("Passet er ekte, men gjelder tirsdag 24. november.");
  await expect.poll(daysInLedger).toBe(1);
});

test("a forged code and another text are not let in", async () => {
  const { claim } = await theDay();
  const { token } = await claim("Amina Larsen");
  const { page } = await phoneOf("henrik@example.test");
  await openDesk(page);
  const show = async (text: string) => {
    await page.locator("[data-photo]").setInputFiles({ name: "kode.jpg", mimeType: "image/jpeg", buffer: await photoOf(text) });
    await page.locator(".result.is-refused").waitFor();
    const said = await page.locator(".result").innerText();
    await page.getByRole("button", { name: "Lukk" }).click();
    return said;
  };
  const [body = "", signature = ""] = token.split(".");
  const forgedSignature = `${signature.slice(0, 10)}${signature[10] === "A" ? "B" : "A"}${signature.slice(11)}`;

  const forged = await show(`${body}.${forgedSignature}`);
  const other = await show("https://example.test/menu");

  expect(forged).toContain("Signaturen stemmer ikke.");
  expect(other).toContain("Dette er ikke et pass.");
});

// Once, on busy cores, the second phone did not turn to offline within half a minute; why is not known yet.
test("a pass let in on two phones without a connection is shown to both, counted once, and settled", {
  retry: process.env.CI ? 1 : 0,
}, async () => {
  const { claim } = await theDay();
  const sara = await claim("Sara Nes");
  const front = await phoneOf("henrik@example.test");
  const back = await phoneOf("henrik@example.test");
  await Promise.all([openDesk(front.page), openDesk(back.page)]);
  await back.page.locator("[data-phone] summary").click();
  await back.page.getByLabel("Navn på telefonen").fill("Bakdøra");
  await back.page.getByLabel("Navn på telefonen").blur();

  await Promise.all([front.context.setOffline(true), back.context.setOffline(true)]);
  for (const { page } of [front, back]) {
    await page.locator(`li[data-pass="${sara.id}"]`).getByRole("button", { name: "Slipp inn" }).click();
    await page.locator(".phone-bar.off").waitFor();
  }
  await front.context.setOffline(false);
  await front.page.getByText("Alt er telt én gang.").waitFor();
  await back.context.setOffline(false);
  await back.page.getByText("Samme pass brukt to ganger").waitFor();
  await expectAccessible(back.page);
  const table = await back.page.locator(".to-look-at table").innerText();
  await back.page.getByRole("button", { name: "Det var samme person" }).click();
  await back.page.getByText("Samme pass brukt to ganger").waitFor({ state: "detached" });

  expect(table).toContain("Bakdøra");
  expect(await daysInLedger()).toBe(1);
  expect((await scans()).map(({ counted, settled_as }) => [counted, settled_as])).toEqual([
    [true, null],
    [false, "same_person"],
  ]);
});

test("without script the list with its forms does the same", async () => {
  const { claim } = await theDay();
  const amina = await claim("Amina Larsen");
  const browser = await openBrowser();
  browsers.push(browser);
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  await signIn(context, site, "henrik@example.test");
  const page = await context.newPage();
  await page.goto(desk);

  await page.getByLabel("Navn eller kode").fill(amina.code);
  await page.getByRole("button", { name: "Søk" }).click();
  await page.getByRole("button", { name: "Slipp inn Amina L." }).click();
  const result = await page.locator(".result").innerText();
  const inLedger = await daysInLedger();
  await page.locator(".result").getByRole("button", { name: "Angre" }).click();

  expect(result).toContain("Amina L.");
  expect(inLedger).toBe(1);
  expect(await page.locator(".undo-bar").innerText()).toContain("Amina L. er ikke sjekket inn lenger.");
});

describe("The host's pages have no accessibility faults", () => {
  test.each(["nb", "nn", "en"])("in %s", async (language) => {
    const { claim } = await theDay();
    await claim("Amina Larsen");
    const { page } = await phoneOf("henrik@example.test");

    for (const path of ["today", "today?day=2026-11-22", "check-in", "door"]) {
      await page.goto(`/${language}/spaces/workwork/${path}`);
      await expectAccessible(page);
    }
  });
});
