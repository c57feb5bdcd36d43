import type { Browser } from "playwright-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aPhone, expectAccessible, openBrowser, openSite, patience, type Site, signIn } from "../support/browser.ts";
import { networkBuilder } from "../support/network.ts";
import { callers } from "../support/visitor.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 180_000 });

let site: Site;
let browser: Browser;

beforeEach(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});

afterEach(async () => {
  await browser.close();
  await site.close();
});

/** A phone without script, in the hands of somebody. */
async function aPlainPhone(email: string) {
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  context.setDefaultTimeout(patience);
  await signIn(context, site, email);
  return await context.newPage();
}

test("an event is made, sells out, somebody waits, is offered the place that is given back, and takes it, all without script", async () => {
  const network = networkBuilder(site.installation);
  const house = await network.space("fjordhuset", { name: "Fjordhuset" });
  const mari = await network.person("Mari Moe");
  await network.position(mari, house.organizationId, "manager");
  await network.person("Ada Berg");
  await network.person("Bo Dahl");
  const [maris, adas, bos] = await Promise.all([
    aPlainPhone("mari.moe@example.test"),
    aPlainPhone("ada.berg@example.test"),
    aPlainPhone("bo.dahl@example.test"),
  ]);

  await maris.goto("/nb/organizations/fjordhuset/events/new");
  await maris.getByLabel("Kvote 1").first().fill("Bordet");
  await maris.getByLabel("Plasser i kvote 1").fill("1");
  await maris.getByRole("group", { name: "Billett 1" }).getByLabel("Navn").fill("Plass ved bordet");
  await maris.getByLabel("Dag", { exact: true }).fill("2026-12-03");
  await maris.getByRole("button", { name: "Legg det ut" }).click();
  await maris.getByRole("heading", { name: /må rettes/ }).waitFor();
  const kept = await maris.getByLabel("Plasser i kvote 1").inputValue();
  await maris.getByLabel("Navn på bokmål").fill("Frokost");
  await maris.getByRole("button", { name: "Legg det ut" }).click();
  await maris.getByText("Arrangementet er laget.").waitFor();
  const path = new URL(maris.url()).pathname;

  await adas.goto("/nb/events");
  await adas.getByRole("link", { name: "Frokost" }).click();
  await adas.getByRole("button", { name: "Meld på" }).click();
  await adas.getByRole("heading", { name: "Du er påmeldt" }).waitFor();
  const ticket = await adas.locator(".event-tickets").innerText();

  await bos.goto(path);
  const sold = await bos.locator(".ticket-row").innerText();
  await bos.getByRole("button", { name: /Stå på lista/ }).click();
  await bos.getByText("Du står på ventelista.").waitFor();
  const waiting = await bos.locator(".ticket-row").innerText();

  await adas.getByText("Gi plassene tilbake").first().click();
  await adas.getByRole("button", { name: "Gi plassene tilbake" }).click();
  await adas.getByText("Plassen er ikke lenger din.").waitFor();
  await bos.goto("/nb/me/events");
  const offered = await bos.locator("main").innerText();
  await bos.getByRole("link", { name: "Frokost", exact: true }).click();
  await bos.getByRole("button", { name: "Ta plassen" }).click();
  await bos.getByRole("heading", { name: "Du er påmeldt" }).waitFor();
  await maris.goto(`${path}/registrations`);
  const list = await maris.locator("table").innerText();

  expect(kept).toBe("1");
  expect(ticket).toContain("Ada Berg");
  expect(sold).toContain("Utsolgt");
  expect(sold).toContain("Du blir nr. 1.");
  expect(waiting).toContain("Du er nr. 1 i køen.");
  expect(offered).toContain("Tilbud til deg");
  expect(list.match(/Gitt tilbake|Påmeldt\b/g)).toEqual(["Gitt tilbake", "Påmeldt"]);
});

test("what one has chosen is there after signing in, and a wrong code is told at its field", async () => {
  const network = networkBuilder(site.installation);
  const house = await network.space("fjordhuset", { name: "Fjordhuset" });
  const mari = await network.person("Mari Moe");
  await network.position(mari, house.organizationId, "manager");
  await network.person("Ada Berg");
  const { body: event } = await callers(site.installation)
    .as(mari)
    .post("/events", {
      title: { nb: "Kurs" },
      organization: "fjordhuset",
      startsAt: "2026-12-03T08:00:00+01:00",
      endsAt: "2026-12-03T10:00:00+01:00",
      quotas: [{ name: "Salen", size: 9 }],
      ticketTypes: [{ name: "Plass", quotas: ["Salen"], priceOre: 50_000, accessCode: "FJORD" }],
    });
  const phone = await aPhone(browser, site);
  const page = await phone.newPage();

  await page.goto(`/nb/events/${event.slug}`);
  await page.getByLabel("Antall, Plass").selectOption("3");
  await page.getByRole("button", { name: "Hold plassen" }).click();
  await page.waitForURL(/sign-in/);
  const back = new URL(page.url()).searchParams.get("to") ?? "";
  await signIn(phone, site, "ada.berg@example.test");
  await page.goto(back);
  const chosen = await page.getByLabel("Antall, Plass").inputValue();
  await page.getByLabel("Kode for Plass").fill("ELV");
  await page.getByRole("button", { name: "Hold plassen" }).click();
  await page.getByText("Billetten krever en kode").first().waitFor();
  await expectAccessible(page);
  await page.getByLabel("Kode for Plass").fill("FJORD");
  await page.getByRole("button", { name: "Hold plassen" }).click();
  await page.getByRole("heading", { name: "Holdes for deg" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bekreft påmeldingen" }).click();
  await page.getByRole("heading", { name: "Du er påmeldt" }).waitFor();

  expect(chosen).toBe("3");
  expect(await page.locator(".event-tickets > li").count()).toBe(3);
});

test("who needs more than are left stands on the list for as many, and is offered them when they come free", async () => {
  const network = networkBuilder(site.installation);
  const house = await network.space("fjordhuset", { name: "Fjordhuset" });
  const [mari, ada] = [await network.person("Mari Moe"), await network.person("Ada Berg")];
  await network.position(mari, house.organizationId, "manager");
  await network.person("Bo Dahl");
  const { as } = callers(site.installation);
  const { body: event } = await as(mari).post("/events", {
    title: { nb: "Kurs" },
    organization: "fjordhuset",
    startsAt: "2026-12-03T08:00:00+01:00",
    endsAt: "2026-12-03T10:00:00+01:00",
    quotas: [{ name: "Salen", size: 3 }],
    ticketTypes: [{ name: "Plass", quotas: ["Salen"] }],
  });
  const { body: taken } = await as(ada).post(`/events/${event.id}/registrations`, {
    ticketTypeId: event.ticketTypes[0]?.id,
    quantity: 2,
  });
  const bos = await aPlainPhone("bo.dahl@example.test");

  await bos.goto(`/nb/events/${event.slug}`);
  await bos.getByText("Trenger du flere enn én?").click();
  const usual = await bos.getByLabel("Hvor mange på lista, Plass").inputValue();
  await bos.getByRole("button", { name: /Stå på lista/ }).click();
  await bos.getByText("Du står på ventelista.").waitFor();
  await as(ada).put(`/registrations/${taken.id}/cancellation`);
  await bos.goto("/nb/me/events");

  expect(usual).toBe("2");
  expect(await bos.locator("main").innerText()).toMatch(/Tilbud til deg · Plass, to plasser/);
});
