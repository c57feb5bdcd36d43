import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectAccessible, patience } from "../support/browser.ts";
import { type FrontDesk, openFrontDesk } from "../support/front-desk.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

let door: FrontDesk;
let page: Page;
let pass: string;

beforeAll(async () => {
  door = await openFrontDesk();
  const { claim } = await door.theDay();
  pass = `/nb/me/passes/${(await claim("Amina Larsen")).id}`;
  page = (await door.phoneOf("amina.larsen@example.test")).page;
});

afterAll(() => door.close());

test("a page that cannot be fetched leads to a pass that was never opened, and comes by itself when the network is back", async () => {
  await page.goto("/nb/me");
  await expect.poll(() => page.evaluate(async (path) => (await caches.match(path)) !== undefined, pass), { timeout: patience }).toBe(true);
  const days = await page.locator("h1").innerText();

  await door.site.cut();
  await page.goto("/nb/me");
  const inPlace = await page.locator("h1").innerText();
  await page.getByRole("link", { name: "WorkWork, mandag 23. november" }).waitFor();
  await expectAccessible(page);
  await page.goto("/nn/events?place=Oslo");
  const inNynorsk = await page.locator("h1").innerText();
  await page.getByRole("link", { name: "WorkWork, mandag 23. november" }).click();
  await page.locator(".pass svg.qr").waitFor();
  await page.locator("[data-offline-ready]").waitFor({ state: "attached" });
  await page.goto("/nb/me");
  await door.site.restore();
  await page.getByRole("heading", { level: 1, name: days, exact: true }).waitFor();
  await page.goto(pass);
  await page.locator("[data-offline-ready]:visible").waitFor();

  expect([inPlace, inNynorsk]).toEqual(["Uten nett", "Utan nett"]);
});

test("a form that nobody answers keeps the page with all that is written, says that nothing is sent, and is sent once when the network is back", async () => {
  let sent = 0;
  door.site.onTheWay(({ method }) => {
    if (method === "POST") sent += 1;
    return undefined;
  });
  const name = page.getByLabel("Navn", { exact: true });
  await page.goto("/nb/me/profile");
  await name.fill("Amina Larsen Nes");
  await page.clock.fastForward("00:20");

  await door.site.cut();
  await page.getByRole("button", { name: "Lagre", exact: true }).first().click();
  const said = page.getByRole("alert").filter({ hasText: "Uten nett" });
  await said.waitFor();
  await expectAccessible(page);
  const whileAway = { said: await said.locator("p").innerText(), written: await name.inputValue(), sent };
  await door.site.restore();
  await said.getByRole("button", { name: "Prøv igjen" }).click();
  await page.waitForURL("**/me/profile?done=saved");

  expect(whileAway).toEqual({
    said: "Uten nett: Ingenting er sendt, og alt du har skrevet, står her.",
    written: "Amina Larsen Nes",
    sent: 0,
  });
  expect([await name.inputValue(), sent]).toEqual(["Amina Larsen Nes", 1]);
});

test("files of a build before this one stay for as long as a page that is kept is made of them", async () => {
  await page.goto(pass);
  await page.evaluate(async () => {
    const [pages, files] = await Promise.all([caches.open("romslig-pages"), caches.open("romslig-files")]);
    await pages.put(
      "/nb/tickets/before",
      new Response('<link href="/assets/before.css"><script src="/scripts/before-0123abcd.js"></script>'),
    );
    const faces = 'url("/assets/before-latin-wght-normal-x.woff2")';
    for (const [file, text] of Object.entries({
      "/assets/before.css": faces,
      "/assets/before-latin-wght-normal-x.woff2": "",
      "/scripts/before-0123abcd.js": "",
      "/assets/unused.css": "",
      "/scripts/unused-0123abcd.js": "",
    }))
      await files.put(file, new Response(text));
  });

  await page.goto(pass);
  await page.locator("[data-offline-ready]:visible").waitFor();

  const left = await page.evaluate(async () => (await (await caches.open("romslig-files")).keys()).map(({ url }) => new URL(url).pathname));
  expect(left.filter((path) => /before|unused/.test(path)).toSorted()).toEqual([
    "/assets/before-latin-wght-normal-x.woff2",
    "/assets/before.css",
    "/scripts/before-0123abcd.js",
  ]);
});

test("a script that a page brings along is asked for once, and a page of another build gets the one there is now", async () => {
  const html = await (await page.request.get(pass)).text();
  const [address = ""] = /\/scripts\/[\w-]+-[0-9a-f]{8}\.js/.exec(html) ?? [];
  const name = address.replace(/-[0-9a-f]{8}\.js$/, "");

  const [now, then, plain] = await Promise.all([address, `${name}-00000000.js`, `${name}.js`].map((path) => page.request.get(path)));

  expect([now, then, plain].map((answer) => [answer?.status(), answer?.headers()["cache-control"]])).toEqual([
    [200, "public, max-age=31536000, immutable"],
    [200, "no-cache"],
    [200, "no-cache"],
  ]);
  expect(await then?.text()).toBe(await now?.text());
});
