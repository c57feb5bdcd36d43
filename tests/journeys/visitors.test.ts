import type { Browser } from "playwright-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aPhone, expectAccessible, openBrowser, openSite, patience, type Site, signIn } from "../support/browser.ts";
import { doWhatIsDue } from "../support/jobs.ts";
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

/** Fjordhuset with a kiosk, where Amina is a member and Henrik stands at the desk. @returns the kiosk's path */
async function aHouseWithKiosk(): Promise<string> {
  const network = networkBuilder(site.installation);
  const space = await network.space("fjordhuset", { name: "Fjordhuset" });
  await network.member("Amina Larsen", space);
  const henrik = await network.person("Henrik Dahl");
  await network.position(henrik, space.organizationId, "host");
  const mari = await network.person("Mari Moe");
  await network.position(mari, space.organizationId, "manager");
  const added = await callers(site.installation).as(mari).post("/spaces/fjordhuset/displays", { kind: "kiosk", name: "Inngangen" });
  return new URL(added.body.url).pathname;
}

async function aTablet(script: boolean) {
  const tablet = await browser.newContext({ baseURL: site.url, viewport: { width: 1024, height: 768 }, javaScriptEnabled: script });
  tablet.setDefaultTimeout(patience);
  return await tablet.newPage();
}

test("a visitor is announced, arrives at the kiosk, the host is told by mail and live, gets a badge and is signed out", async () => {
  const path = await aHouseWithKiosk();
  const [aminas, henriks] = [await aPhone(browser, site), await aPhone(browser, site)];
  await signIn(aminas, site, "amina.larsen@example.test");
  await signIn(henriks, site, "henrik.dahl@example.test");
  const member = await aminas.newPage();
  await member.goto("/nb/me/visitors");
  await member.getByRole("link", { name: "Meld et besøk" }).click();
  await member.getByLabel("Navn", { exact: true }).fill("Kari Nordmann");
  await member.getByLabel("E-post").fill("kari@firma.example");
  await member.getByRole("button", { name: "Meld besøket" }).click();
  await member.getByText("Skriv når de kommer").first().waitFor();
  await member.getByLabel("Klokkeslett").fill("10:00");
  await member.getByRole("button", { name: "Meld besøket" }).click();
  await member.getByText("Besøket er meldt.").waitFor();
  await expectAccessible(member);

  const desk = await henriks.newPage();
  const following = desk.waitForResponse((answer) => answer.url().endsWith("/visits/events"));
  await desk.goto("/nb/spaces/fjordhuset/visitors");
  await following;
  const kiosk = await aTablet(true);
  await kiosk.goto(path);
  await expectAccessible(kiosk);
  await kiosk.getByRole("link", { name: "Jeg er ventet" }).click();
  await kiosk.getByLabel("Hva heter du?").fill("nord");
  await kiosk.getByRole("button", { name: "Finn meg" }).click();
  await kiosk.getByRole("button", { name: "Kari N." }).click();
  await kiosk.getByRole("heading", { name: "Velkommen, Kari" }).waitFor();
  const welcome = await kiosk.locator("main").innerText();
  await expectAccessible(kiosk);
  await doWhatIsDue(site.installation);
  await desk.getByText("Inne").first().waitFor();
  const letters = await site.installation.db.selectFrom("letters").select(["recipient", "subject"]).orderBy("recipient", "desc").execute();
  const badge = await henriks.request.get((await desk.getByRole("link", { name: /Skriv ut skilt/ }).getAttribute("href")) ?? "");
  await desk.getByRole("button", { name: "Før ut Kari Nordmann" }).click();
  await desk.getByText("Besøket er ført ut.").waitFor();
  await desk.goto("/nb/spaces/fjordhuset/visitors/inside");

  expect(welcome).toContain("Amina Larsen har fått beskjed.");
  expect(new URL(kiosk.url()).search).toBe("?step=expected");
  expect(letters).toEqual([
    { recipient: "kari@firma.example", subject: "Velkommen til Fjordhuset mandag 23. november kl. 10:00" },
    { recipient: "amina.larsen@example.test", subject: "Kari Nordmann er kommet" },
  ]);
  expect([badge.status(), badge.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect(await desk.getByText("Kari Nordmann").count()).toBe(0);
});

test("whoever walks away from the kiosk leaves nothing on it: after a minute it begins anew, and no way back leads to a name", async () => {
  const path = await aHouseWithKiosk();
  const kiosk = await aTablet(true);
  await kiosk.clock.install();
  await kiosk.goto(`${path}/kiosk`);
  await kiosk.getByRole("link", { name: "Jeg er ventet" }).click();
  await kiosk.getByLabel("Hva heter du?").fill("Kari Nordmann");
  await kiosk.getByRole("button", { name: "Finn meg" }).click();
  await kiosk.getByText("Vi finner deg ikke").waitFor();

  await kiosk.clock.fastForward(59_000);
  const before = await kiosk.getByLabel("Hva heter du?").inputValue();
  await kiosk.clock.fastForward(2_000);
  await kiosk.getByRole("heading", { name: "Velkommen til Fjordhuset" }).waitFor();

  expect(before).toBe("Kari Nordmann");
  expect(await kiosk.content()).not.toContain("Kari");
});

test("a kiosk without a network takes down who comes, opens again by itself, and tells the house when it is back", async () => {
  const path = await aHouseWithKiosk();
  const kiosk = await aTablet(true);
  await kiosk.goto(path);
  await kiosk.getByRole("link", { name: "Jeg er ventet" }).waitFor();
  const isKept = () => kiosk.evaluate(async () => (await caches.match(location.pathname)) !== undefined);
  await vi.waitFor(async () => expect(await isKept()).toBe(true), patience);

  await kiosk.context().setOffline(true);
  await kiosk.goto(path);
  await kiosk.getByLabel("Navnet ditt").fill("Per Ukjent");
  await kiosk.getByLabel("Hvem skal du til?").fill("Sjefen");
  await expectAccessible(kiosk);
  await kiosk.getByRole("button", { name: "Jeg kommer" }).click();
  await kiosk.getByText("Det er skrevet ned").waitFor();
  await kiosk.getByText("1 venter på nettet.").waitFor();
  const told = () => site.installation.db.selectFrom("visits").select(["name", "asked_for", "is_announced"]).execute();
  const before = await told();
  await kiosk.context().setOffline(false);
  await kiosk.getByRole("link", { name: "Jeg er ventet" }).waitFor();
  await vi.waitFor(async () => expect(await told()).toHaveLength(1), patience);

  expect([before, await told()]).toEqual([[], [{ name: "Per Ukjent", asked_for: "Sjefen", is_announced: false }]]);
  expect(await kiosk.evaluate(() => localStorage.length)).toBe(0);
});
