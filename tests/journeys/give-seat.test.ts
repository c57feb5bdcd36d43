import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { aPhone, expectAccessible, signIn } from "../support/browser.ts";
import { type FrontDesk, openCheckIn, openFrontDesk, rowOf } from "../support/front-desk.ts";
import { doWhatIsDue } from "../support/jobs.ts";
import { callers } from "../support/visitor.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000 });

let door: FrontDesk;

beforeEach(async () => {
  door = await openFrontDesk();
});

afterEach(() => door.close());

/** One seat today, which Sara has; Eirik stands at the door and waits. */
async function fullDay() {
  const day = await door.theDay({ seats: 1 });
  return { ...day, sara: await day.claim("Sara Nes"), eirik: await day.claim("Eirik Sand") };
}

async function stateOf({ id }: { id: string }) {
  return (await door.site.installation.db.selectFrom("day_passes").select("state").where("id", "=", id).executeTakeFirst())?.state;
}

async function henrikOf(): Promise<string> {
  const { id } = await door.site.installation.db
    .selectFrom("people")
    .select("id")
    .where("email", "=", "henrik@example.test")
    .executeTakeFirstOrThrow();
  return id;
}

describe("A host at the door of a full house", () => {
  test("gives the seat of a guest who did not come, and what was written stays while others come in", async () => {
    const { sara, eirik, claim } = await fullDay();
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);
    const row = rowOf(page, eirik);

    await row.getByText("Gi plass …").click();
    await expectAccessible(page);
    await row.getByLabel("Plassen til Sara N.").check();
    await row.getByLabel("Hvorfor?").fill("Sara kom ");
    const mari = await claim("Mari Thorsen");
    await doWhatIsDue(door.site.installation);
    await rowOf(page, mari).waitFor();
    await row.getByLabel("Hvorfor?").pressSequentially("ikke");
    await row.getByRole("button", { name: "Gi plassen til Eirik S." }).click();
    await page.locator(".result.is-in").getByRole("heading", { name: "Eirik S." }).waitFor();

    expect(await row.locator(".end").innerText()).toContain("Inne 09:00");
    expect(await rowOf(page, sara).count()).toBe(0);
    expect([await stateOf(sara), await stateOf(eirik), await stateOf(mari)]).toEqual(["cancelled", "checked_in", "waiting"]);
    const logged = await door.site.installation.db
      .selectFrom("audit_log")
      .select("reason")
      .where("action", "=", "day_pass.give_seat")
      .execute();
    expect(logged).toEqual([{ reason: "Sara kom ikke" }]);
  });

  test("is told that a seat cannot be given without the network, and gives it when it is back", async () => {
    const { eirik } = await fullDay();
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);
    const row = rowOf(page, eirik);
    await row.getByText("Gi plass …").click();
    await row.getByLabel("Hvorfor?").fill("Vi har en stol til");

    await door.site.cut();
    await row.getByRole("button", { name: "Gi plassen til Eirik S." }).click();
    await page.getByText("Å gi en plass krever nett").waitFor();
    await door.site.restore();
    await page.locator(".phone-bar.on").waitFor();
    const reason = await row.getByLabel("Hvorfor?").inputValue();
    await row.getByRole("button", { name: "Gi plassen til Eirik S." }).click();
    await page.locator(".result.is-in").waitFor();

    expect(reason).toBe("Vi har en stol til");
    expect(await stateOf(eirik)).toBe("checked_in");
  });

  test("sees that the guest is in although the answer was lost on its way back", async () => {
    const { eirik } = await fullDay();
    const henrik = callers(door.site.installation).as(await henrikOf());
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);
    const row = rowOf(page, eirik);
    await row.getByText("Gi plass …").click();
    await row.getByLabel("Hvorfor?").fill("Vi har en stol til");
    door.site.onTheWay(async (request) => {
      if (!new URL(request.url).pathname.endsWith("/seat")) return undefined;
      await henrik.put(`/day-passes/${eirik.id}/seat`, await request.json());
      return new Response(null, { status: 503 });
    });

    await row.getByRole("button", { name: "Gi plassen til Eirik S." }).click();
    await page.locator(".result.is-in").getByRole("heading", { name: "Eirik S." }).waitFor();

    expect(await stateOf(eirik)).toBe("checked_in");
  });

  test("gives a seat that is free in one tap", async () => {
    const { sara, eirik } = await fullDay();
    await callers(door.site.installation).as(sara.personId).put(`/day-passes/${sara.id}/cancellation`);
    const { page } = await door.phoneOf("henrik@example.test");
    await openCheckIn(page);

    await rowOf(page, eirik).getByRole("button", { name: "Gi plass Eirik S." }).click();
    await page.locator(".result.is-in").getByRole("heading", { name: "Eirik S." }).waitFor();

    expect(await stateOf(eirik)).toBe("checked_in");
  });

  test("does the same without script on the day's page, and keeps what was written when it does not go", async () => {
    const { sara, eirik } = await fullDay();
    const browser = await door.browser();
    const context = await browser.newContext({ baseURL: door.site.url, javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await signIn(context, door.site, "henrik@example.test");
    const page = await context.newPage();
    await page.goto("/nb/spaces/workwork/today");
    const row = rowOf(page, eirik);
    const giveTo = row.getByRole("button", { name: "Gi plassen til Eirik S." });
    await row.getByText("Gi plass …").click();
    await row.getByLabel("Plassen til Sara N.").check();
    await row.getByLabel("Hvorfor?").fill(" ");
    await giveTo.click();
    const told = await page.getByRole("alert").innerText();
    const kept = await row.getByLabel("Plassen til Sara N.").isChecked();
    await row.getByLabel("Hvorfor?").fill("Sara kom ikke");

    await giveTo.click();
    await page.getByText("Eirik S. er sjekket inn.").waitFor();

    expect(told).toContain("Det gikk ikke");
    expect(kept).toBe(true);
    expect([await stateOf(sara), await stateOf(eirik)]).toEqual(["cancelled", "checked_in"]);
  });
});

