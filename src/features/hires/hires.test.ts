import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue, tellAllAgain } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { expireHolds } from "../bookings/expire-holds.ts";
import { bookingClaims } from "../bookings/index.ts";
import { forgetHirers } from "./forget-hirers.ts";
import { passTime } from "./pass-time.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let houses = 0;
const evening = { startsAt: "2026-12-10T16:00:00Z", endsAt: "2026-12-10T20:00:00Z" };

/** A hub with an auditorium, and a conference centre of two rooms, that hires them out; who manages it, and one at its desk. */
async function hub({ isVatRegistered = true, lettingHasVat = false } = {}) {
  houses += 1;
  const space = await network.space(`hub-${houses}`, { name: "Huben" });
  if (isVatRegistered)
    await installation.db
      .insertInto("register_entries")
      .values({
        organization_id: space.organizationId,
        organization_number: `${100_000_000 + houses}`,
        status: "active",
        source: "Enhetsregisteret",
        address: "null",
        answer: "{}",
        vat_registered: true,
        fetched_at: installation.now(),
      })
      .execute();
  const price = async (id: string, hourOre: number) => {
    await installation.db
      .insertInto("resource_prices")
      .values({ resource_id: id, audience: "everyone", unit: "hour", amount_ore: hourOre })
      .execute();
    return id;
  };
  const hall = await price(await network.resource(space, "Auditoriet", { kind: "auditorium", capacity: 120 }), 200_000);
  const centre = await price(await network.resource(space, "Konferansesenteret", { capacity: 60 }), 150_000);
  const room = await price(await network.resource(space, "Nord", { capacity: 30, part_of: centre }), 80_000);
  const [vera, hans] = [
    await network.person("Vera Vert", { email: `vera.${houses}@example.test` }),
    await network.person("Hans Skranke", { email: `hans.${houses}@example.test` }),
  ];
  await network.position(vera, space.organizationId, "manager");
  await network.position(hans, space.organizationId, "host");
  const { as, nobody } = callers(installation, "en");
  const manager = as(vera);
  const at = `/spaces/${space.slug}` as const;
  await manager.post(`${at}/hire-terms`, { texts: { nb: "Rydd etter dere." }, freeDays: 7, feePercent: 50, lettingHasVat });
  await manager.put(`${at}/hire-rooms`, { rooms: [hall, centre, room] });
  await manager.post(`${at}/hire-extras`, { names: { nb: "Kaffe", en: "Coffee" }, unit: "person", priceOre: 4_000, vatPercent: 25 });
  const { body } = await manager.post(`${at}/hire-extras`, { names: { en: "Technician" }, unit: "hour", priceOre: 90_000 });
  // two that are added in one moment stand in either order
  const named = (name: string) => body.extras.find(({ names }) => names.en === name)?.id ?? "";
  const [coffee, technician] = [named("Coffee"), named("Technician")];
  return { space, hall, centre, room, coffee, technician, vera: manager, hans: as(hans), nobody, at, email: `kari.${houses}@example.test` };
}

type Hub = Awaited<ReturnType<typeof hub>>;

function wish({ hall, coffee, email }: Hub) {
  const contact = { contactName: "Kari Leier", email, organizationName: "Fjordlaget", organizationNumber: "310 009 598" };
  const what = { people: 80, setUp: "theatre", purpose: "Annual meeting", extras: [{ id: coffee, quantity: 80 }] };
  return { rooms: [hall], ...evening, ...what, ...contact, termsVersion: 1 };
}

async function secretIn(email: string): Promise<string> {
  const letters = await installation.db.selectFrom("letters").selectAll().where("recipient", "=", email).orderBy("id").execute();
  return /\/hires\/([\w-]{20,})/.exec(letters.at(-1)?.body_text ?? "")?.[1] ?? "no secret in the letter";
}

/** A request that was sent and proven. @returns its secret and its id */
async function asked(given: Hub, more: Record<string, unknown> = {}) {
  const body = { ...wish(given), ...more };
  const answer = await given.nobody.post(`${given.at}/hires`, body);
  if (answer.status !== 202) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  const secret = await secretIn(String(body.email));
  const { body: proven } = await given.nobody.put(`/hire-links/${secret}/proof`);
  return { secret, id: String(proven.id) };
}

