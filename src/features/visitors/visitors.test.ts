import ical from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";
import { forgetVisits } from "./forget-visits.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let houses = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock(monday("09:00")));
afterAll(() => installation.close());

const monday = (time: string) => `2026-11-23T${time}:00+01:00`;

/** A house with a kiosk; Amina and Jonas are members, Henrik stands at the desk, and Mari manages it. */
async function houseWithKiosk() {
  houses += 1;
  const space = await network.space(`hus-${houses}`, { name: "Fjordhuset", town: "Oslo" });
  const someone = (name: string) => network.person(name, { email: `${name.split(" ")[0]?.toLowerCase()}.${houses}@example.test` });
  const [amina, jonas, henrik, mari] = [
    await someone("Amina Larsen"),
    await someone("Jonas Vik"),
    await someone("Henrik Dahl"),
    await someone("Mari Moe"),
  ];
  for (const personId of [amina, jonas]) await network.membership(space.organizationId, { personId });
  await network.position(henrik, space.organizationId, "host");
  await network.position(mari, space.organizationId, "manager");
  const { as, nobody } = callers(installation);
  const { body: display } = await as(mari).post(`/spaces/${space.slug}/displays`, { kind: "kiosk", name: "Ved inngangen" });
  const kiosk = `/displays/${display.url.split("/").at(-1) ?? ""}` as const;
  const announce = async (name: string, given: Record<string, unknown> = {}) =>
    (await as(amina).post(`/spaces/${space.slug}/visits`, { name, expectedAt: monday("10:00"), ...given })).body;
  const setTerms = (terms: Record<string, unknown>) =>
    as(mari).put(`/spaces/${space.slug}/visitor-terms`, { takesUnexpected: true, asksForRules: false, keptDays: 30, ...terms });
  const search = async (query: string) => (await nobody.get(`${kiosk}/visits?${query}`)).body;
  return {
    space,
    kiosk,
    nobody,
    announce,
    setTerms,
    search,
    aminaId: amina,
    amina: as(amina),
    jonas: as(jonas),
    jonasId: jonas,
    henrik: as(henrik),
    mari: as(mari),
    aminaAddress: `amina.${houses}@example.test`,
  };
}

/** The letters to an address, in the order they were written. */
async function lettersTo(address: string) {
  await doWhatIsDue(installation);
  return installation.db.selectFrom("letters").selectAll().where("recipient", "=", address).orderBy("created_at").orderBy("id").execute();
}

