import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";
import { languages } from "../../platform/language/language.ts";
import { dayPassClaims } from "./claims/day-pass-claims.ts";
import { closeDays } from "./close-days.ts";
import { verifyToken } from "./pass-token.ts";
import { signingKeys } from "./signing-keys.ts";

const tuesday = "2026-11-24";
let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;

beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
});
afterEach(() => installation.close());

/** WorkWork takes guests, Blender Collective is Amina's home, Henrik stands at WorkWork's desk. */
async function twoHouses(
  given: { seats?: number; askFirst?: boolean; terms?: Record<string, unknown>; quotas?: Record<string, number> } = {},
) {
  const host = await network.space("workwork", { name: "WorkWork", seats: given.seats ?? 2, askFirst: given.askFirst ?? false });
  const home = await network.space("blender-collective", { name: "Blender Collective" });
  const agreement = await network.agreement([host, home], { terms: given.terms ?? {}, quotas: given.quotas ?? { person: 5 } });
  const amina = await network.member("Amina Larsen", home);
  const henrik = await network.person("Henrik Dahl");
  await network.position(henrik, host.organizationId, "host");
  return { host, home, agreement, amina, henrik };
}

async function claimed(
  personId: string,
  space = "workwork",
  day = tuesday,
): Promise<{ id: string; token: string; code: string; state: string }> {
  return (await visitors.as(personId).post(`/spaces/${space}/day-passes`, { day })).body;
}

function scan(at = "2026-11-24T08:52:00+01:00") {
  return { nonce: newId(), scannedAt: at };
}

