import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { expectAccessible } from "../support/browser.ts";
import { cameraThatSees, photoOf } from "../support/fake-camera.ts";
import { desk, type FrontDesk, openCheckIn, openFrontDesk, rowOf } from "../support/front-desk.ts";
import { doWhatIsDue } from "../support/jobs.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

let door: FrontDesk;

beforeEach(async () => {
  door = await openFrontDesk();
});

afterEach(() => door.close());

describe("A host whose network is gone", () => {
  test("scans a pass, sees that it is sent later, and has it in the ledger once the network is back", async () => {
    const { claim } = await door.theDay();
    const amina = await claim("Amina Larsen");
    const { context, page } = await door.phoneOf("henrik@example.test", cameraThatSees(amina.token));
    await openCheckIn(page);

    await context.setOffline(true);
    await page.getByRole("button", { name: "Skann kode" }).click();
    await page.locator(".result.is-in").waitFor();
    const offline = {
      result: await page.locator(".result.is-in").innerText(),
      bar: await page.locator("[data-bar]").getAttribute("class"),
      row: await rowOf(page, amina).locator(".end").innerText(),
      count: await page.locator("[data-count]").innerText(),
      ledger: await door.daysInLedger(),
    };
    await page.locator(".phone-bar.off").waitFor();
    const notice = await page.locator("[data-notice]").innerText();
    await expectAccessible(page);
    await context.setOffline(false);
    await page.getByText("Sendt: ett innslipp").waitFor();

    expect(offline.result).toContain("Amina L.");
    expect(offline.row).toContain("sendes seinere");
    expect(offline.count).toBe("Én inne, ingen ventes");
    expect(offline.ledger).toBe(0);
    expect(notice).toContain("Slipp inn som vanlig");
    expect(notice).toContain("Ett innslipp sendes når nettet er tilbake.");
    expect(await rowOf(page, amina).locator(".end").innerText()).toContain("Inne 09:00");
    expect(await page.locator("[data-queue]").isHidden()).toBe(true);
    expect(await door.scans()).toEqual([{ counted: true, kind: "check_in", device: null, settled_as: null }]);
    expect(await door.daysInLedger()).toBe(1);
  });

  test("reloads the page without a connection and loses nothing of what waits", async () => {
    const { claim } = await door.theDay();
    const amina = await claim("Amina Larsen");
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);

    await door.site.cut();
    await rowOf(page, amina).getByRole("button", { name: "Slipp inn" }).click();
    await page.getByText("1 innslipp venter på å sendes").waitFor();
    await page.reload();
    await page.locator(".phone-bar.off").waitFor();
    const afterReload = await rowOf(page, amina).locator(".end").innerText();
    await door.site.restore();
    await page.getByText("Sendt: ett innslipp").waitFor();

    expect(afterReload).toContain("sendes seinere");
    expect(await door.daysInLedger()).toBe(1);
  });

  test("lets in a guest with a genuine pass who is not on the list, and marks it", async () => {
    const { claim } = await door.theDay();
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);

    await door.site.cut();
    const late = await claim("Sara Nes");
    await page.locator("[data-photo]").setInputFiles({ name: "kode.jpg", mimeType: "image/jpeg", buffer: await photoOf(late.token) });
    await page.locator(".result.is-in").waitFor();

    expect(await page.locator(".result").innerText()).toContain("Ikke på lista denne telefonen har, men passet er ekte.");
    expect(await rowOf(page, late).innerText()).toContain("ikke på lista");
  });

  test("takes a check-in back before it was sent, as if it was never done", async () => {
    const { claim } = await door.theDay();
    const amina = await claim("Amina Larsen");
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);
    await door.site.cut();
    await page.locator(".phone-bar.off").waitFor();
    await rowOf(page, amina).getByRole("button", { name: "Slipp inn" }).click();

    await page.locator(".result").getByRole("button", { name: "Angre" }).click();
    await rowOf(page, amina).getByRole("button", { name: "Slipp inn" }).waitFor();
    await door.site.restore();
    await page.locator(".phone-bar.on").waitFor();
    await page.locator("[data-queue]").waitFor({ state: "hidden" });

    expect(await door.scans()).toEqual([]);
    expect(await door.daysInLedger()).toBe(0);
  });
});

describe("The checklist for receiving a guest", () => {
  test("is ticked without a connection, kept through a reload, and sent once the network is back", async () => {
    const { claim, host } = await door.theDay();
    const [shown] = [await door.network.duty(host, "Vist rundt", 1), await door.network.duty(host, "Fortalt om dagens arrangementer", 2)];
    const amina = await claim("Amina Larsen");
    const { page } = await door.phoneOf("henrik@example.test");
    const duties = page.locator(".received");
    await openCheckIn(page);

    await door.site.cut();
    await rowOf(page, amina).getByRole("button", { name: "Slipp inn" }).click();
    await duties.getByLabel("Vist rundt").check();
    await duties.getByLabel("Fortalt om dagens arrangementer").check();
    await duties.getByLabel("Fortalt om dagens arrangementer").uncheck();
    await page.locator(".phone-bar.off").waitFor();
    const marks = await duties.locator(".sends-later").count();
    await expectAccessible(page);
    const notice = await page.locator("[data-notice]").innerText();
    await page.reload();
    await page.getByText("1 innslipp og 2 kryss venter på å sendes").waitFor();
    await door.site.restore();
    await page.getByText("Sendt: ett innslipp og to kryss").waitFor();
    await page.getByLabel("Navn eller kode").fill(amina.code);
    await page.getByRole("button", { name: "Søk" }).click();

    expect(marks).toBe(2);
    expect(notice).toContain("Ett innslipp og to kryss sendes når nettet er tilbake.");
    expect(await duties.getByLabel("Vist rundt").isChecked()).toBe(true);
    expect(await duties.locator(".sends-later").count()).toBe(0);
    const done = await door.site.installation.db
      .selectFrom("duties_done")
      .select(["pass_id", "duty_id"])
      .where("is_done", "=", true)
      .execute();
    expect(done).toEqual([{ pass_id: amina.id, duty_id: shown }]);
  });

  test("is shown for a guest with a genuine pass who is not on the list too", async () => {
    const { claim, host } = await door.theDay();
    await door.network.duty(host, "Vist rundt");
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);

    await door.site.cut();
    const late = await claim("Sara Nes");
    await page.locator("[data-photo]").setInputFiles({ name: "kode.jpg", mimeType: "image/jpeg", buffer: await photoOf(late.token) });
    await page.locator(".received").getByLabel("Vist rundt").check();

    await page.locator(".received .sends-later").waitFor();
  });
});