const hallLine = { kind: "room", text: "Auditorium", quantity: 1, unitOre: 800_000, supply: "letting" };
const coffeeLine = { kind: "extra", text: "Coffee", quantity: 80, unitOre: 4_000, supply: "service" };

function quoteOf({ hall }: Hub, more: Record<string, unknown> = {}) {
  return { rooms: [hall], lines: [hallLine, coffeeLine], validUntil: "2026-11-30T11:00:00Z", ...more };
}

async function quoted(given: Hub, more: Record<string, unknown> = {}) {
  const hire = await asked(given);
  const { status, body } = await given.vera.put(`/hires/${hire.id}/quote`, quoteOf(given, more));
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return hire;
}

async function accepted(given: Hub) {
  const hire = await quoted(given);
  await given.nobody.put(`/hire-links/${hire.secret}/acceptance`, { termsVersion: 1 });
  return hire;
}

function chargesOf(hireId: string) {
  return installation.db
    .selectFrom("charges")
    .select(["kind", "amount_ore", "supply", "vat_percent", "seller_is_vat_registered", "day", "person_id", "organization_id"])
    .where("hire_id", "=", hireId)
    .orderBy("amount_ore", "desc")
    .execute();
}

function bookingsOf({ space }: Hub) {
  return installation.db
    .selectFrom("bookings")
    .select(["state", "kind", "title", "person_id"])
    .where("space_id", "=", space.id)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

const isFree = async (given: Hub) =>
  (await given.nobody.get(`${given.at}/hire-estimate?rooms=${given.hall}&startsAt=${evening.startsAt}&endsAt=${evening.endsAt}&people=80`))
    .body.isFree;

describe("Somebody who is no member", () => {
  test("sees rooms, extras, conditions and a price, and holds nothing by asking", async () => {
    const given = await hub();
    const { nobody, at, hall, coffee } = given;

    const offer = (await nobody.get(`${at}/hire-offer`)).body;
    const query = `rooms=${hall}&startsAt=${evening.startsAt}&endsAt=${evening.endsAt}&people=80&extras=${coffee}:80`;
    const estimate = (await nobody.get(`${at}/hire-estimate?${query}`)).body;
    await asked(given);

    expect(offer.rooms.map(({ name }: { name: string }) => name)).toEqual(["Auditoriet", "Konferansesenteret", "Nord"]);
    expect([offer.terms.version, offer.terms.freeDays, offer.abilities]).toEqual([1, 7, { ask: true, manage: false }]);
    expect(estimate).toEqual({
      rooms: [{ id: hall, name: "Auditoriet", isFree: true }],
      isFree: true,
      lines: [
        { kind: "room", text: "Auditoriet", quantity: 1, unitOre: 800_000, amountOre: 800_000, supply: "letting", vatPercent: 0 },
        { kind: "extra", text: "Coffee", quantity: 80, unitOre: 4_000, amountOre: 320_000, supply: "service", vatPercent: 25 },
      ],
      total: {
        netOre: 1_120_000,
        vatOre: 80_000,
        sumOre: 1_200_000,
        rates: [
          { vatPercent: 0, netOre: 800_000, vatOre: 0 },
          { vatPercent: 25, netOre: 320_000, vatOre: 80_000 },
        ],
      },
    });
    expect([await isFree(given), await bookingsOf(given)]).toEqual([true, []]);
  });

  test("proves the address before the house hears of it, and every address is answered alike", async () => {
    const given = await hub();
    const { nobody, vera, at, email } = given;
    const list = async () => (await vera.get(`${at}/hires`)).body.items.length;

    const answers = [await nobody.post(`${at}/hires`, wish(given))];
    answers.push(await nobody.post(`${at}/hires`, { ...wish(given), email: `vera.${houses}@example.test` }));
    const before = await list();
    await nobody.put(`/hire-links/${await secretIn(email)}/proof`);

    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [202, { sent: true }],
      [202, { sent: true }],
    ]);
    expect([before, await list()]).toEqual([0, 1]);
  });

  test("is refused what the house does not hire out, a time that is over, too many people, old conditions and a number that is none", async () => {
    const given = await hub();
    const { space, nobody, at } = given;
    const closet = await network.resource(space, "Boden");
    const codeOf = async (more: object) => (await nobody.post(`${at}/hires`, { ...wish(given), ...more })).body.code;

    const codes = [
      await codeOf({ rooms: [closet] }),
      await codeOf({ startsAt: "2026-11-20T10:00:00Z", endsAt: "2026-11-20T12:00:00Z" }),
      await codeOf({ people: 121 }),
      await codeOf({ termsVersion: 2 }),
      await codeOf({ organizationNumber: "310 009 599" }),
    ];

    expect(codes).toEqual([
      "hire.not_offered",
      "hire.wrong_time",
      "hire.too_many_people",
      "hire.terms_replaced",
      "organization.wrong_number",
    ]);
  });

  test("reaches a hire by its own secret only", async () => {
    const given = await hub();
    const { secret } = await asked(given);
    const tampered = `${secret.slice(0, -2)}${secret.endsWith("AA") ? "BB" : "AA"}`;

    const answers = [await given.nobody.get(`/hire-links/${secret}`), await given.nobody.get(`/hire-links/${tampered}`)];

    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  });

  test("who asks again and again is stopped, with when to come back", async () => {
    const limited = await testInstallation({ ROMSLIG_RATE_LIMITS: "1" });
    const { nobody } = callers(limited);
    await networkBuilder(limited).space("huben");
    const body = { rooms: [crypto.randomUUID()], ...evening, people: 2, purpose: "Møte", contactName: "Kari", email: "k@example.test" };
    const ask = () => nobody.post("/spaces/huben/hires", { ...body, termsVersion: 1 });

    const statuses = [];
    for (let tries = 0; tries < 6; tries++) statuses.push((await ask()).status);
    const refused = await ask();

    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect([refused.body.code, Number(refused.headers.get("retry-after")) > 0]).toEqual(["hire.too_many_requests", true]);
    await limited.close();
  });
});