describe("A member takes a day at another space", () => {
  test("and holds a signed pass that says no more than a host must know", async () => {
    const { host, amina } = await twoHouses();

    const answer = await visitors.as(amina).post("/spaces/workwork/day-passes", { day: tuesday });

    const keys = signingKeys(installation.db, installation.now);
    const { current } = { current: await keys.current() };
    const publicKey = await keys.publicKey(current.id);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ state: "held", day: tuesday, abilities: { cancel: true } });
    expect(answer.body.token.length).toBeLessThanOrEqual(300);
    expect(verifyToken(answer.body.token, () => publicKey)).toEqual({
      passId: answer.body.id,
      spaceId: host.id,
      day: tuesday,
      holder: "Amina L.",
      home: "Blender Collective",
    });
  });

  test("but not at their own home, nor on a day that has passed, is too far ahead, or is closed", async () => {
    const { amina } = await twoHouses();
    const ask = async (space: string, day: string) => (await visitors.as(amina).post(`/spaces/${space}/day-passes`, { day })).body.code;

    const refusals = [
      await ask("blender-collective", tuesday),
      await ask("workwork", "2026-11-20"),
      await ask("workwork", "2027-01-15"),
      await ask("workwork", "2026-11-28"),
    ];

    expect(refusals).toEqual(["exchange.own_home", "exchange.past_day", "exchange.beyond_horizon", "exchange.closed_day"]);
  });

  test("only while the membership holds on the day itself", async () => {
    const { home } = await twoHouses();
    const leaving = await network.person("Lea Moe");
    await network.membership(home.organizationId, { personId: leaving }, { during: "[2024-01-01,2026-11-24)" });

    const today = await visitors.as(leaving).post("/spaces/workwork/day-passes", { day: "2026-11-23" });
    const tomorrow = await visitors.as(leaving).post("/spaces/workwork/day-passes", { day: tuesday });

    expect([today.body.state, tomorrow.body.code]).toEqual(["held", "exchange.not_member"]);
  });

  test("not when the plan is not in the agreement, when the member is too new, or has opted out", async () => {
    const { home } = await twoHouses({ terms: { eligiblePlans: ["flex"], minimumMembershipDays: 30 } });
    const [onDesk, newcomer, away] = [await network.person("Desk Aas"), await network.person("Ny Berg"), await network.person("Ute Dal")];
    await network.membership(home.organizationId, { personId: onDesk }, { plan: "fixed" });
    await network.membership(home.organizationId, { personId: newcomer }, { during: "[2026-11-10,)" });
    await network.membership(home.organizationId, { personId: away }, { optOut: true });

    const codes = await Promise.all(
      [onDesk, newcomer, away].map(
        async (person) => (await visitors.as(person).post("/spaces/workwork/day-passes", { day: tuesday })).body.code,
      ),
    );

    expect(codes).toEqual(["exchange.plan_not_eligible", "exchange.too_new", "exchange.not_member"]);
  });

  test("who has been a member all along is not new after a change of plan; who comes back is", async () => {
    const { home } = await twoHouses({ terms: { minimumMembershipDays: 30 } });
    const [changed, back] = [await network.person("Bytt Aas"), await network.person("Att Berg")];
    await network.membership(home.organizationId, { personId: changed }, { plan: "fixed", during: "[2026-01-01,2026-11-20)" });
    await network.membership(home.organizationId, { personId: changed }, { plan: "flex", during: "[2026-11-20,)" });
    await network.membership(home.organizationId, { personId: back }, { plan: "fixed", during: "[2026-01-01,2026-11-10)" });
    await network.membership(home.organizationId, { personId: back }, { plan: "flex", during: "[2026-11-20,)" });

    const [stays, returns] = await Promise.all(
      [changed, back].map((person) => visitors.as(person).post("/spaces/workwork/day-passes", { day: tuesday })),
    );

    expect([stays?.body.state, returns?.body.code]).toEqual(["held", "exchange.too_new"]);
  });

  test("and a manager takes it for a member of the own house, but for no one else's", async () => {
    const { home, host, amina } = await twoHouses();
    const [mona, stranger] = [await network.person("Mona Vik"), await network.person("Stian Lie")];
    await network.position(mona, home.organizationId, "manager");
    await network.position(stranger, host.organizationId, "manager");

    const own = await visitors.as(mona).post("/spaces/workwork/day-passes", { day: tuesday, personId: amina });
    const others = await visitors.as(stranger).post("/spaces/workwork/day-passes", { day: "2026-11-25", personId: amina });

    expect([own.status, others.status]).toEqual([201, 404]);
  });

  test("which the member is told by letter, with who took it, and so says the log", async () => {
    const { home, amina } = await twoHouses({ seats: 1 });
    const [jonas, mona] = [await network.member("Jonas Vik", home), await network.person("Mona Vik")];
    await network.position(mona, home.organizationId, "manager");
    for (const personId of [amina, jonas]) await visitors.as(mona).post("/spaces/workwork/day-passes", { day: tuesday, personId });
    await claimed(amina, "workwork", "2026-11-25");
    await doWhatIsDue(installation);

    const mine = await visitors.as(amina).get("/me/day-passes");
    const seen = await visitors.as(mona).get(`/people/${amina}/quotas?month=${tuesday}`);

    const letters = await installation.db.selectFrom("letters").select(["recipient", "subject", "body_text"]).orderBy("id").execute();
    const logged = await installation.db.selectFrom("audit_log").select(["actor_person_id", "action", "organization_id"]).execute();
    expect(mine.body.items.map(({ day, state }) => [day, state])).toEqual([
      ["2026-11-25", "held"],
      [tuesday, "held"],
    ]);
    expect(seen.body.items[0]).toMatchObject({ homeName: "Blender Collective", daysUsed: 2 });
    expect(letters.map(({ recipient, subject }) => [recipient, subject]).toSorted()).toEqual([
      ["amina.larsen@example.test", "Plassen hos WorkWork onsdag 25. november er din"],
      ["amina.larsen@example.test", "Plassen hos WorkWork tirsdag 24. november er din"],
      ["jonas.vik@example.test", "Du står på ventelista hos WorkWork tirsdag 24. november"],
    ]);
    expect(letters.map(({ body_text }) => body_text.includes("Mona Vik")).toSorted()).toEqual([false, true, true]);
    expect(logged.filter(({ action }) => action === "day_pass.take")).toEqual(
      [1, 2].map(() => ({ actor_person_id: mona, action: "day_pass.take", organization_id: home.organizationId })),
    );
  });

  test("and is told of the member by name why not, where the member is told as *you*", async () => {
    const { home, amina } = await twoHouses({ quotas: { person: 1 } });
    const mona = await network.person("Mona Vik");
    await network.position(mona, home.organizationId, "manager");
    await claimed(amina);
    const wish = { day: "2026-11-25", personId: amina };

    const own = await visitors.as(amina).post("/spaces/workwork/day-passes", wish);
    const told = await Promise.all(
      languages.map((language) => callers(installation, language).as(mona).post("/spaces/workwork/day-passes", wish)),
    );
    const atHome = await visitors.as(mona).post(`/spaces/${home.slug}/day-passes`, wish);

    expect(own.body.title).toBe("Du har brukt 1 av 1 dager i november. Neste dag avtaler du med verten.");
    expect(told.map(({ body }) => [body.code, body.title])).toEqual([
      ["exchange.quota_used", "Amina Larsen har brukt 1 av 1 dager i november. Neste dag avtaler gjest og vert seg imellom."],
      ["exchange.quota_used", "Amina Larsen har brukt 1 av 1 dagar i november. Neste dag avtalar gjest og vert seg imellom."],
      ["exchange.quota_used", "Amina Larsen has used 1 of 1 days in November. Guest and host arrange the next one between them."],
    ]);
    expect(told[0]?.body.details).toEqual(own.body.details);
    expect(atHome.body.title).toBe("Amina Larsen hører til i dette huset og trenger ikke pass her.");
  });

  test("beyond the quota only by asking the host, at the agreed price", async () => {
    const { amina, henrik } = await twoHouses({ quotas: { person: 1 }, terms: { priceAfterQuotaOre: 25_000 } });
    await claimed(amina);

    const plain = await visitors.as(amina).post("/spaces/workwork/day-passes", { day: "2026-11-25" });
    const asked = await visitors.as(amina).post("/spaces/workwork/day-passes", { day: "2026-11-25", beyondQuota: true });
    const answered = await visitors.as(henrik).put(`/day-passes/${asked.body.id}/answer`, { accept: true });

    expect(plain.body).toMatchObject({
      code: "exchange.quota_used",
      title: "Du har brukt 1 av 1 dager i november. Neste dag avtaler du med verten.",
    });
    expect(asked.body).toMatchObject({ state: "waiting", waitsFor: "host", priceOre: 25_000, token: null });
    expect(answered.body).toMatchObject({ state: "held", priceOre: 25_000 });
  });
});

