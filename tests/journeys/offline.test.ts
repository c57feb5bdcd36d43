import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { expectAccessible } from "../support/browser.ts";
import { type FrontDesk, openFrontDesk } from "../support/front-desk.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

let door: FrontDesk;

beforeEach(async () => {
  door = await openFrontDesk();
});

afterEach(() => door.close());

test("a page that cannot be fetched leads to the pass on the phone, and comes by itself when the network is back", async () => {
  const { claim } = await door.theDay();
  const { id } = await claim("Amina Larsen");
  const { page } = await door.phoneOf("amina.larsen@example.test");
  await page.goto(`/nb/me/passes/${id}`);
  await page.locator("[data-offline-ready]:visible").waitFor();
  await page.goto("/nb/me");
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
  await page.goto("/nb/me");
  await door.site.restore();
  await page.getByRole("heading", { level: 1, name: days, exact: true }).waitFor();

  expect([inPlace, inNynorsk]).toEqual(["Uten nett", "Utan nett"]);
});
