import type { Browser, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { aPhone, expectAccessible, openBrowser, openSite, type Site, signIn } from "../support/browser.ts";
import { eventBuilder } from "../support/events.ts";
import { cameraThatSees, photoOf } from "../support/fake-camera.ts";

// browsers beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

let site: Site;
let browsers: Browser[];

beforeEach(async () => {
  site = await openSite();
  browsers = [];
});

afterEach(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await site.close();
});

/** A breakfast with Ada and Bo registered, and Heidi at the desk, on its morning. */
async function theMorning() {
  const build = eventBuilder(site.installation);
  const breakfast = await build.held({ size: 3 });
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  const heidi = await build.network.person("Heidi Hus", { email: "heidi@example.test" });
  await build.network.position(heidi, breakfast.house.organizationId, "host");
  const tickets = [];
  for (const person of [ada, bo]) tickets.push((await breakfast.register(person)).body.tickets[0]);
  site.installation.setClock("2026-12-03T07:00:00Z");
  const [adas, bos] = tickets;
  if (!adas?.token || !bos?.token) throw new Error("The tickets have no tokens");
  const scans = () =>
    site.installation.db
      .selectFrom("ticket_scans")
      .select(["kind", "counted", "door"])
      .orderBy("counted", "desc")
      .orderBy("kind")
      .execute();
  return {
    ...breakfast,
    ada: { ...adas, token: adas.token },
    bo: { ...bos, token: bos.token },
    scans,
    path: `/nb/events/${breakfast.event.slug}/door`,
  };
}

async function phone(path: string, switches: string[] = []) {
  const browser = await openBrowser(switches);
  browsers.push(browser);
  const context = await aPhone(browser, site);
  await signIn(context, site, "heidi@example.test");
  const page = await context.newPage();
  await page.goto(path);
  await page.locator("[data-kept]:not([hidden])").waitFor({ state: "attached" });
  return { context, page };
}

const row = (page: Page, ticket: { id: string }) => page.locator(`li[data-ticket="${ticket.id}"]`);

describe("A phone at the door of an event", () => {
  test("judges a ticket without a network, keeps it through a reload, lets others out and in, and sends it all once", async () => {
    const { ada, bo, scans, path } = await theMorning();
    const { context, page } = await phone(path, cameraThatSees(ada.token));

    await context.setOffline(true);
    await page.getByRole("button", { name: "Skann kode" }).click();
    await page.locator(".result.is-in").waitFor();
    const result = await page.locator(".result").innerText();
    await page.locator(".phone-bar.off").waitFor();
    await page.getByLabel("Navn, selskap eller kode").fill("dahl");
    await row(page, bo).getByRole("button", { name: "Slipp inn" }).click();
    await row(page, bo).getByRole("button", { name: "Slipp ut" }).click();
    await page.locator("[data-walk-in] summary").click();
    await page.getByLabel("Navn", { exact: true }).fill("Cato Vik");
    await page.getByLabel("E-post").fill("cato.vik@example.test");
    await page.getByRole("button", { name: "Meld på og slipp inn" }).click();
    await page.getByText("Om det er plass, avgjøres når det sendes.", { exact: true }).waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByText("4 venter på å sendes").waitFor();
    const counts = await page.locator(".door-counts").innerText();
    const before = await scans();
    await context.setOffline(false);
    await page.getByText("Sendt: 4 hendelser").waitFor();
    await page.locator("li[data-ticket]", { hasText: "Cato Vik" }).waitFor();

    expect(result).toContain("Ada Berg");
    expect(counts).toMatch(/1\s+INNE NÅ|Inne nå\s+1|1\s+Inne nå/i);
    expect(before).toEqual([]);
    expect((await scans()).map(({ kind, counted }) => [kind, counted])).toEqual([
      ["check_in", true],
      ["check_in", true],
      ["check_in", true],
      ["check_out", true],
    ]);
    expect(await page.locator("[data-queue]").isHidden()).toBe(true);
  });

  test("knows a genuine ticket that came after its list, and no pass and no copy", async () => {
    const { ada, bo, path, register, visitors } = await theMornings();
    const { page } = await phone(path);
    const show = async (text: string) =>
      page.locator("[data-photo]").setInputFiles({ name: "kode.jpg", mimeType: "image/jpeg", buffer: await photoOf(text) });

    await site.cut();
    await page.locator(".phone-bar.off").waitFor();
    const late = (await register(visitors.late)).body.tickets[0];
    await show(late?.token ?? "");
    await page.getByText("Ikke på lista denne telefonen har, men billetten er ekte.").waitFor();
    await show(visitors.pass);
    await page.getByText("Dette er et gjestepass").waitFor();
    await show(`${ada.token.split(".")[0]}.${bo.token.split(".")[1]}`);
    await page.getByText("Signaturen stemmer ikke.").waitFor();
  });
});

async function theMornings() {
  const morning = await theMorning();
  const build = eventBuilder(site.installation);
  const late = await build.network.person("Cato Vik");
  return { ...morning, visitors: { late, pass: await build.passToken() } };
}

test("a ticket let in at two doors without a network is counted once, and both doors see it afterwards", async () => {
  const { ada, scans, path } = await theMorning();
  const north = await phone(path);
  const south = await phone(path);
  for (const [page, name] of [
    [north.page, "Nord"],
    [south.page, "Sør"],
  ] as const) {
    await page.locator("[data-phone] summary").click();
    await page.getByLabel("Navn på døra").fill(name);
    await page.getByLabel("Navn på døra").blur();
  }

  await Promise.all([north.context.setOffline(true), south.context.setOffline(true)]);
  for (const { page } of [north, south]) {
    await page.locator(".phone-bar.off").waitFor();
    await row(page, ada).getByRole("button", { name: "Slipp inn" }).click();
    await page.getByText("1 venter på å sendes").waitFor();
  }
  await north.context.setOffline(false);
  await north.page.getByText("Sendt: 1 hendelse").waitFor();
  await south.context.setOffline(false);
  await south.page.getByText("Se på det som står under").waitFor();
  const result = south.page.locator(".result", { hasText: "Brukt ved to dører" });
  await result.getByText("Nord slapp inn på samme billett").waitFor();
  await south.page.getByText("Samme billett brukt to ganger").waitFor();
  await expectAccessible(south.page);
  const table = await south.page.locator(".to-look-at table").innerText();
  await north.page.getByText("Samme billett brukt to ganger").waitFor();

  expect(await result.getByRole("button", { name: "Angre" }).count()).toBe(0);
  expect(table).toMatch(/Nord\s+Ja/);
  expect(table).toMatch(/Sør\s+Nei/);
  expect(await scans()).toEqual([
    { kind: "check_in", counted: true, door: "Nord" },
    { kind: "check_in", counted: false, door: "Sør" },
  ]);
});