describe("At a host that is asked first", () => {
  test("the seat is kept while the host thinks, and a no gives it and the day back", async () => {
    const { amina, henrik } = await twoHouses({ seats: 1, askFirst: true, quotas: { person: 1 } });
    const asked = await claimed(amina);
    const left = async () =>
      (await visitors.nobody.get(`/spaces?day=${tuesday}`)).body.items.find(({ slug }) => slug === "workwork")?.guestSeatsLeft;
    const whileAsked = await left();

    const refused = await visitors.as(henrik).put(`/day-passes/${asked.id}/answer`, { accept: false, reason: "Vi har styremøte" });

    const elsewhere = await claimed(amina, "workwork", "2026-11-25");
    expect([whileAsked, await left()]).toEqual([0, 1]);
    expect(refused.body).toMatchObject({ state: "refused", endingReason: "Vi har styremøte" });
    expect(elsewhere.state).toBe("waiting");
  });
});

describe("Giving a seat back", () => {
  test("in time gives the day back; too late the seat goes on, but the day is counted", async () => {
    const { amina } = await twoHouses({ quotas: { person: 1 } });
    const early = await claimed(amina);
    await visitors.as(amina).put(`/day-passes/${early.id}/cancellation`);
    const late = await claimed(amina);
    installation.setClock("2026-11-23T18:30:00+01:00");

    const cancelled = await visitors.as(amina).put(`/day-passes/${late.id}/cancellation`);

    const again = await visitors.as(amina).post("/spaces/workwork/day-passes", { day: "2026-11-25" });
    expect(cancelled.body.state).toBe("cancelled");
    expect(again.body.code).toBe("exchange.quota_used");
  });

  test("twice is the same as once", async () => {
    const { amina } = await twoHouses();
    const pass = await claimed(amina);
    await visitors.as(amina).put(`/day-passes/${pass.id}/cancellation`);

    const again = await visitors.as(amina).put(`/day-passes/${pass.id}/cancellation`);

    expect([again.status, again.body.state]).toEqual([200, "cancelled"]);
    expect(await installation.db.selectFrom("day_pass_endings").select("kind").execute()).toEqual([{ kind: "cancelled" }]);
  });

  test("offers it to the first on the list, who takes it before the deadline", async () => {
    const { amina, home } = await twoHouses({ seats: 1 });
    const jonas = await network.member("Jonas Vik", home);
    const held = await claimed(amina);
    const waiting = await claimed(jonas);

    await visitors.as(amina).put(`/day-passes/${held.id}/cancellation`);
    const offered = await visitors.as(jonas).get(`/day-passes/${waiting.id}`);
    const taken = await visitors.as(jonas).put(`/day-passes/${waiting.id}/acceptance`);

    expect(offered.body).toMatchObject({ state: "offered", offerExpiresAt: "2026-11-23T20:00:00Z", abilities: { takeOffer: true } });
    expect(taken.body.state).toBe("held");
  });

  test("is for its holder, not for others", async () => {
    const { amina, home } = await twoHouses();
    const jonas = await network.member("Jonas Vik", home);
    const held = await claimed(amina);

    const answers = [
      await visitors.as(jonas).put(`/day-passes/${held.id}/cancellation`),
      await visitors.as(jonas).get(`/day-passes/${held.id}`),
      await visitors.nobody.get(`/day-passes/${held.id}`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 401]);
  });
});