describe("Announcing a visitor", () => {
  test("a member announces whoever comes to them, and sees them with the desk", async () => {
    const { space, amina, henrik, jonas, announce, aminaId } = await houseWithKiosk();

    const visit = await announce("Kari Nordmann", { organization: "Nordlys AS" });

    expect(visit).toMatchObject({
      name: "Kari Nordmann",
      organization: "Nordlys AS",
      visited: { id: aminaId, name: "Amina Larsen" },
      day: "2026-11-23",
      state: "expected",
      isAnnounced: true,
      abilities: { change: true, cancel: true, letIn: true, signOut: false, printBadge: true },
    });
    const names = (list: { items: { name: string }[] }) => list.items.map(({ name }) => name);
    expect([
      names((await amina.get("/me/visits")).body),
      names((await henrik.get(`/spaces/${space.slug}/visits`)).body),
      names((await jonas.get("/me/visits")).body),
      (await jonas.get(`/visits/${visit.id}`)).status,
      (await jonas.get(`/spaces/${space.slug}/visits`)).status,
    ]).toEqual([["Kari Nordmann"], ["Kari Nordmann"], [], 404, 404]);
  });

  test("the desk announces for anybody who works in the house, a member only for themselves, and nobody from outside", async () => {
    const { space, henrik, amina, jonasId } = await houseWithKiosk();
    const elsewhere = await houseWithKiosk();
    const asked = { name: "Kari Nordmann", expectedAt: monday("10:00") };
    const path = `/spaces/${space.slug}/visits` as const;

    const forJonas = await henrik.post(path, { ...asked, visitedId: jonasId });
    const byMember = await amina.post(path, { ...asked, visitedId: jonasId });
    const forStranger = await henrik.post(path, { ...asked, visitedId: elsewhere.aminaId });
    const fromOutside = await elsewhere.amina.post(path, asked);

    expect([forJonas.body.visited?.name, byMember.status, forStranger.body.code, fromOutside.status]).toEqual([
      "Jonas Vik",
      404,
      "visit.not_a_member",
      404,
    ]);
  });

  test("is not for a day that is over, nor for one more than a year ahead", async () => {
    const { announce } = await houseWithKiosk();

    const past = await announce("Kari Nordmann", { expectedAt: "2026-11-22T23:59:00+01:00" });
    const far = await announce("Kari Nordmann", { expectedAt: "2027-11-24T10:00:00+01:00" });
    const earlierToday = await announce("Kari Nordmann", { expectedAt: monday("00:00") });

    expect([past.code, far.code, earlierToday.state]).toEqual(["visit.past", "visit.too_far", "expected"]);
  });

  test("tells of the room that is booked, if whoever is visited has booked it that day", async () => {
    const { space, announce, amina, jonas } = await houseWithKiosk();
    const room = await network.resource(space, "Fjorden");
    const book = async (by: typeof amina, from: string, until: string) =>
      (await by.post(`/resources/${room}/bookings`, { startsAt: from, endsAt: until })).body.id;
    const [own, of, tomorrow] = [
      await book(amina, monday("10:00"), monday("11:00")),
      await book(jonas, monday("12:00"), monday("13:00")),
      await book(amina, "2026-11-24T10:00:00+01:00", "2026-11-24T11:00:00+01:00"),
    ];

    const visits = [];
    for (const bookingId of [own, of, tomorrow, newId()]) visits.push(await announce("Kari Nordmann", { bookingId }));

    expect(visits.map((visit) => visit.booking?.room ?? visit.code)).toEqual([
      "Fjorden",
      "visit.booking_elsewhere",
      "visit.booking_elsewhere",
      "visit.booking_elsewhere",
    ]);
  });

  test("invites whoever has an address, with the way in, the code and a time their calendar can read; a change moves it, and calling off strikes it out", async () => {
    const { space, announce, amina } = await houseWithKiosk();
    const arrival = JSON.stringify({ nb: "Ring på klokka.", en: "Ring the bell." });
    await installation.db.updateTable("spaces").set({ arrival, address: "Kaia 1" }).where("id", "=", space.id).execute();
    const email = `kari.${houses}@firma.example`;
    const visit = await announce("Kari Nordmann", { email, language: "en" });

    const [invited] = await lettersTo(email);
    installation.setClock(monday("09:05"));
    await amina.patch(`/visits/${visit.id}`, { expectedAt: monday("11:30") });
    await doWhatIsDue(installation);
    installation.setClock(monday("09:10"));
    await amina.put(`/visits/${visit.id}/cancellation`);
    const letters = await lettersTo(email);

    expect(invited?.subject).toBe("Welcome to Fjordhuset on Monday 23 November at 10:00");
    for (const words of [
      "Amina Larsen expects you",
      "Kaia 1",
      "Ring the bell.",
      `${visit.code.slice(0, 4)} ${visit.code.slice(4)}`,
      "30 days",
    ])
      expect(invited?.body_text).toContain(words);
    const events = letters.map(({ attachments }) => eventIn(attachments as Attachment[]));
    expect(letters.map(({ attachments }) => (attachments as Attachment[]).map(({ contentType }) => contentType.split(";")[0]))).toEqual([
      ["text/calendar", "image/png"],
      ["text/calendar", "image/png"],
      ["text/calendar"],
    ]);
    expect(events.map(({ uid }) => uid)).toEqual(Array(3).fill(events[0]?.uid));
    expect(events.map(({ start, status }) => [start, status])).toEqual([
      ["2026-11-23T09:00:00Z", "CONFIRMED"],
      ["2026-11-23T10:30:00Z", "CONFIRMED"],
      ["2026-11-23T10:30:00Z", "CANCELLED"],
    ]);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  test("a change that somebody else has overtaken is refused, and so is one after they have come", async () => {
    const { announce, amina, henrik } = await houseWithKiosk();
    const visit = await announce("Kari Nordmann");

    const first = await henrik.patch(`/visits/${visit.id}`, { organization: "Nordlys AS" }, { "if-match": '"1"' });
    const second = await amina.patch(`/visits/${visit.id}`, { name: "Kari N." }, { "if-match": '"1"' });
    await henrik.put(`/visits/${visit.id}/arrival`);
    const late = [await amina.patch(`/visits/${visit.id}`, { name: "Kari N." }), await amina.put(`/visits/${visit.id}/cancellation`)];

    expect([first.status, second.body.code, ...late.map(({ body }) => body.code)]).toEqual([
      200,
      "request.changed_meanwhile",
      "visit.wrong_state",
      "visit.wrong_state",
    ]);
  });
});

type Attachment = { fileName: string; contentType: string; content: string };

function eventIn(attachments: Attachment[]) {
  const file = Buffer.from(attachments.find(({ fileName }) => fileName === "visit.ics")?.content ?? "", "base64").toString();
  const event = new ical.Component(ical.parse(file)).getFirstSubcomponent("vevent");
  if (!event) throw new Error("No event");
  const { uid, startDate, sequence } = new ical.Event(event);
  return { uid, start: startDate.toString(), sequence, status: event.getFirstPropertyValue("status") };
}

describe("At the kiosk", () => {
  test("whoever is announced finds themselves by three letters or the code, and the day is never listed", async () => {
    const { announce, search } = await houseWithKiosk();
    const kari = await announce("Kåri Anne Nordmann");
    for (const name of ["Ola Hansen", "Ole Hansen", "Olga Hansen", "Oliver Hansen", "Olav Hansen", "Oluf Hansen"]) await announce(name);
    const cancelled = await announce("Karsten Berg", { expectedAt: monday("12:00") });
    await announce("Karl Vang", { expectedAt: "2026-11-24T10:00:00+01:00" });

    const found = await search("q=nor");
    const byGiven = await search("q=KARI");
    const byCode = await search(`code=${kari.code.slice(0, 4).toLowerCase()}%20${kari.code.slice(4)}`);

    expect(found).toEqual({ items: [{ id: kari.id, name: "Kåri Anne N.", at: "2026-11-23T09:00:00Z" }], isTooMany: false });
    expect(byGiven.items.map(({ id }) => id)).toEqual([kari.id]);
    expect(byCode.items.map(({ id }) => id)).toEqual([kari.id]);
    expect(await search("q=hansen")).toEqual({ items: [], isTooMany: true });
    for (const query of ["q=ka", "q=%25%25%25", "q=___", "q=", "code=", "", "q=mann", "q=Karl"])
      expect([query, await search(query)]).toEqual([query, { items: [], isTooMany: false }]);
    expect(cancelled.state).toBe("expected");
  });

  test("whoever arrives is welcomed, and the one visited is told by mail at once, once", async () => {
    const { announce, nobody, kiosk, amina, aminaAddress, space, henrik } = await houseWithKiosk();
    const visit = await announce("Kari Nordmann", { organization: "Nordlys AS" });
    installation.setClock(monday("09:52"));

    const welcomed = await nobody.put(`${kiosk}/visits/${visit.id}/arrival`, {});
    const again = await nobody.put(`${kiosk}/visits/${visit.id}/arrival`, {});
    const letters = await lettersTo(aminaAddress);

    expect(welcomed.body).toEqual({
      id: visit.id,
      givenName: "Kari",
      visited: "Amina Larsen",
      room: null,
      // no more than the screen has shown to whoever searched
      badge: { name: "Kari N.", organization: null, day: "2026-11-23", code: expect.stringMatching(/^[0-9A-Z]{4} [0-9A-Z]{4}$/) },
    });
    expect(again.body).toEqual(welcomed.body);
    expect(letters.map(({ subject, body_text }) => [subject, body_text.split("\n")[0]])).toEqual([
      ["Kari Nordmann er kommet", "Kari Nordmann, Nordlys AS, kom til Fjordhuset kl. 09:52 og venter på deg ved inngangen."],
    ]);
    expect((await amina.get(`/visits/${visit.id}`)).body).toMatchObject({ state: "arrived", arrivedAt: "2026-11-23T08:52:00Z" });
    const inside = (await henrik.get(`/spaces/${space.slug}/people-inside`)).body;
    expect(inside.visitors).toEqual([
      { id: visit.id, name: "Kari Nordmann", organization: "Nordlys AS", visited: "Amina Larsen", since: "2026-11-23T08:52:00Z" },
    ]);
  });

  test("ten who tap at once tell the one visited once", async () => {
    const { announce, nobody, kiosk, aminaAddress } = await houseWithKiosk();
    const visit = await announce("Kari Nordmann");

    const answers = await Promise.all(Array.from({ length: 10 }, () => nobody.put(`${kiosk}/visits/${visit.id}/arrival`, {})));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await lettersTo(aminaAddress)).toHaveLength(1);
    const told = await installation.db.selectFrom("audit_log").select("action").where("subject_id", "=", visit.id).execute();
    expect(told.map(({ action }) => action).sort()).toEqual(["visit.announce", "visit.arrive"]);
  });

  test("leaves by name or by the code on the badge, once in the house", async () => {
    const { announce, nobody, kiosk, search, henrik, space } = await houseWithKiosk();
    const visit = await announce("Kari Nordmann");
    const early = await nobody.put(`${kiosk}/visits/${visit.id}/departure`);
    const before = await search("q=kari&leaving=true");
    await nobody.put(`${kiosk}/visits/${visit.id}/arrival`, {});

    const found = await search("q=kari&leaving=true");
    const byCode = await search(`code=${visit.code}&leaving=true`);
    const left = await nobody.put(`${kiosk}/visits/${visit.id}/departure`);

    expect([early.body.code, before.items.length, found.items.length, byCode.items.length]).toEqual(["visit.wrong_state", 0, 1, 1]);
    expect(left.body).toEqual({ givenName: "Kari" });
    expect((await henrik.get(`/spaces/${space.slug}/people-inside`)).body.visitors).toEqual([]);
    expect((await search("q=kari")).items).toEqual([]);
  });

  test("says yes to the house rules where the house asks for it, and which version is kept", async () => {
    const { announce, nobody, kiosk, setTerms, mari, space } = await houseWithKiosk();
    const visit = await announce("Kari Nordmann");
    await mari.post(`/spaces/${space.slug}/house-rules`, { texts: { nb: "Ingen roping." } });
    await setTerms({ asksForRules: true });

    const reception = (await nobody.get(`${kiosk}/reception`)).body;
    const without = await nobody.put(`${kiosk}/visits/${visit.id}/arrival`, {});
    const old = await nobody.put(`${kiosk}/visits/${visit.id}/arrival`, { rulesVersion: 7 });
    const yes = await nobody.put(`${kiosk}/visits/${visit.id}/arrival`, { rulesVersion: 1 });

    expect(reception.houseRules).toEqual({ version: 1, text: "Ingen roping.", language: "nb" });
    expect([without.body.code, old.body.code, yes.status]).toEqual(["visit.rules_first", "visit.rules_first", 200]);
    const kept = await installation.db.selectFrom("visits").select("rules_version").where("id", "=", visit.id).executeTakeFirstOrThrow();
    expect(kept.rules_version).toBe(1);
  });

  test("finds those alone who let themselves be found, and tells them of a visitor nobody announced", async () => {
    const { amina, jonas, nobody, kiosk, space, aminaId, jonasId, aminaAddress } = await houseWithKiosk();
    const path = `/spaces/${space.slug}/kiosk-name` as const;
    const people = async (q: string) => (await nobody.get(`${kiosk}/people?q=${q}`)).body.items;
    const before = await people("amina");
    await amina.put(path, { isShown: true });
    const asked = { id: newId(), name: "Per Ukjent", organization: "Bud AS" };

    const arrived = await nobody.post(`${kiosk}/visits`, { ...asked, visitedId: aminaId });
    const again = await nobody.post(`${kiosk}/visits`, { ...asked, visitedId: aminaId });
    const hidden = await nobody.post(`${kiosk}/visits`, { ...asked, id: newId(), visitedId: jonasId });

    expect([before, await people("lar"), await people("jonas"), await people("am")]).toEqual([
      [],
      [{ id: aminaId, name: "Amina Larsen" }],
      [],
      [],
    ]);
    expect([arrived.status, again.body, hidden.status]).toEqual([201, arrived.body, 404]);
    expect((await jonas.get(path)).body).toEqual({ isShown: false });
    expect((await amina.get("/me/houses")).body.items).toEqual([{ slug: space.slug, name: "Fjordhuset", isKioskNameShown: true }]);
    const letters = await lettersTo(aminaAddress);
    expect(letters.map(({ subject }) => subject)).toEqual(["Per Ukjent er kommet"]);
    expect(letters[0]?.body_text).toContain("Besøket var ikke meldt.");

    await amina.put(path, { isShown: false });
    expect(await people("amina")).toEqual([]);
  });

  test("is told nothing where the house takes the announced alone", async () => {
    const { amina, nobody, kiosk, space, aminaId, setTerms } = await houseWithKiosk();
    await amina.put(`/spaces/${space.slug}/kiosk-name`, { isShown: true });
    await setTerms({ takesUnexpected: false });

    const people = await nobody.get(`${kiosk}/people?q=amina`);
    const arrived = await nobody.post(`${kiosk}/visits`, { id: newId(), name: "Per Ukjent", visitedId: aminaId });

    expect([people.body.code, arrived.body.code]).toEqual(["visit.announced_only", "visit.announced_only"]);
  });

  test("of another house, or a screen of another kind, knows nobody", async () => {
    const here = await houseWithKiosk();
    const there = await houseWithKiosk();
    const visit = await here.announce("Kari Nordmann");
    const { body: wall } = await here.mari.post(`/spaces/${here.space.slug}/displays`, { kind: "wall", name: "Hallen" });

    const answers = [
      await there.nobody.put(`${there.kiosk}/visits/${visit.id}/arrival`, {}),
      await here.nobody.get(`/displays/${wall.url.split("/").at(-1)}/visits?q=kari`),
      await here.nobody.get(`/displays/${wall.url.split("/").at(-1)}/reception`),
    ];
    const screen = await here.nobody.get(here.kiosk);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await there.search("q=kari")).items).toEqual([]);
    expect(JSON.stringify(screen.body)).not.toContain("Kari");
  });

  test("cannot be asked for one name after another", async () => {
    const limited = await testInstallation({ ROMSLIG_RATE_LIMITS: "1" });
    try {
      limited.setClock(monday("09:00"));
      const builder = networkBuilder(limited);
      const space = await builder.space("hus", { name: "Hus" });
      const mari = await builder.person("Mari Moe");
      await builder.position(mari, space.organizationId, "manager");
      const { as, nobody } = callers(limited);
      const { body } = await as(mari).post("/spaces/hus/displays", { kind: "kiosk", name: "Inngangen" });
      const path = `/displays/${body.url.split("/").at(-1)}/visits?q=kari` as const;

      const statuses = [];
      for (let tries = 0; tries < 42; tries += 1) statuses.push((await nobody.get(path)).status);
      limited.setClock(monday("09:01"));
      const later = await nobody.get(path);

      expect(statuses).toEqual([...Array(40).fill(200), 429, 429]);
      expect(later.status).toBe(200);
    } finally {
      await limited.close();
    }
  });
});