describe("A quote", () => {
  test("holds the time, is accepted with the conditions, booked, and owed for when it is over, with what the VAT act says", async () => {
    const given = await hub();
    const { nobody, vera, email } = given;
    const hire = await quoted(given, { discountPercent: 10, discountReason: "Voluntary organization" });
    const held = [await isFree(given), (await bookingsOf(given)).map(({ state }) => state)];
    const seen = (await nobody.get(`/hire-links/${hire.secret}`)).body;

    const answer = await nobody.put(`/hire-links/${hire.secret}/acceptance`, { termsVersion: 1 });
    const early = [await passTime(installation), await chargesOf(hire.id)];
    installation.setClock("2026-12-10T20:00:00Z");
    await passTime(installation);
    await passTime(installation);
    const over = (await vera.get(`/hires/${hire.id}`)).body;
    await doWhatIsDue(installation);
    await tellAllAgain(installation);

    expect(held).toEqual([false, ["held"]]);
    expect([seen.total.netOre, seen.total.vatOre, seen.abilities.accept]).toEqual([1_008_000, 72_000, true]);
    expect([answer.status, answer.body.state, answer.body.terms.version]).toEqual([200, "accepted", 1]);
    expect(await bookingsOf(given)).toEqual([{ state: "confirmed", kind: "hire", title: "Annual meeting", person_id: null }]);
    expect(early).toEqual([0, []]);
    const common = { kind: "hire", seller_is_vat_registered: true, day: "2026-12-10", person_id: null, organization_id: null };
    expect(await chargesOf(hire.id)).toEqual([
      { ...common, amount_ore: 720_000, supply: "letting", vat_percent: 0 },
      { ...common, amount_ore: 288_000, supply: "service", vat_percent: 25 },
    ]);
    expect(over.history.map(({ state }: { state: string }) => state)).toEqual(["unproven", "asked", "quoted", "accepted", "completed"]);
    const letters = await installation.db.selectFrom("letters").select("subject").where("recipient", "=", email).orderBy("id").execute();
    expect(letters.map(({ subject }) => subject)).toEqual([
      "Send your request on to Huben",
      "Huben has your request",
      expect.stringMatching(/^Quote from Huben: NOK\s10,800/),
      expect.stringMatching(/^Auditoriet is yours/),
    ]);
  });

  test("has VAT on the room where the seller has registered for letting, and none where it is in no register", async () => {
    const chosen = await hub({ lettingHasVat: true });
    const none = await hub({ isVatRegistered: false });
    const rates = async (given: Hub) => {
      const { id } = await quoted(given);
      return (await given.vera.get(`/hires/${id}`)).body.lines.map(({ vatPercent }: { vatPercent: number }) => vatPercent);
    };

    expect([await rates(chosen), await rates(none)]).toEqual([
      [25, 25],
      [0, 0],
    ]);
  });

  test("is refused when somebody else was given the time, the whole of a hall against its part too", async () => {
    const given = await hub();
    const { vera, centre, room } = given;
    const [first, second] = [await asked(given, { rooms: [centre], people: 40 }), await asked(given, { rooms: [room], people: 20 })];
    await vera.put(`/hires/${first.id}/quote`, quoteOf(given, { rooms: [centre] }));

    const answer = await vera.put(`/hires/${second.id}/quote`, quoteOf(given, { rooms: [room] }));
    const seen = (await vera.get(`/hires/${second.id}/availability`)).body;
    const instead = await vera.put(`/hires/${second.id}/quote`, quoteOf(given));

    expect([answer.status, answer.body.code]).toEqual([409, "booking.taken"]);
    expect(seen.rooms.map(({ name, isAsked, isFree }: Record<string, unknown>) => [name, isAsked, isFree])).toEqual([
      ["Auditoriet", false, true],
      ["Konferansesenteret", false, false],
      ["Nord", true, false],
    ]);
    expect(seen.rivals.map(({ id }: { id: string }) => id)).toEqual([first.id]);
    expect([instead.status, instead.body.rooms.map(({ name }: { name: string }) => name)]).toEqual([200, ["Auditoriet"]]);
  });

  test("is given to one of two who are quoted the same time at once", async () => {
    const given = await hub();
    const hires = [await asked(given), await asked(given)];

    const answers = await Promise.all(hires.map(({ id }) => given.vera.put(`/hires/${id}/quote`, quoteOf(given))));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await bookingsOf(given)).filter(({ state }) => state !== "cancelled")).toHaveLength(1);
  });

  test("begins with the words of whoever asked, whatever language the house reads", async () => {
    const given = await hub();
    const hire = await asked({ ...given, nobody: callers(installation, "nb").nobody });

    const { lines } = (await given.vera.get(`/hires/${hire.id}/availability`)).body;

    expect(lines.map(({ text }: { text: string }) => text)).toEqual(["Auditoriet", "Kaffe"]);
  });

  test("lapses: its time is free again, and it can be accepted no more", async () => {
    const given = await hub();
    const hire = await quoted(given);
    installation.setClock("2026-11-30T11:00:00Z");
    const late = await given.nobody.put(`/hire-links/${hire.secret}/acceptance`, { termsVersion: 1 });

    await expireHolds(installation, bookingClaims(installation.pipelines));
    await passTime(installation);

    const lapsed = (await given.vera.get(`/hires/${hire.id}`)).body;
    const again = await given.vera.put(`/hires/${hire.id}/quote`, quoteOf(given, { validUntil: "2026-12-05T11:00:00Z" }));
    expect([late.status, late.body.code]).toEqual([410, "hire.ran_out"]);
    expect([lapsed.state, (await bookingsOf(given)).map(({ state }) => state)]).toEqual(["lapsed", ["cancelled", "held"]]);
    expect([again.status, again.body.state]).toEqual([200, "quoted"]);
  });

  test("taken back lets go of its time, and is hidden from the hirer until there is another", async () => {
    const given = await hub();
    const hire = await quoted(given);

    await given.vera.delete(`/hires/${hire.id}/quote`);

    const seen = (await given.nobody.get(`/hire-links/${hire.secret}`)).body;
    expect([seen.state, seen.lines, await isFree(given)]).toEqual(["asked", [], true]);
  });

  test("is refused without a deadline before the hire, a reason for the discount, or with VAT nobody may charge", async () => {
    const given = await hub();
    await installation.db
      .updateTable("register_entries")
      .set({ vat_registered: false })
      .where("organization_id", "=", given.space.organizationId)
      .execute();
    const { id } = await asked(given);
    const codeOf = async (more: Record<string, unknown>) => (await given.vera.put(`/hires/${id}/quote`, quoteOf(given, more))).body.code;

    const codes = [
      await codeOf({ validUntil: "2026-12-11T11:00:00Z" }),
      await codeOf({ validUntil: "2026-11-22T11:00:00Z" }),
      await codeOf({ discountPercent: 10 }),
      await codeOf({ lines: [{ ...hallLine, vatPercent: 25 }] }),
    ];

    expect(codes).toEqual(["hire.wrong_deadline", "hire.wrong_deadline", "hire.discount_needs_reason", "hire.no_vat"]);
  });
});