describe("Whoever does not come and does not cancel", () => {
  test("pauses after the agreed number of times: takes no day, and is offered none from a list", async () => {
    const { amina, home } = await twoHouses({ seats: 1, terms: { noShowStrikes: 1, pauseDays: 7 } });
    const jonas = await network.member("Jonas Vik", home);
    await claimed(amina);
    const held = await claimed(jonas, "workwork", "2026-11-26");
    const [first, next] = [await claimed(amina, "workwork", "2026-11-26"), await network.member("Nora Lie", home)];
    const second = await claimed(next, "workwork", "2026-11-26");
    installation.setClock("2026-11-25T09:00:00+01:00");
    await closeDays(installation, dayPassClaims(installation.pipelines));

    const answer = await visitors.as(amina).post("/spaces/workwork/day-passes", { day: "2026-11-27" });
    await visitors.as(jonas).put(`/day-passes/${held.id}/cancellation`);

    expect(answer.body).toMatchObject({ code: "exchange.paused", details: { until: "2026-12-01" } });
    expect((await visitors.as(amina).get(`/day-passes/${first.id}`)).body).toMatchObject({ state: "waiting", placeInLine: 1 });
    expect((await visitors.as(next).get(`/day-passes/${second.id}`)).body.state).toBe("offered");
  });
});

