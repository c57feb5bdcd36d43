import type { Browser, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { aPhone, expectAccessible, openBrowser, openSite, type Site, signIn } from "../support/browser.ts";
import { doWhatIsDue } from "../support/jobs.ts";
import { networkBuilder } from "../support/network.ts";
import { callers } from "../support/visitor.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

const today = "2026-11-23";
let site: Site;
let browser: Browser;

beforeEach(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});

afterEach(async () => {
  await browser.close();
  await site.close();
});

/** WorkWork with Henrik at the desk and Wenche in charge; Amina and Jonas are members of Blender Collective. */
async function theHouses(given: { askFirst?: boolean } = {}) {
  const network = networkBuilder(site.installation);
  const host = await network.space("workwork", { name: "WorkWork", seats: 4, ...given });
  const home = await network.space("blender-collective", { name: "Blender Collective" });
  await network.agreement([host, home]);
  for (const [name, role] of [
    ["Henrik Dahl", "host"],
    ["Wenche Moe", "manager"],
  ] as const) {
    await network.position(await network.person(name), host.organizationId, role);
  }
  const [amina, jonas] = [await network.member("Amina Larsen", home), await network.member("Jonas Vik", home)];
  const claim = async (person: string, day = today) =>
    (await callers(site.installation).as(person).post("/spaces/workwork/day-passes", { day })).body as { id: string };
  return { amina, jonas, claim };
}

async function phoneOf(email: string): Promise<Page> {
  const context = await aPhone(browser, site);
  await signIn(context, site, email);
  return context.newPage();
}

describe("The host's day", () => {
  test("shows who takes a seat while it happens, marked as new", async () => {
    const { amina, claim } = await theHouses();
    const page = await phoneOf("henrik.dahl@example.test");
    const following = page.waitForResponse((answer) => answer.url().endsWith("/events"));
    await page.goto("/nb/spaces/workwork/today");
    await following;
    const before = await page.locator("[data-live]").innerText();

    await claim(amina);
    await doWhatIsDue(site.installation);
    await page.getByText("ny nå").first().waitFor();

    expect(before).toContain("Ingen gjester i dag");
    expect(await page.locator(".guests").innerText()).toContain("Amina L.");
    await expectAccessible(page);
  });

  test("answers those who ask first, with a reason when it is no", async () => {
    const { amina, jonas, claim } = await theHouses({ askFirst: true });
    const [yes, no] = [await claim(amina), await claim(jonas)];
    const page = await phoneOf("henrik.dahl@example.test");
    await page.goto("/nb/spaces/workwork/today");
    await expectAccessible(page);

    await page.getByRole("button", { name: "Ja, kom : Amina L." }).click();
    await page.getByText("Amina L. har fått ja.").waitFor();
    await page.locator(".answer-no summary").click();
    await page.getByLabel("Begrunnelse til gjesten").fill("Styremøte i hele huset");
    await page.getByRole("button", { name: "Svar nei" }).click();
    await page.getByText("Gjesten har fått beskjed om at det ble nei.").waitFor();

    const henrik = callers(site.installation);
    expect((await henrik.as(amina).get(`/day-passes/${yes.id}`)).body.state).toBe("held");
    expect((await henrik.as(jonas).get(`/day-passes/${no.id}`)).body).toMatchObject({
      state: "refused",
      endingReason: "Styremøte i hele huset",
    });
  });
});

describe("The guest terms", () => {
  test("are changed, and days that have more guests than the new seats are kept and said", async () => {
    const { amina, jonas, claim } = await theHouses();
    await claim(amina, "2026-11-24");
    await claim(jonas, "2026-11-24");
    const page = await phoneOf("wenche.moe@example.test");
    await page.goto("/nb/spaces/workwork/guest-terms");
    await expectAccessible(page);

    await page.getByLabel("tirsdag").fill("1");
    await page.getByLabel("Legg til en dag").fill("2026-12-23");
    await page.getByRole("button", { name: "Lagre gjesteplassene" }).click();
    await page.getByText("Én dag har flere gjester enn plassene; de beholdes.").waitFor();

    expect(await page.getByLabel("onsdag 23. desember 2026").isChecked()).toBe(true);
    expect(await page.getByLabel("tirsdag").inputValue()).toBe("1");
  });

  test("saved by two managers at once are shown in both versions, and the later chooses", async () => {
    await theHouses();
    const [first, second] = [await phoneOf("wenche.moe@example.test"), await phoneOf("wenche.moe@example.test")];
    for (const page of [first, second]) await page.goto("/nb/spaces/workwork/guest-terms");
    await first.getByLabel("mandag").fill("2");
    await first.getByRole("button", { name: "Lagre gjesteplassene" }).click();
    await first.getByText("Lagret", { exact: true }).waitFor();

    await second.getByLabel("mandag").fill("7");
    await second.getByRole("button", { name: "Lagre gjesteplassene" }).click();
    const both = await second.locator(".versions").innerText();
    await expectAccessible(second);
    await second.getByRole("button", { name: "Lagre mitt" }).click();
    await second.getByText("Lagret", { exact: true }).waitFor();

    expect(both).toContain("2 · 4 · 4 · 4 · 4 · 4 · 4");
    expect(both).toContain("7 · 4 · 4 · 4 · 4 · 4 · 4");
    expect(await second.getByLabel("mandag").inputValue()).toBe("7");
  });
});

describe("The code at the door", () => {
  test("takes a guest with a pass in by one button, and tells one without what to do", async () => {
    const { amina, claim } = await theHouses();
    await claim(amina);
    const host = await phoneOf("henrik.dahl@example.test");
    const { url } = await (await host.request.get("/api/v1/spaces/workwork/door-code")).json();
    const [guest, stranger] = [await phoneOf("amina.larsen@example.test"), await phoneOf("jonas.vik@example.test")];

    await guest.goto(url);
    await expectAccessible(guest);
    await guest.getByRole("button", { name: "Sjekk inn" }).click();
    await guest.getByText("Du er sjekket inn").waitFor();
    await stranger.goto(url);

    expect(await guest.locator(".result").innerText()).toContain("Siden 09:00.");
    expect(await stranger.locator("main").innerText()).toContain("Du har ingen plass her i dag");
    await expectAccessible(stranger);
  });
});

describe("A pass that was opened once", () => {
  test("opens again without a connection, until the member signs out", async () => {
    const { amina, claim } = await theHouses();
    const { id } = await claim(amina);
    const page = await phoneOf("amina.larsen@example.test");
    await page.goto(`/nb/me/passes/${id}`);
    await page.getByText("Virker uten dekning").waitFor();

    await site.cut();
    await page.reload();
    const offline = await page.locator(".pass").innerText();
    await site.restore();
    await page.goto("/nb/sign-out");
    await page.locator("main form button").click();
    await page.waitForURL((address) => !address.pathname.includes("sign-out"));
    await site.cut();
    await page.goto(`/nb/me/passes/${id}`);
    await page.getByText("når du har hatt dem åpne her én gang").waitFor();
    const afterwards = await page.locator("body").innerText();

    expect(offline).toContain("WorkWork");
    expect(afterwards).toContain("Uten nett");
    expect(afterwards).not.toContain("WorkWork");
  });
});