describe("What is agreed", () => {
  test("is moved by the house as long as it was and at the agreed price; who did not ask for it may cancel for nothing", async () => {
    const given = await hub();
    const hire = await accepted(given);
    installation.setClock("2026-12-05T09:00:00Z");
    const time = { startsAt: "2026-12-14T12:00:00Z", endsAt: "2026-12-14T16:00:00Z" };
    const move = (more: object) => given.vera.put(`/hires/${hire.id}/time`, { ...time, reason: "A leak", isWished: false, ...more });

    const longer = await move({ endsAt: "2026-12-14T17:00:00Z" });
    const past = await move({ startsAt: "2026-12-04T12:00:00Z", endsAt: "2026-12-04T16:00:00Z" });
    const moved = await move({});
    await doWhatIsDue(installation);

    expect([longer, past].map(({ status, body }) => [status, body.code])).toEqual([
      [422, "hire.other_length"],
      [422, "hire.wrong_time"],
    ]);
    expect([moved.status, moved.body.startsAt, moved.body.total.netOre, moved.body.state, await isFree(given)]).toEqual([
      200,
      time.startsAt,
      1_120_000,
      "accepted",
      true,
    ]);
    expect(moved.body.history.at(-1)).toMatchObject({ reason: "A leak", movedFrom: evening.startsAt, by: "Vera Vert" });
    const [letter] = await installation.db
      .selectFrom("letters")
      .select(["subject", "body_text"])
      .where("recipient", "=", given.email)
      .where("subject", "like", "%is moved to%")
      .execute();
    expect(letter?.subject).toBe("The hire at Huben is moved to Monday 14 December at 13:00");
    expect(letter?.body_text).toContain("Auditoriet was yours Thursday 10 December at 17:00.");
    expect(letter?.body_text).toContain("you can cancel without paying until Saturday 12 December at 10:00");
    installation.setClock("2026-12-12T08:59:00Z");
    await given.nobody.put(`/hire-links/${hire.secret}/cancellation`, { reason: "No" });
    expect(await chargesOf(hire.id)).toEqual([]);
  });

  test("is not moved over somebody else's time, and who asked for it too late still pays for cancelling", async () => {
    const given = await hub();
    const hire = await accepted(given);
    installation.setClock("2026-12-05T09:00:00Z");
    const taken = { startsAt: "2026-12-15T12:00:00Z", endsAt: "2026-12-15T14:00:00Z" };
    await given.vera.post(`/resources/${given.hall}/bookings`, { ...taken, overrideReason: "Choir" });
    const move = (day: string) =>
      given.vera.put(`/hires/${hire.id}/time`, {
        startsAt: `${day}T10:00:00Z`,
        endsAt: `${day}T14:00:00Z`,
        reason: "Wished",
        isWished: true,
      });

    const over = await move("2026-12-15");
    const stands = (await given.vera.get(`/hires/${hire.id}`)).body.startsAt;
    const moved = await move("2026-12-21");
    const cancelled = await given.nobody.put(`/hire-links/${hire.secret}/cancellation`, {});

    expect([over.body.code, stands, moved.status, cancelled.status]).toEqual(["booking.taken", evening.startsAt, 200, 200]);
    expect((await chargesOf(hire.id)).map(({ kind }) => kind)).toEqual(["hire_cancellation", "hire_cancellation"]);
  });

  test("is cancelled free of charge until the day the conditions name, and costs their share afterwards", async () => {
    const [early, late] = [await hub(), await hub()];
    const [first, second] = [await accepted(early), await accepted(late)];
    installation.setClock("2026-12-03T16:00:00Z");
    await early.nobody.put(`/hire-links/${first.secret}/cancellation`, {});
    installation.setClock("2026-12-03T16:00:01Z");
    const told = (await late.nobody.get(`/hire-links/${second.secret}`)).body.cancellation;

    const answer = await late.nobody.put(`/hire-links/${second.secret}/cancellation`, { reason: "Ill" });

    expect(told).toEqual({ freeUntil: "2026-12-03T16:00:00Z", feePercent: 50, feeOre: 560_000 });
    expect([answer.body.state, await isFree(late)]).toEqual(["cancelled", true]);
    expect(await chargesOf(first.id)).toEqual([]);
    expect((await chargesOf(second.id)).map(({ kind, amount_ore, vat_percent }) => [kind, amount_ore, vat_percent])).toEqual([
      ["hire_cancellation", 400_000, 0],
      ["hire_cancellation", 160_000, 0],
    ]);
  });

  test("keeps the conditions it was made under, and costs nothing when the house cancels", async () => {
    const given = await hub();
    const hire = await accepted(given);
    await given.vera.post(`${given.at}/hire-terms`, { texts: { nb: "Nye vilkår." }, freeDays: 30, feePercent: 100 });
    installation.setClock("2026-12-09T09:00:00Z");

    const kept = (await given.nobody.get(`/hire-links/${hire.secret}`)).body.terms;
    const answer = await given.vera.put(`/hires/${hire.id}/cancellation`, { reason: "The roof leaks" });

    expect([kept.version, kept.feePercent]).toEqual([1, 50]);
    expect([answer.body.state, await chargesOf(hire.id)]).toEqual(["cancelled", []]);
  });

  test("is moved and cancelled where it was agreed, not in the calendar", async () => {
    const given = await hub();
    await accepted(given);
    const { id } = await installation.db
      .selectFrom("bookings")
      .select("id")
      .where("space_id", "=", given.space.id)
      .executeTakeFirstOrThrow();

    const answers = [
      await given.hans.put(`/bookings/${id}/cancellation`, {}),
      await given.hans.patch(`/bookings/${id}`, { startsAt: "2026-12-11T16:00:00Z" }),
      await given.hans.put(`/bookings/${id}/confirmation`),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, "booking.of_hire"],
      [409, "booking.of_hire"],
      [409, "booking.of_hire"],
    ]);
  });

  test("is accepted once, with the conditions that hold", async () => {
    const given = await hub();
    const hire = await quoted(given);
    const accept = (termsVersion: number) => given.nobody.put(`/hire-links/${hire.secret}/acceptance`, { termsVersion });

    const answers = [
      await accept(2),
      ...(await Promise.all([accept(1), accept(1)])),
      await given.nobody.put(`/hire-links/${hire.secret}/withdrawal`, {}),
    ];

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect((await bookingsOf(given)).map(({ state }) => state)).toEqual(["confirmed"]);
  });
});