describe("At the door", () => {
  test("a scan lets the guest in once, and the day is booked between the two houses", async () => {
    const { amina, henrik, host, home } = await twoHouses();
    const pass = await claimed(amina);
    installation.setClock("2026-11-24T08:52:00+01:00");
    const first = scan();

    const answer = await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in`, first);
    const sentAgain = await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in`, first);

    const entries = await installation.db
      .selectFrom("ledger_entries")
      .select(["organization_id", "counterpart_id", "days"])
      .orderBy("days", "desc")
      .execute();
    expect([answer.body.state, answer.body.isDouble, sentAgain.body.isDouble]).toEqual(["checked_in", false, false]);
    expect(entries).toEqual([
      { organization_id: host.organizationId, counterpart_id: home.organizationId, days: 1 },
      { organization_id: home.organizationId, counterpart_id: host.organizationId, days: -1 },
    ]);
  });

  test("two phones that were offline show the double admission and count one", async () => {
    const { amina, henrik } = await twoHouses();
    const pass = await claimed(amina);
    installation.setClock("2026-11-24T10:31:00+01:00");

    await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in`, { ...scan("2026-11-24T10:11:00+01:00"), device: "Skranken" });
    const second = await visitors
      .as(henrik)
      .put(`/day-passes/${pass.id}/check-in`, { ...scan("2026-11-24T10:14:00+01:00"), device: "Bakdøra" });

    const { body } = await visitors.as(henrik).get(`/spaces/workwork/arrivals?day=${tuesday}`);
    const booked = await installation.db.selectFrom("ledger_transactions").select("days").execute();
    expect(second.body.isDouble).toBe(true);
    expect(body.items[0].scans.map(({ device, isCounted }) => [device, isCounted])).toEqual([
      ["Skranken", true],
      ["Bakdøra", false],
    ]);
    expect(booked).toHaveLength(1);
  });

  test("a double admission sent again is still one, and a scan is good for one pass only", async () => {
    const { amina, henrik, home } = await twoHouses();
    const jonas = await network.member("Jonas Vik", home);
    const [aminas, jonases] = [await claimed(amina), await claimed(jonas)];
    installation.setClock("2026-11-24T08:52:00+01:00");
    const second = scan();
    await visitors.as(henrik).put(`/day-passes/${aminas.id}/check-in`, scan());
    await visitors.as(henrik).put(`/day-passes/${aminas.id}/check-in`, second);

    const sentAgain = await visitors.as(henrik).put(`/day-passes/${aminas.id}/check-in`, second);
    const ofAnother = await visitors.as(henrik).put(`/day-passes/${jonases.id}/check-in`, second);
    const undoing = await visitors.as(henrik).put(`/day-passes/${aminas.id}/check-in/undoing`, { nonce: second.nonce });

    expect([sentAgain.status, sentAgain.body.isDouble]).toEqual([200, true]);
    expect([ofAnother, undoing].map(({ status, body }) => [status, body.code])).toEqual([
      [409, "exchange.nonce_reused"],
      [409, "exchange.nonce_reused"],
    ]);
  });

  test("a day to come is not given today, whatever the phone's clock says", async () => {
    const { amina, henrik } = await twoHouses();
    const pass = await claimed(amina, "workwork", "2026-12-01");

    const answer = await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in`, scan("2026-12-01T09:00:00+01:00"));

    expect([answer.status, answer.body.code]).toEqual([409, "exchange.scanned_ahead"]);
    expect(await installation.db.selectFrom("ledger_transactions").select("days").execute()).toEqual([]);
  });

  test("a pass for another day is genuine but not for today, unless the host gives a reason", async () => {
    const { amina, henrik } = await twoHouses();
    const pass = await claimed(amina, "workwork", "2026-11-25");
    installation.setClock("2026-11-24T09:00:00+01:00");

    const refused = await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in`, scan());
    const letIn = await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in`, { ...scan(), reason: "Kom en dag for tidlig" });

    const [logged] = await installation.db.selectFrom("audit_log").select(["action", "reason"]).where("reason", "is not", null).execute();
    expect(refused.body).toMatchObject({
      status: 409,
      code: "exchange.wrong_day",
      title: "Passet er ekte, men gjelder onsdag 25. november.",
    });
    expect(letIn.body.state).toBe("checked_in");
    expect(logged).toEqual({ action: "day_pass.check_in", reason: "Kom en dag for tidlig" });
  });

  test("what was wrong is reversed, not erased", async () => {
    const { amina, henrik } = await twoHouses();
    const pass = await claimed(amina);
    installation.setClock("2026-11-24T08:52:00+01:00");
    await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in`, scan());

    const undone = await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in/undoing`, { nonce: newId() });

    const booked = await installation.db.selectFrom("ledger_transactions").select("days").orderBy("id").execute();
    expect(undone.body.state).toBe("held");
    expect(booked.map(({ days }) => days)).toEqual([1, -1]);
  });

  test("only the host's own people let guests in or see who comes", async () => {
    const { amina, home } = await twoHouses();
    const pass = await claimed(amina);
    const elsewhere = await network.person("Fremmed Vert");
    await network.position(elsewhere, home.organizationId, "host");

    const answers = [
      await visitors.as(elsewhere).put(`/day-passes/${pass.id}/check-in`, scan()),
      await visitors.as(elsewhere).get("/spaces/workwork/arrivals"),
      await visitors.as(amina).put(`/day-passes/${pass.id}/check-in`, scan()),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  test("passes in circulation stay good when the key is changed", async () => {
    const { amina } = await twoHouses();
    const pass = await claimed(amina);
    const operator = await network.person("Oda Drift");
    await network.position(operator, await network.organization("drift"), "operator");

    await visitors.as(operator).post("/signing-keys");

    const published = (await visitors.nobody.get("/signing-keys")).body.items;
    const keys = signingKeys(installation.db, installation.now);
    const all = await Promise.all(published.map(({ id }) => keys.publicKey(id)));
    const next = await visitors.as(amina).get(`/day-passes/${pass.id}`);
    expect(published).toHaveLength(2);
    expect(all.filter((key) => verifyToken(pass.token, () => key)?.passId === pass.id)).toHaveLength(1);
    expect(next.body.token).not.toBe(pass.token);
  });
});

describe("A manager changes how many guests come", () => {
  test("days already booked are honoured, and new seats go to those who wait", async () => {
    const { amina, host, home } = await twoHouses({ seats: 1 });
    const jonas = await network.member("Jonas Vik", home);
    const mona = await network.person("Mona Vik");
    await network.position(mona, host.organizationId, "manager");
    await claimed(amina);
    const waiting = await claimed(jonas);
    const week = (seats: number) => ({ seatsPerWeekday: Array(7).fill(seats), askFirst: false, closedDays: [] });

    const closed = await visitors.as(mona).put("/spaces/workwork/guest-terms", week(0));
    const full = await installation.db
      .selectFrom("guest_days")
      .select(["capacity", "taken"])
      .where("space_id", "=", host.id)
      .executeTakeFirst();
    await visitors.as(mona).put("/spaces/workwork/guest-terms", week(2));

    const offered = await visitors.as(jonas).get(`/day-passes/${waiting.id}`);
    expect(closed.status).toBe(200);
    expect(full).toEqual({ capacity: 1, taken: 1 });
    expect(offered.body.state).toBe("offered");
  });

  test("the later of two saves is told, and loses nothing", async () => {
    const { host } = await twoHouses();
    const mona = await network.person("Mona Vik");
    await network.position(mona, host.organizationId, "manager");
    const terms = { seatsPerWeekday: [3, 3, 3, 3, 3, 0, 0], askFirst: false, closedDays: [] };

    const first = await visitors.as(mona).put("/spaces/workwork/guest-terms", terms, { "if-match": '"1"' });
    const second = await visitors.as(mona).put("/spaces/workwork/guest-terms", { ...terms, askFirst: true }, { "if-match": '"1"' });

    expect([first.status, second.status]).toEqual([200, 412]);
    expect(second.body.details.version).toBe(2);
  });
});
