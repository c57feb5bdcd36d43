import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { expectAccessible } from "../support/browser.ts";
import { type FrontDesk, openFrontDesk } from "../support/front-desk.ts";
import { doWhatIsDue } from "../support/jobs.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

let door: FrontDesk;

beforeEach(async () => {
  door = await openFrontDesk();
});

afterEach(() => door.close());

/** Blender Collective keeps its members elsewhere and has sent the list: Amina is on it, and has never been here. Stian is not. */
async function stranger({ javaScriptEnabled = false } = {}): Promise<Page> {
  const { home } = await door.theDay();
  await door.network.member("Amina Larsen", home);
  await door.network.person("Stian Lie");
  const browser = await door.browser();
  const context = await browser.newContext({ baseURL: door.site.url, viewport: { width: 390, height: 844 }, javaScriptEnabled });
  return context.newPage();
}

async function askForCode(page: Page, email: string): Promise<void> {
  await page.getByLabel("Huset du er medlem hos").selectOption("blender-collective");
  await page.getByLabel("E-post").fill(email);
  await page.getByRole("button", { name: "Send koden" }).click();
}

async function codeSentTo(email: string): Promise<string | undefined> {
  await doWhatIsDue(door.site.installation);
  const { db } = door.site.installation;
  const letters = await db.selectFrom("letters").select("body_text").where("recipient", "=", email).orderBy("id").execute();
  return /\b\d{6}\b/.exec(letters.at(-1)?.body_text ?? "")?.[0];
}

describe("A member of a house with another system", () => {
  test("proves it by the code from the e-mail and takes a day, without script", async () => {
    const page = await stranger();
    await page.goto("/nb/spaces/workwork?day=2026-11-24");
    await page.getByRole("link", { name: "Ta en plass" }).click();
    await page.getByRole("link", { name: "Få en engangskode" }).click();

    await askForCode(page, "amina.larsen@example.test");
    const code = (await codeSentTo("amina.larsen@example.test")) ?? "";
    const addresses = [page.url()];
    await page.getByLabel("Kode", { exact: true }).fill(code === "000000" ? "000001" : "000000");
    await page.getByRole("button", { name: "Vis at jeg er medlem" }).click();
    const told = await page.getByRole("alert").innerText();
    await page.getByLabel("Kode", { exact: true }).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByRole("button", { name: "Vis at jeg er medlem" }).click();
    await page.getByRole("button", { name: "Ta plassen" }).waitFor();
    addresses.push(page.url());
    await page.getByRole("button", { name: "Ta plassen" }).click();
    await page.getByText("Plassen er din").first().waitFor();

    expect(told).toContain("Koden stemmer ikke");
    expect(addresses.map((address) => address.replace(door.site.url, ""))).toEqual([
      "/nb/sign-in/code?to=%2Fnb%2Fspaces%2Fworkwork%2Fclaim%3Fday%3D2026-11-24",
      "/nb/spaces/workwork/claim?day=2026-11-24",
    ]);
    const passes = await door.site.installation.db.selectFrom("day_passes").select(["day", "state", "holder_name"]).execute();
    expect(passes).toEqual([{ day: "2026-11-24", state: "held", holder_name: "Amina L." }]);
  });

  test("is told the same as somebody nobody knows", async () => {
    const page = await stranger({ javaScriptEnabled: true });
    const told = [];
    for (const email of ["amina.larsen@example.test", "stian.lie@example.test", "nobody@example.test"]) {
      await page.goto("/nb/sign-in/code?space=blender-collective");
      await askForCode(page, email);
      await page.getByLabel("Kode", { exact: true }).waitFor();
      told.push((await page.locator("main").innerText()).replaceAll(email, "…"));
      await expectAccessible(page);
    }

    expect(new Set(told).size).toBe(1);
    expect(await codeSentTo("stian.lie@example.test")).toBeUndefined();
    expect(await codeSentTo("nobody@example.test")).toBeUndefined();
  });

  test("is told what is missing, and loses nothing of what was written", async () => {
    const page = await stranger();
    await page.goto("/nb/sign-in/code");

    await page.getByLabel("E-post").fill("amina.larsen");
    await page.getByRole("button", { name: "Send koden" }).click();
    await page.waitForLoadState();
    const first = [await page.getByRole("alert").innerText(), await page.title()];
    await page.getByLabel("Huset du er medlem hos").selectOption("blender-collective");
    await page.getByRole("button", { name: "Send koden" }).click();
    await page.waitForLoadState();
    const second = [await page.getByRole("alert").innerText(), await page.title()];

    expect(first[0]).toContain("Velg huset du er medlem hos.");
    expect(first[1]).toMatch(/^Feil: Få en engangskode/);
    expect(second[0]).toContain("@");
    expect(await page.getByLabel("E-post").inputValue()).toBe("amina.larsen");
    expect(await page.getByLabel("Huset du er medlem hos").inputValue()).toBe("blender-collective");
  });
});