describe("House and hirer", () => {
  test("write to each other, each told by letter", async () => {
    const given = await hub();
    const hire = await asked(given);
    await doWhatIsDue(installation);

    await given.nobody.post(`/hire-links/${hire.secret}/messages`, { text: "Is there a piano?" });
    installation.setClock("2026-11-23T09:05:00+01:00");
    await given.vera.post(`/hires/${hire.id}/messages`, { text: "There is." });
    await doWhatIsDue(installation);

    const letterTo = async (email: string) =>
      (await installation.db.selectFrom("letters").select("body_text").where("recipient", "=", email).orderBy("id").execute()).at(-1)
        ?.body_text;
    const { messages } = (await given.vera.get(`/hires/${hire.id}`)).body;
    expect(messages.map(({ side, by, text }: Record<string, unknown>) => [side, by, text])).toEqual([
      ["hirer", null, "Is there a piano?"],
      ["house", "Vera Vert", "There is."],
    ]);
    expect(await letterTo(`vera.${houses}@example.test`)).toContain("Is there a piano?");
    expect(await letterTo(given.email)).toContain("There is.");
  });

  test("a no has a reason, and is told", async () => {
    const given = await hub();
    const hire = await asked(given);

    const bare = await given.vera.put(`/hires/${hire.id}/declination`, {});
    await given.vera.put(`/hires/${hire.id}/declination`, { reason: "We are closed for the holidays" });
    const message = await given.nobody.post(`/hire-links/${hire.secret}/messages`, { text: "Please" });
    await doWhatIsDue(installation);

    const letters = await installation.db.selectFrom("letters").selectAll().where("recipient", "=", given.email).orderBy("id").execute();
    expect([bare.status, message.status]).toEqual([400, 409]);
    expect(letters.at(-1)?.body_text).toContain("We are closed for the holidays");
  });

  test("who works at the desk does not see who asked", async () => {
    const given = await hub();
    const hire = await asked(given);

    const statuses = [(await given.hans.get(`/hires/${hire.id}`)).status, (await given.hans.get(`${given.at}/hires`)).status];

    expect(statuses).toEqual([404, 404]);
  });
});

