import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { passTime } from "../../src/features/hires/pass-time.ts";
import { aPhone, expectAccessible, openBrowser, openSite, type Site, signIn } from "../support/browser.ts";
import { networkBuilder } from "../support/network.ts";
import { callers } from "../support/visitor.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let site: Site;
let browser: Browser;
let houses = 0;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});

beforeEach(() => site.installation.setClock("2026-11-23T09:00:00+01:00"));

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** A house with a hall, in the VAT register, that hires it out with coffee; Vera manages it. @returns its slug and her address */
async function aHouseThatHiresOut() {
  houses += 1;
  const network = networkBuilder(site.installation);
  const slug = `huben-${houses}`;
  const space = await network.space(slug, { name: "Huben" });
  const { db, now } = site.installation;
  await db
    .insertInto("register_entries")
    .values({
      organization_id: space.organizationId,
      organization_number: `${100_000_000 + houses}`,
      status: "active",
      source: "Enhetsregisteret",
      address: "null",
      answer: "{}",
      vat_registered: true,
      fetched_at: now(),
    })
    .execute();
  const hall = await network.resource(space, "Auditoriet", { kind: "auditorium", capacity: 120 });
  await db.insertInto("resource_prices").values({ resource_id: hall, audience: "everyone", unit: "hour", amount_ore: 200_000 }).execute();
  const email = `vera.${houses}@huben.test`;
  const vera = await network.person("Vera Vert", { email });
  await network.position(vera, space.organizationId, "manager");
  const manager = callers(site.installation).as(vera);
  const terms = { texts: { nb: "Rydd etter dere.\nLås døra." }, freeDays: 7, feePercent: 50, lettingHasVat: false };
  await manager.post(`/spaces/${slug}/hire-terms`, terms);
  await manager.put(`/spaces/${slug}/hire-rooms`, { rooms: [hall] });
  await manager.post(`/spaces/${slug}/hire-extras`, { names: { nb: "Kaffe" }, unit: "person", priceOre: 4_000, vatPercent: 25 });
  return { slug, email };
}

async function plain(javaScriptEnabled: boolean): Promise<BrowserContext> {
  return browser.newContext({ baseURL: site.url, javaScriptEnabled, viewport: { width: 1280, height: 900 }, locale: "nb-NO" });
}

async function said(page: Page): Promise<string> {
  return (await page.locator("main").innerText()).replaceAll(/[\u00a0\u202f]/g, " ");
}

/** What a form says that was not done: the title and the page, once the refusal is there. */
async function refused(page: Page, words: string | RegExp): Promise<[string, string]> {
  await page.locator("#errors").getByText(words).waitFor();
  return [await page.title(), await said(page)];
}

/** Fills in all of a request but the consent: the hall on a Thursday evening. */
async function fillIn(page: Page, { slug, purpose, email }: { slug: string; purpose: string; email: string }): Promise<void> {
  await page.goto(`/nb/spaces/${slug}/request`);
  await page.getByLabel("Auditoriet").check();
  await page.getByLabel("Dag", { exact: true }).fill("2026-12-10");
  await page.getByLabel("Fra", { exact: true }).fill("17:00");
  await page.getByLabel("Til", { exact: true }).fill("21:00");
  await page.getByLabel("Hvor mange kommer").fill("80");
  await page.getByLabel("Kaffe").fill("80");
  await page.getByLabel("Hva skal det brukes til").fill(purpose);
  await page.getByLabel("Navnet ditt").fill("Kari Leier");
  await page.getByLabel("E-post").fill(email);
}

/** Opens the link of the letter and sends the request on. @returns the path of the link */
async function prove(page: Page, email: string): Promise<string> {
  const letter = await site.installation.db
    .selectFrom("letters")
    .select("body_text")
    .where("recipient", "=", email)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const path = /\/nb\/hires\/[\w-]{20,}/.exec(letter.body_text)?.[0] ?? "";
  await page.goto(path);
  await page.getByRole("button", { name: "Send forespørselen til huset" }).click();
  await page.getByText("Forespørselen er sendt til huset").waitFor();
  return path;
}