describe("A host whose network is slow", () => {
  test("sees that a check-in is sent later although an older look at the list is answered after it, and has it sent", async () => {
    const { claim } = await door.theDay();
    const amina = await claim("Amina Larsen");
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);
    const looked = Promise.withResolvers<void>();
    const late = Promise.withResolvers<undefined>();
    door.site.onTheWay(({ method, url }) => {
      if (method === "PUT") return new Response(null, { status: 503 });
      if (!url.endsWith(desk)) return undefined;
      looked.resolve();
      return late.promise;
    });

    await page.evaluate(() => dispatchEvent(new Event("online")));
    await looked.promise;
    await rowOf(page, amina).getByRole("button", { name: "Slipp inn" }).click();
    await page.locator(".phone-bar.off").waitFor();
    const answered = page.waitForEvent("requestfinished", (request) => request.url().endsWith(desk));
    late.resolve(undefined);
    await answered;
    door.site.onTheWay(() => undefined);
    await page.getByText("Sendt: ett innslipp").waitFor();

    expect(await door.daysInLedger()).toBe(1);
  });
});

test("a pass let in on two phones without a connection is shown to both, counted once, and settled", async () => {
  const { claim } = await door.theDay();
  const sara = await claim("Sara Nes");
  const front = await door.phoneOf("henrik@example.test");
  const back = await door.phoneOf("henrik@example.test");
  await Promise.all([openCheckIn(front.page), openCheckIn(back.page)]);
  await back.page.locator("[data-phone] summary").click();
  await back.page.getByLabel("Navn på telefonen").fill("Bakdøra");
  await back.page.getByLabel("Navn på telefonen").blur();

  await Promise.all([front.context.setOffline(true), back.context.setOffline(true)]);
  for (const { page } of [front, back]) {
    await rowOf(page, sara).getByRole("button", { name: "Slipp inn" }).click();
    await page.locator(".phone-bar.off").waitFor();
  }
  await front.context.setOffline(false);
  await front.page.getByText("Alt er telt én gang.").waitFor();
  await back.context.setOffline(false);
  await back.page.getByText("Samme pass brukt to ganger").waitFor();
  await expectAccessible(back.page);
  const table = await back.page.locator(".to-look-at table").innerText();
  await back.page.getByRole("button", { name: "Det var samme person" }).click();
  await back.page.getByText("Samme pass brukt to ganger").waitFor({ state: "detached" });

  expect(table).toContain("Bakdøra");
  expect(await door.daysInLedger()).toBe(1);
  expect((await door.scans()).map(({ counted, settled_as }) => [counted, settled_as])).toEqual([
    [true, null],
    [false, "same_person"],
  ]);
});

describe("A host's phone", () => {
  test("sees by itself that a line fell silent which nobody has closed", async () => {
    await door.theDay();
    // the first to follow anything in a process is told to look again; this phone is to hear nothing at all
    await door.site.installation.live.subscribe("another space").next();
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);
    await page.locator(".phone-bar.on [data-net]").waitFor();
    door.site.onTheWay(() => new Response(null, { status: 503 }));

    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 41_000);
    await page.clock.runFor(1_000);

    await page.locator(".phone-bar.off").waitFor();
  });

  test("follows the day again after its line was answered with an error", async () => {
    const { claim } = await door.theDay();
    const { page } = await door.phoneOf("henrik@example.test");
    const refused = Promise.withResolvers<void>();
    door.site.onTheWay(({ url }) => {
      if (!url.endsWith("/events")) return undefined;
      refused.resolve();
      return new Response(null, { status: 502 });
    });
    await openCheckIn(page);
    await refused.promise;
    door.site.onTheWay(() => undefined);
    const followed = page.waitForRequest((request) => request.url().endsWith("/events"));

    await page.clock.fastForward(16_000);
    await followed;
    const amina = await claim("Amina Larsen");
    await doWhatIsDue(door.site.installation);

    await rowOf(page, amina).waitFor();
  });

  test("sends although another tab was put to sleep in the middle of sending", async () => {
    const { claim } = await door.theDay();
    const amina = await claim("Amina Larsen");
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);
    await page.evaluate(() => {
      void navigator.locks.request("romslig-check-in", () => new Promise(() => undefined));
    });

    await rowOf(page, amina).getByRole("button", { name: "Slipp inn" }).click();

    await expect.poll(door.daysInLedger, { timeout: 30_000 }).toBe(1);
  });

  test("keeps its page when it is told to come back later", async () => {
    const { claim } = await door.theDay();
    const amina = await claim("Amina Larsen");
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);
    door.site.onTheWay(({ url }) => (url.endsWith(desk) ? new Response(null, { status: 429 }) : undefined));
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.locator(".phone-bar.off").waitFor();

    await door.site.cut();
    await page.reload();

    await rowOf(page, amina).waitFor();
  });
});