describe("The desk", () => {
  test("lets a visitor in on the day alone, and signs them out", async () => {
    const { announce, henrik } = await houseWithKiosk();
    const [today, tomorrow] = [await announce("Kari Nordmann"), await announce("Ola Berg", { expectedAt: "2026-11-24T10:00:00+01:00" })];

    const early = await henrik.put(`/visits/${tomorrow.id}/arrival`);
    const inside = await henrik.put(`/visits/${today.id}/arrival`);
    const out = await henrik.put(`/visits/${today.id}/departure`);

    expect([early.body.code, inside.body.state, out.body.state, out.body.abilities.printBadge]).toEqual([
      "visit.not_today",
      "arrived",
      "left",
      false,
    ]);
  });

  test("tells the one visited when it lets somebody in, but nobody of what they did themselves", async () => {
    const { announce, henrik, amina, aminaAddress } = await houseWithKiosk();
    const [kari, ola] = [await announce("Kari Nordmann"), await announce("Ola Berg")];

    await henrik.put(`/visits/${kari.id}/arrival`);
    await amina.put(`/visits/${ola.id}/arrival`);

    expect((await lettersTo(aminaAddress)).map(({ subject }) => subject)).toEqual(["Kari Nordmann er kommet"]);
  });
});

describe("A visitor is forgotten", () => {
  test("after the days the house has set, with every letter about them; how many came stays", async () => {
    const { announce, setTerms, henrik, space, kiosk, nobody, aminaAddress } = await houseWithKiosk();
    await setTerms({ keptDays: 7 });
    const email = `kari.${houses}@firma.example`;
    const [kari, , off] = [await announce("Kari Nordmann", { email }), await announce("Ola Berg"), await announce("Eli Vik")];
    await henrik.put(`/visits/${off.id}/cancellation`);
    await nobody.put(`${kiosk}/visits/${kari.id}/arrival`, {});
    expect([(await lettersTo(email)).length, (await lettersTo(aminaAddress)).length]).toEqual([1, 1]);
    const counts = async () => (await henrik.get(`/spaces/${space.slug}/visit-counts?from=2026-11-01&to=2026-11-30`)).body.items;
    const before = await counts();

    installation.setClock("2026-11-30T03:10:00+01:00");
    await forgetVisits(installation);
    const within = (await henrik.get(`/visits/${kari.id}`)).body;
    installation.setClock("2026-12-01T03:10:00+01:00");
    await forgetVisits(installation);
    await forgetVisits(installation);

    expect([within.state, within.leftAt]).toEqual(["left", "2026-11-30T02:10:00Z"]);
    expect((await henrik.get(`/visits/${kari.id}`)).status).toBe(404);
    expect([await lettersTo(email), await lettersTo(aminaAddress)]).toEqual([[], []]);
    expect(before).toEqual([{ day: "2026-11-23", announced: 2, came: 1, unexpected: 0 }]);
    expect(await counts()).toEqual(before);
  });

  test("after thirty days where the house has said nothing", async () => {
    const { announce, henrik } = await houseWithKiosk();
    const kari = await announce("Kari Nordmann");

    installation.setClock("2026-12-23T03:10:00+01:00");
    await forgetVisits(installation);
    const within = (await henrik.get(`/visits/${kari.id}`)).status;
    installation.setClock("2026-12-24T03:10:00+01:00");
    await forgetVisits(installation);

    expect([within, (await henrik.get(`/visits/${kari.id}`)).status]).toEqual([200, 404]);
  });

  test("and whoever was visited is erased: visits ahead are called off, and the visitor is told", async () => {
    const { announce, amina, aminaId, aminaAddress, henrik } = await houseWithKiosk();
    const email = `kari.${houses}@firma.example`;
    const [here, ahead] = [await announce("Ola Berg"), await announce("Kari Nordmann", { email, expectedAt: "2026-11-25T10:00:00+01:00" })];
    await henrik.put(`/visits/${here.id}/arrival`);
    const data = (await amina.get("/me/data")).body;

    await amina.post("/me/erasure", { email: aminaAddress });
    const letters = await lettersTo(email);

    expect(JSON.stringify(data)).toContain("Kari Nordmann");
    expect((await henrik.get(`/visits/${ahead.id}`)).body).toMatchObject({ state: "cancelled", visited: null });
    expect((await henrik.get(`/visits/${here.id}`)).body).toMatchObject({ state: "arrived", visited: null, name: "Ola Berg" });
    expect(letters.at(-1)?.subject).toMatch(/er avlyst$/);
    const left = await installation.db.selectFrom("visits").select("id").where("registered_by", "=", aminaId).execute();
    expect(left).toEqual([]);
  });
});