async function asked(page: Page, wish: { slug: string; purpose: string; email: string }): Promise<string> {
  await fillIn(page, wish);
  await page.getByLabel("Jeg har lest leievilkårene").check();
  await page.getByRole("button", { name: "Send forespørselen" }).click();
  await page.getByText("Se i e-posten din").waitFor();
  return await prove(page, wish.email);
}

test("somebody asks, proves the address, accepts the quote, has the hall, and is owed what the VAT act says afterwards, all without script", async () => {
  const { slug, email } = await aHouseThatHiresOut();
  const hirer = await (await plain(false)).newPage();
  const house = await aPhone(browser, site);
  await signIn(house, site, email);
  const desk = await house.newPage();

  await fillIn(hirer, { slug, purpose: "Årsmøte i koret", email: "kari@koret.test" });
  await hirer.getByLabel("Organisasjonsnummer").fill("123456789");
  await hirer.getByRole("button", { name: "Send forespørselen" }).click();
  const unticked = [...(await refused(hirer, "kryss av")), await hirer.getByLabel("Navnet ditt").inputValue()];
  await hirer.getByLabel("Jeg har lest leievilkårene").check();
  await hirer.getByRole("button", { name: "Send forespørselen" }).click();
  const wrongNumber = await refused(hirer, "Organisasjonsnummer: ");
  await hirer.getByLabel("Organisasjonsnummer").fill("310 009 598");
  await hirer.getByRole("button", { name: "Send forespørselen" }).click();
  await hirer.getByText("Se i e-posten din").waitFor();
  const link = await prove(hirer, "kari@koret.test");

  await desk.goto(`/nb/spaces/${slug}/hires`);
  await expectAccessible(desk);
  await desk.getByRole("link", { name: "Årsmøte i koret" }).click();
  await desk.getByLabel("Rabatt i prosent").fill("10");
  await desk.getByRole("button", { name: "Send tilbudet og hold av tida" }).click();
  const withoutReason = await desk.locator("#errors:focus").innerText();
  await expectAccessible(desk);
  await desk.getByLabel("Hvorfor rabatt").fill("Lag i nabolaget");
  await desk.getByRole("button", { name: "Send tilbudet og hold av tida" }).click();
  await desk.getByText("Tilbudet er sendt, og tida holdes av").waitFor();

  await hirer.goto(link);
  const quote = await said(hirer);
  await hirer.getByRole("button", { name: "Godta og lei for" }).click();
  const notAccepted = await refused(hirer, "Kryss av");
  await hirer.getByLabel("Jeg har lest leievilkårene").check();
  await hirer.getByRole("button", { name: "Godta og lei for 10 800 kr" }).click();
  await hirer.getByText("Avtalen er gjort").waitFor();
  await desk.goto(`/nb/spaces/${slug}/calendar?day=2026-12-10`);
  const calendar = await said(desk);
  site.installation.setClock("2026-12-11T09:00:00+01:00");
  await passTime(site.installation);
  await hirer.goto(link);
  const after = await said(hirer);
  const charges = await site.installation.db
    .selectFrom("charges")
    .select(["kind", "supply", "amount_ore", "vat_percent", "seller_is_vat_registered"])
    .orderBy("amount_ore", "desc")
    .execute();

  expect(unticked).toEqual([
    expect.stringMatching(/^Feil:/),
    expect.stringContaining("Les leievilkårene, og kryss av for at du godtar dem."),
    "Kari Leier",
  ]);
  expect(wrongNumber).toEqual([expect.stringMatching(/^Feil:/), expect.stringContaining("Det har ni siffer")]);
  expect(withoutReason).toContain("Skriv hvorfor det er rabatt, eller ta den bort.");
  expect(quote).toMatch(/Huset har gitt et tilbud[\s\S]*Torsdag 10\. desember 17:00–21:00[\s\S]*Rydd etter dere\.\nLås døra\./);
  expect(notAccepted).toEqual([expect.stringMatching(/^Feil:/), expect.stringContaining("Kryss av for at du godtar leievilkårene.")]);
  expect(calendar).toContain("Årsmøte i koret");
  expect(after).toContain("Takk for besøket.");
  // letting is exempt where the seller has not registered for it by choice (merverdiavgiftsloven § 3-11 and § 2-3)
  expect(charges).toEqual([
    { kind: "hire", supply: "letting", amount_ore: 720_000, vat_percent: 0, seller_is_vat_registered: true },
    { kind: "hire", supply: "service", amount_ore: 288_000, vat_percent: 25, seller_is_vat_registered: true },
  ]);
});