describe("Who walks in without a seat", () => {
  /** Amina is at WorkWork's door with her own phone, and has no seat today. */
  async function atTheDoor(seats: number) {
    const { host, home, claim } = await door.theDay({ seats });
    await door.network.member("Amina Larsen", home);
    const { body } = await callers(door.site.installation)
      .as(await henrikOf())
      .get("/spaces/workwork/door-code");
    const context = await aPhone(await door.browser(), door.site);
    await signIn(context, door.site, "amina.larsen@example.test");
    const page = await context.newPage();
    await page.goto(new URL(body.url).pathname + new URL(body.url).search);
    return { page, host, claim };
  }

  test("takes one at the door and is in", async () => {
    const { page } = await atTheDoor(2);
    await expectAccessible(page);

    await page.getByRole("button", { name: "Ta en plass og sjekk inn" }).click();
    await page.getByText("Du er sjekket inn").waitFor();

    expect(await door.daysInLedger()).toBe(1);
  });

  test("stands on the list of a full house, where the host sees them and gives them a seat", async () => {
    const { page, claim } = await atTheDoor(1);
    await claim("Sara Nes");
    const { page: desk } = await door.phoneOf("henrik@example.test");
    await openCheckIn(desk);
    await page.reload();

    await page.getByRole("button", { name: "Stå på lista" }).click();
    await page.getByText("Du står som nr. 1 på ventelista").waitFor();
    await doWhatIsDue(door.site.installation);
    const row = desk.locator("li[data-pass]", { hasText: "Amina L." });
    await row.getByText("Gi plass …").click();
    await row.getByLabel("Hvorfor?").fill("Vi har en stol til");
    await row.getByRole("button", { name: "Gi plassen til Amina L." }).click();
    await desk.locator(".result.is-in").waitFor();
    await page.reload();

    await page.getByText("Du er sjekket inn").waitFor();
  });
});
