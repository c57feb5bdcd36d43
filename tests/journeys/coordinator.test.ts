import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser, type Site } from "../support/browser.ts";
import { openDemonstration } from "../support/demonstration.ts";
import { doWhatIsDue } from "../support/jobs.ts";

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

/** A desk in the demonstration, signed in by the strip above the page. */
async function deskOf(role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 1280, height: 900 }, locale: "nb-NO" });
  const page = await context.newPage();
  await page.goto("/nb");
  await page.getByRole("navigation", { name: "Prøv som" }).getByRole("link", { name: role, exact: true }).click();
  return page;
}

/** What Excel saves in Norway: Windows-1252, semicolons, CRLF. */
function excelSheet(...lines: string[]): Buffer {
  return Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1");
}

async function closedQuarters(): Promise<number> {
  const settlements = await site.installation.db.selectFrom("settlements").select("id").execute();
  return settlements.length;
}

test("A spreadsheet of members with faults: each reason is told, and the good rows are written", async () => {
  const page = await deskOf("Leder");
  await page.goto("/nb/organizations/blender-collective/import/members");
  const buffer = excelSheet(
    "Navn;E-post;Medlemstype;Startdato;Slutt",
    "Åse Sørbø;ase.sorbo@firma.example;Fleksplass;01.10.2026;",
    "Geir Lærdal;geir.laerdal@firma.example;Fast plass;01.09.2026;",
    "Uten Adresse;ikke en adresse;Fleksplass;01.10.2026;",
    "Umulig Dag;umulig.dag@firma.example;Fleksplass;31.02.2026;",
    "Feil Vei;feil.vei@firma.example;Fleksplass;01.10.2026;01.09.2026",
  );

  await page.getByLabel("Regneark").setInputFiles({ name: "medlemmer.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Les fila" }).click();
  await page.getByRole("button", { name: "Sjekk 5 rader" }).waitFor();
  const columns = await page.locator("select").evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
  await page.getByRole("button", { name: "Sjekk 5 rader" }).click();
  await doWhatIsDue(site.installation);
  // the page follows by itself while it is under way
  await page.getByRole("link", { name: "Avvist 3" }).waitFor();
  const checked = await page.locator("main").innerText();
  await page.getByRole("link", { name: "Avvist 3" }).click();
  await page.getByText("Umulig Dag").waitFor();
  const refused = await page.locator("tbody tr").allInnerTexts();
  await page.getByRole("button", { name: "Importer de 2 gode radene" }).click();
  await doWhatIsDue(site.installation);
  await page.getByText("Importen er ferdig.").waitFor();

  expect(columns).toEqual(["Navn", "E-post", "Medlemstype", "Startdato", "Slutt", ""]);
  expect(checked).toContain("Åse Sørbø");
  expect(checked).toContain("Nye: 2 · Endres: 0 · Som før: 0 · Avvist: 3");
  expect(refused).toHaveLength(3);
  expect(refused[0]).toContain("ikke en adresse");
  expect(refused[1]).toContain("31.02.2026");
  expect(refused[2]).toContain("Sluttdagen må være seinere enn den første dagen.");
  expect(await page.locator("main").innerText()).toContain("Importen er ferdig.");
  await page.goto("/nb/spaces/blender-collective/members");
  const members = await page.locator("main").innerText();
  expect(members).toContain("Åse Sørbø");
  expect(members).toContain("Geir Lærdal");
  expect(members).not.toContain("Feil Vei");
});

test("A candidate is moved by its list of stages, without dragging, and moved back", async () => {
  const page = await deskOf("Koordinator");
  await page.goto("/nb/networks/coworking-norge/candidates");
  const card = page.locator("#stage-prospect [data-card]").first();
  const id = await card.getAttribute("data-card");
  const name = await card.locator("h3").innerText();
  const stageOfCard = () => page.locator(`.stage:has([data-card="${id}"])`).getAttribute("data-stage");

  await card.locator("summary").focus();
  await page.keyboard.press("Enter");
  await card.getByRole("button", { name: "I dialog" }).press("Enter");
  await page.waitForURL("**moved=**");
  const moved = { stage: await stageOfCard(), said: await page.locator(".undo-bar").innerText() };
  await page.locator(".undo-bar").getByRole("button", { name: "Angre" }).click();
  await page.waitForURL("**undone=**");

  expect(moved.stage).toBe("in_dialogue");
  expect(moved.said).toContain(`${name} er flyttet til «I dialog».`);
  expect(await stageOfCard()).toBe("prospect");
  expect(await page.locator("main").innerText()).toContain("Flyttingen er angret. Kandidaten står i «Kandidat».");
});

test("The last quarter is seen netted, asked about once, and closed", async () => {
  const page = await deskOf("Koordinator");
  await page.getByRole("link", { name: "Gjestedager", exact: true }).first().click();
  await page.waitForURL("**/exchange");
  const standing = await page.locator("main").innerText();
  const transfers = page.locator("section[aria-labelledby=netting] tbody tr");
  const amounts = await transfers.count();
  const closedBefore = await closedQuarters();

  await page.getByRole("link", { name: "Lukk kvartalet" }).click();
  const question = await page.locator("#close").innerText();
  const closedAfterAsking = await closedQuarters();
  await page.getByRole("button", { name: "Lukk kvartalet med 324 dager" }).click();
  await page.waitForURL("**closedNow**");
  const closed = await page.locator("main").innerText();
  await page.getByRole("link", { name: "Se oppgjøret" }).click();
  await page.waitForURL("**/settlements/*");

  expect(standing).toContain("324 gjestedager i alle 55 par av hus.");
  expect(standing).toContain("20 krav blir seks overføringer");
  expect(amounts).toBe(6);
  expect(question).toContain("324 dager fryses, og det blir seks overføringer.");
  expect(question).toContain("Det kan ikke angres.");
  expect(closedAfterAsking).toBe(closedBefore);
  expect(await closedQuarters()).toBe(closedBefore + 1);
  expect(closed).toContain("Kvartalet er lukket.");
  expect(await page.locator("main").innerText()).toMatch(/8\s500\skr/);
});