test("a time that is held for one is refused to another in words, and the house sees who else asked", async () => {
  const { slug, email } = await aHouseThatHiresOut();
  const visitor = await (await plain(true)).newPage();
  const house = await plain(false);
  await signIn(house, site, email);
  const desk = await house.newPage();
  await asked(visitor, { slug, purpose: "Årsmøte i koret", email: "kari@koret.test" });
  const second = await asked(visitor, { slug, purpose: "Fagdag om ombruk", email: "jarle@ombruk.test" });

  await desk.goto(`/nb/spaces/${slug}/hires`);
  await desk.getByRole("link", { name: "Årsmøte i koret" }).click();
  const rivals = await said(desk);
  const other = await house.newPage();
  await other.goto(`/nb/spaces/${slug}/hires`);
  await other.getByRole("link", { name: "Fagdag om ombruk" }).click();
  await desk.getByRole("button", { name: "Send tilbudet og hold av tida" }).click();
  await other.getByLabel("Hva", { exact: true }).first().fill("Auditoriet hele kvelden");
  await other.getByRole("button", { name: "Send tilbudet og hold av tida" }).click();
  const tooLate = [...(await refused(other, "Tida er tatt")), await other.getByLabel("Hva", { exact: true }).first().inputValue()];
  await fillIn(visitor, { slug, purpose: "Konsert", email: "ola@konsert.test" });
  await visitor.locator("#estimate").getByText("er opptatt da").waitFor();
  await expectAccessible(visitor);
  await visitor.goto(second);
  await expectAccessible(visitor);

  expect(rivals).toMatch(/Andre vil ha samme tid[\s\S]*Fagdag om ombruk/);
  expect(tooLate).toEqual([
    expect.stringMatching(/^Feil:/),
    expect.stringContaining("Tida er tatt av noen andre. Velg en annen tid eller et annet rom."),
    "Auditoriet hele kvelden",
  ]);
});

test("a quote that ran out is said so to whoever accepts it too late, who can write for another", async () => {
  const { slug, email } = await aHouseThatHiresOut();
  const hirer = await (await plain(false)).newPage();
  const house = await plain(false);
  await signIn(house, site, email);
  const link = await asked(hirer, { slug, purpose: "Korøvelse", email: "kari@koret.test" });
  const desk = await house.newPage();
  await desk.goto(`/nb/spaces/${slug}/hires`);
  await desk.getByRole("link", { name: "Korøvelse" }).click();
  await desk.getByRole("button", { name: "Send tilbudet og hold av tida" }).click();
  await desk.getByText("Tilbudet er sendt, og tida holdes av").waitFor();
  await hirer.goto(link);
  await hirer.getByLabel("Jeg har lest leievilkårene").check();

  site.installation.setClock("2026-11-30T16:00:01+01:00");
  await hirer.getByRole("button", { name: "Godta og lei for" }).click();
  const tooLate = await refused(hirer, "Tilbudet er gått ut");
  await hirer.getByLabel("Skriv en melding").fill("Kan vi få et nytt?");
  await hirer.getByRole("button", { name: "Send meldingen" }).click();
  await hirer.getByText("Meldingen er sendt").waitFor();

  expect(tooLate).toEqual([
    expect.stringMatching(/^Feil:/),
    expect.stringContaining("Tilbudet er gått ut, og tida holdes ikke lenger. Skriv til huset, så kan du få et nytt."),
  ]);
  expect(await said(hirer)).toContain("Kan vi få et nytt?");
});