describe("What is held about who asked", () => {
  const contactOf = (id: string) =>
    installation.db
      .selectFrom("hires")
      .select(["contact_name", "email", "organization_name", "organization_number", "purpose"])
      .where("id", "=", id)
      .executeTakeFirst();

  test("goes two days after a link nobody opened, and half a year after a no", async () => {
    const given = await hub();
    await given.nobody.post(`${given.at}/hires`, { ...wish(given), email: `ukjent.${houses}@example.test` });
    const no = await asked(given);
    await given.vera.put(`/hires/${no.id}/declination`, { reason: "Full" });
    const unproven = () =>
      installation.db.selectFrom("hires").select("id").where("space_id", "=", given.space.id).where("state", "=", "unproven").execute();

    installation.setClock("2026-11-25T08:59:00+01:00");
    await forgetHirers(installation);
    const before = [(await unproven()).length, (await contactOf(no.id))?.email];
    installation.setClock("2027-05-24T09:00:00+02:00");
    await forgetHirers(installation);

    expect(before).toEqual([1, given.email]);
    expect([await unproven(), await contactOf(no.id)]).toEqual([
      [],
      { contact_name: "—", email: null, organization_name: null, organization_number: null, purpose: "—" },
    ]);
  });

  test("of an invoice the name and number stay for five years after the year, and then go too", async () => {
    const given = await hub();
    const hire = await accepted(given);
    installation.setClock("2026-12-11T09:00:00Z");
    await passTime(installation);

    installation.setClock("2031-12-31T12:00:00Z");
    await forgetHirers(installation);
    const kept = await contactOf(hire.id);
    installation.setClock("2032-01-01T12:00:00Z");
    await forgetHirers(installation);

    expect(kept).toEqual({
      contact_name: "—",
      email: null,
      organization_name: "Fjordlaget",
      organization_number: "310009598",
      purpose: "—",
    });
    expect(await contactOf(hire.id)).toEqual({ ...kept, organization_name: null, organization_number: null });
    expect((await bookingsOf(given)).map(({ title }) => title)).toEqual([null]);
  });

  test("is shown to whoever has the address, and erased with them: what was open is taken back, with the time it held", async () => {
    const given = await hub();
    const kari = await network.person("Kari Leier", { email: given.email });
    const hire = await quoted(given);
    const { as } = callers(installation);

    const shown = (await as(kari).get("/me/data")).body;
    await as(kari).post("/me/erasure", { email: given.email });
    await doWhatIsDue(installation);

    expect(JSON.stringify(shown)).toContain("Annual meeting");
    expect(await contactOf(hire.id)).toMatchObject({ contact_name: "—", email: null, purpose: "—" });
    expect([(await given.vera.get(`/hires/${hire.id}`)).body.state, await isFree(given)]).toEqual(["withdrawn", true]);
  });
});
