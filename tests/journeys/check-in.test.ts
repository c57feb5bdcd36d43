import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { expectAccessible, signIn } from "../support/browser.ts";
import { photoOf } from "../support/fake-camera.ts";
import { desk, type FrontDesk, openCheckIn, openFrontDesk } from "../support/front-desk.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

let door: FrontDesk;

beforeEach(async () => {
  door = await openFrontDesk();
});

afterEach(() => door.close());

test("a pass for another day is genuine but shut, and opens with a reason", async () => {
  const { claim } = await door.theDay();
  const tomorrow = await claim("Mari Thorsen", "2026-11-24");
  const { page } = await door.phoneOf("henrik@example.test");
  await openCheckIn(page);

  await page.locator("[data-photo]").setInputFiles({ name: "kode.jpg", mimeType: "image/jpeg", buffer: await photoOf(tomorrow.token) });
  await page.locator(".result.is-refused").waitFor();
  const said = await page.locator(".result").innerText();
  await page.getByRole("button", { name: "Slipp inn likevel" }).click();
  await page.getByLabel("Hvorfor slipper du inn?").fill("Tok feil av dagen");
  await page.locator(".anyway").getByRole("button", { name: "Slipp inn" }).click();
  await page.locator(".result.is-in").waitFor();

  expect(said).toContain("Passet er ekte, men gjelder tirsdag 24. november.");
  await expect.poll(door.daysInLedger).toBe(1);
});

test("a forged code and another text are not let in", async () => {
  const { claim } = await door.theDay();
  const { token } = await claim("Amina Larsen");
  const { page } = await door.phoneOf("henrik@example.test");
  await openCheckIn(page);
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

test("without script the list with its forms does the same", async () => {
  const { claim } = await door.theDay();
  const amina = await claim("Amina Larsen");
  const browser = await door.browser();
  const context = await browser.newContext({ baseURL: door.site.url, javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  await signIn(context, door.site, "henrik@example.test");
  const page = await context.newPage();
  await page.goto(desk);

  await page.getByLabel("Navn eller kode").fill(amina.code);
  await page.getByRole("button", { name: "Søk" }).click();
  await page.getByRole("button", { name: "Slipp inn Amina L." }).click();
  const result = await page.locator(".result").innerText();
  const inLedger = await door.daysInLedger();
  await page.locator(".result").getByRole("button", { name: "Angre" }).click();

  expect(result).toContain("Amina L.");
  expect(inLedger).toBe(1);
  expect(await page.locator(".undo-bar").innerText()).toContain("Amina L. er ikke sjekket inn lenger.");
});

describe("The host's pages have no accessibility faults", () => {
  test.each(["nb", "nn", "en"])("in %s", async (language) => {
    const { claim } = await door.theDay();
    await claim("Amina Larsen");
    const { page } = await door.phoneOf("henrik@example.test");

    for (const path of ["today", "today?day=2026-11-22", "check-in", "door"]) {
      await page.goto(`/${language}/spaces/workwork/${path}`);
      await expectAccessible(page);
    }
  });
});
