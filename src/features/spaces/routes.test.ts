import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers, signedInAs } from "../../../tests/support/visitor.ts";
import { type Actor, type SignedIn, visitor } from "../../platform/access/actor.ts";
import { newId } from "../../platform/database/id.ts";
import { loadGeography } from "../geography/index.ts";
import { settings, space as spaceShape } from "./shapes.ts";

let installation: TestInstallation;
let visitors: ReturnType<typeof callers>;
let place = 0;
// each test has a house of its own, with people one knows
let house: { id: string; slug: string; organizationId: string };
let kari: SignedIn;
let ola: SignedIn;
let host: SignedIn;
let member: SignedIn;
let neighbour: SignedIn;

beforeAll(async () => {
  installation = await testInstallation();
  await loadGeography(installation.db, installation.now());
  visitors = callers(installation);
});
afterAll(() => installation.close());

beforeEach(async () => {
  place += 1;
  const network = networkBuilder(installation);
  house = await network.space(`naustet-${place}`, { name: "Naustet", town: "Førde", municipality: "4647" });
  const other = await network.space(`flow-${place}`, { name: "Flow" });
  const person = async (name: string, role: string, organizationId = house.organizationId) =>
    signedInAs(await network.person(name, { email: `${name}.${place}@example.test`.toLowerCase() }), name, { [organizationId]: role });
  kari = await person("Kari", "manager");
  ola = await person("Ola", "owner");
  host = await person("Hilde", "host");
  member = await person("Mons", "member");
  neighbour = await person("Nils", "owner", other.organizationId);
  await installation.db
    .updateTable("spaces")
    .set({ arrival: JSON.stringify({ nb: "Koden på døra er 4711." }) })
    .where("id", "=", house.id)
    .execute();
});

const as = (actor: Actor) => visitors.actingAs(actor);
const path = <const Rest extends string = "">(rest: Rest = "" as Rest) => `/spaces/${house.slug}${rest}` as const;
const deeds = async () =>
  (await installation.db.selectFrom("audit_log").select("action").where("subject_id", "=", house.id).orderBy("id").execute()).map(
    ({ action }) => action,
  );
const announcements = async () =>
  (await installation.db.selectFrom("outbox").select(["topic", "organization_ids", "payload"]).orderBy("id").execute()).filter(
    ({ payload }) => (payload as { spaceId?: string }).spaceId === house.id,
  );

describe("The rooms of a house", () => {
  test("stand as people count and as the alphabet goes, page by page, each once", async () => {
    const network = networkBuilder(installation);
    for (const name of ["Rom 10", "Østerbro", "Rom 2", "Aasen", "Zoologen", "Rom 1", "Rom 11"]) await network.resource(house, name);

    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const answer = await as(member).get(`/resources?space=${house.slug}&limit=3${cursor ? `&cursor=${cursor}` : ""}`);
      const page = answer.body as { items: { name: string }[]; nextCursor: string | null };
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);

    expect(names).toEqual(["Rom 1", "Rom 2", "Rom 10", "Rom 11", "Zoologen", "Østerbro", "Aasen"]);
  });
});

describe("What everyone may read of a space", () => {
  test("is where it is, when it is open and whom to ask, by slug or id", async () => {
    await as(kari).put(path("/opening-exceptions/2026-12-04"), { opens: null, closes: null, reasons: { nb: "Planleggingsdag" } });
    await installation.db.insertInto("opening_exceptions").values({ space_id: house.id, day: "2026-11-20" }).execute();

    const bySlug = await as(visitor).get(path());
    const byId = await as(visitor).get(`/spaces/${house.id}`);

    expect(bySlug.status).toBe(200);
    expect(byId.body).toEqual(bySlug.body);
    expect(bySlug.headers.get("etag")).toBe('"2"');
    expect(spaceShape.strict().parse(bySlug.body)).toMatchObject({
      name: "Naustet",
      municipality: { number: "4647", name: "Sunnfjord", recordedOn: "2026-01-01" },
      openingExceptions: [{ day: "2026-12-04", opens: null, closes: null, reasons: { nb: "Planleggingsdag" } }],
      today: {
        day: "2026-11-23",
        times: [{ opens: "08:00", closes: "17:00" }],
        closedBecause: null,
        isOpen: true,
        closesAt: "2026-11-23T16:00:00Z",
        opensAt: "2026-11-24T07:00:00Z",
      },
      houseRules: null,
      contact: { email: null, phone: null, confirmedOn: null, isStale: true },
      abilities: { edit: false, receiveGuests: false },
    });
    expect(bySlug.body.holidays[0]).toEqual({
      day: "2026-12-25",
      names: { nb: "Første juledag", nn: "Første juledag", en: "Christmas Day" },
    });
  });

  test("never holds the arrival text, whoever asks", async () => {
    const answers = await Promise.all([visitor, member, neighbour, host, kari].map((actor) => as(actor).get(path())));
    const rules = await as(visitor).get(path("/house-rules"));

    for (const { status, body } of [...answers, rules]) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain("4711");
    }
  });

  test("the house itself reads its arrival text and checklist; its members, its neighbours and the world do not", async () => {
    const statuses = await Promise.all(
      [visitor, member, neighbour, host, kari, ola].map(async (actor) => (await as(actor).get(path("/settings"))).status),
    );
    const seen = await as(host).get(path("/settings"));

    expect(statuses).toEqual([401, 404, 404, 200, 200, 200]);
    expect(settings.strict().parse(seen.body)).toEqual({
      arrival: { nb: "Koden på døra er 4711." },
      hostDuties: [],
      version: 1,
      lastChange: null,
    });
  });

  test("a space nobody has is not here", async () => {
    const answers = await Promise.all(["/spaces/ingensteds", `/spaces/${newId()}`].map((nowhere) => as(visitor).get(nowhere)));

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});

describe("Nobody but its managers", () => {
  const writes: [string, unknown?][] = [
    ["PATCH /spaces/{id}", { name: "Tatt over" }],
    ["PUT /spaces/{id}/opening-hours", { openingHours: [] }],
    ["PUT /spaces/{id}/opening-exceptions/2026-12-04", { opens: null, closes: null }],
    ["DELETE /spaces/{id}/opening-exceptions/2026-12-03"],
    ["POST /spaces/{id}/house-rules", { texts: { nb: "Alt er lov." } }],
    ["PUT /spaces/{id}/host-duties", { hostDuties: [] }],
    ["PUT /spaces/{id}/contact-confirmation"],
    ["PUT /spaces/{id}/photo-order", { photoIds: [] }],
    ["PATCH /spaces/{id}/photos/{photo}", { texts: { nb: "Noe annet" } }],
    ["DELETE /spaces/{id}/photos/{photo}"],
  ];

  test.each(writes)("may %s", async (request, body) => {
    const photo = newId();
    const { db } = installation;
    await db
      .insertInto("opening_exceptions")
      .values({ space_id: house.id, day: "2026-12-03", reasons: JSON.stringify({ nb: "Jubileum" }) })
      .execute();
    await db.insertInto("host_duties").values({ space_id: house.id, id: newId(), place_in_order: 1, texts: "{}" }).execute();
    await db
      .insertInto("space_photos")
      .values({
        space_id: house.id,
        id: photo,
        file_key: `photos/${house.id}/${photo}`,
        width: 1,
        height: 1,
        place_in_order: 1,
        created_at: installation.now(),
      })
      .execute();
    const before = await as(visitor).get(path());

    const asked = request.replace("{id}", house.slug).replace("{photo}", photo);
    const statuses = await Promise.all([visitor, member, host, neighbour].map(async (actor) => (await as(actor).ask(asked, body)).status));

    expect(statuses).toEqual([401, 404, 404, 404]);
    expect((await as(visitor).get(path())).body).toEqual(before.body);
    expect(await deeds()).toEqual([]);
  });

  test("may open a space in its organization's name; a manager may, and so may the operator", async () => {
    const operator = signedInAs(newId(), "Drift", { [newId()]: "operator" });
    const given = { name: "Bua på Ørsta", municipalityNumber: "1520", latitude: 62.2, longitude: 6.13 };
    const organization = `/organizations/${house.organizationId}/spaces`;

    const refused = await Promise.all(
      [visitor, member, host, neighbour].map(async (actor) => (await as(actor).post(organization, given)).status),
    );
    const opened = await as(kari).post(organization, given);
    const taken = await callers(installation, "nn").actingAs(operator).post(organization, given);
    const second = await as(operator).post(organization, { ...given, slug: `bua-${place}`, openedOn: "2027-01-04" });

    expect(refused).toEqual([401, 404, 404, 404]);
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({
      slug: "bua-pa-orsta",
      municipality: { name: "Ørsta", recordedOn: "2026-11-23" },
      openedOn: "2026-11-23",
      openingHours: [],
    });
    expect(taken).toMatchObject({
      status: 409,
      body: { code: "space.slug_taken", title: "Adressa er brukt av eit anna hus. Vel ei anna." },
    });
    expect(second.body).toMatchObject({ openedOn: "2027-01-04", today: { closedBecause: "not_yet" } });
  });
});

describe("Changing a space", () => {
  test("changes what is sent and nothing else, and is logged", async () => {
    const changed = await as(kari).patch(path(), {
      desks: 14,
      amenities: ["sauna", "kitchen"],
      descriptions: { nb: "Et hus ved kaia.", en: "" },
    });

    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).toBe('"2"');
    expect(changed.body).toMatchObject({
      name: "Naustet",
      town: "Førde",
      desks: 14,
      amenities: ["sauna", "kitchen"],
      descriptions: { nb: "Et hus ved kaia." },
    });
    expect(changed.body.descriptions.en).toBeUndefined();
    expect(await deeds()).toEqual(["space.change"]);
    expect(await announcements()).toEqual([]);
  });

  test("takes a municipality number only for a day it was in use", async () => {
    const gone = await as(kari).patch(path(), { municipalityNumber: "1432" });
    const then = await as(kari).patch(path(), { municipalityNumber: "1432", municipalityRecordedOn: "2015-06-01" });
    const now = await as(kari).patch(path(), { municipalityNumber: "4647" });

    expect(gone).toMatchObject({
      status: 422,
      body: { code: "space.unknown_municipality", details: { number: "1432", date: "2026-11-23" } },
    });
    expect(then.body.municipality).toEqual({ number: "1432", name: "Førde", recordedOn: "2015-06-01" });
    expect(now.body.municipality).toEqual({ number: "4647", name: "Sunnfjord", recordedOn: "2026-11-23" });
  });

  test("says field by field what is wrong", async () => {
    const wrong = await as(kari).patch(path(), {
      name: "",
      desks: -1,
      timeZone: "Oslo",
      contactEmail: "hei",
      amenities: ["helipad"],
      slug: "nytt",
    });

    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map(({ field }) => field).sort()).toEqual([
      "amenities.0",
      "contactEmail",
      "desks",
      "name",
      "slug",
      "timeZone",
    ]);
  });

  test("a later save is told, and sees who saved first and what", async () => {
    const read = await as(ola).get(path());
    await as(kari).put(path("/opening-hours"), { openingHours: [{ weekday: 5, opens: "08:00", closes: "15:00" }] }, { "if-match": '"1"' });

    const late = await as(ola).put(
      path("/opening-hours"),
      { openingHours: [{ weekday: 5, opens: "08:00", closes: "16:00" }] },
      { "if-match": read.headers.get("etag") ?? "" },
    );
    const kept = await as(visitor).get(path());

    expect(late).toMatchObject({ status: 412, body: { code: "request.changed_meanwhile", details: { version: 2 } } });
    expect(late.body.details.current).toMatchObject({
      version: 2,
      openingHours: [{ weekday: 5, opens: "08:00", closes: "15:00" }],
      arrival: { nb: "Koden på døra er 4711." },
      lastChange: { by: "Kari" },
    });
    expect(kept.body.openingHours).toEqual([{ weekday: 5, opens: "08:00", closes: "15:00" }]);
  });

  test("of two saves at once with the same version, one is told", async () => {
    const saves = await Promise.all([kari, ola].map((actor, desks) => as(actor).patch(path(), { desks }, { "if-match": '"1"' })));

    expect(saves.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await as(visitor).get(path())).body.version).toBe(2);
  });

  test("contact data are confirmed by writing them, or by saying they are right", async () => {
    const nothing = await as(kari).put(path("/contact-confirmation"));
    const written = await as(kari).patch(path(), { contactEmail: "Hei@Naustet.example", contactPhone: "" });
    await installation.db.updateTable("spaces").set({ contact_confirmed_on: "2026-05-26" }).where("id", "=", house.id).execute();
    const old = await as(kari).patch(path(), { contactEmail: "hei@naustet.example" });
    const confirmed = await as(kari).put(path("/contact-confirmation"));

    expect(nothing.body.code).toBe("space.no_contact");
    expect(written.body.contact).toEqual({ email: "hei@naustet.example", phone: null, confirmedOn: "2026-11-23", isStale: false });
    expect(old.body.contact).toMatchObject({ confirmedOn: "2026-05-26", isStale: true });
    expect(confirmed.body.contact).toMatchObject({ confirmedOn: "2026-11-23", isStale: false });
  });
});

describe("When it is open", () => {
  test("hours, days that differ and holidays kept open are announced to those who keep guest days; texts are not", async () => {
    await as(kari).patch(path(), { desks: 8, openOnHolidays: false });
    await as(kari).put(path("/opening-hours"), { openingHours: [{ weekday: 1, opens: "09:00", closes: "24:00" }] });
    await as(kari).put(path("/opening-exceptions/2026-12-25"), { opens: "10:00", closes: "14:00" });
    await as(kari).delete(path("/opening-exceptions/2026-12-25"));
    await as(kari).patch(path(), { openOnHolidays: true });
    const withWeek = await as(kari).put(path("/opening-hours"), { openingHours: [], openOnHolidays: false });

    expect(withWeek.body).toMatchObject({ openingHours: [], openOnHolidays: false });
    expect(await announcements()).toEqual(
      [
        { change: "space.set_opening_hours" },
        { change: "space.set_opening_exception", day: "2026-12-25" },
        { change: "space.remove_opening_exception", day: "2026-12-25" },
        { change: "space.change", fields: ["openOnHolidays"] },
        { change: "space.set_opening_hours" },
      ].map((change) => ({ topic: "space.changed", organization_ids: [house.organizationId], payload: { spaceId: house.id, ...change } })),
    );
  });

  test("an opening ends after it begins and leaves the next one alone", async () => {
    const hours = (...times: [number, string, string][]) => ({
      openingHours: times.map(([weekday, opens, closes]) => ({ weekday, opens, closes })),
    });

    const backwards = await as(kari).put(path("/opening-hours"), hours([1, "17:00", "08:00"]));
    const overlapping = await callers(installation, "en")
      .actingAs(kari)
      .put(path("/opening-hours"), hours([3, "08:00", "12:00"], [3, "11:00", "15:00"]));
    const wrong = await as(kari).put(path("/opening-hours"), hours([8, "25:00", "8"]));
    const twoHalves = await as(kari).put(path("/opening-hours"), hours([3, "12:00", "24:00"], [3, "08:00", "12:00"]));

    expect(backwards.body).toMatchObject({ code: "space.closes_before_opening", details: { weekday: 1 } });
    expect(overlapping.body).toMatchObject({
      code: "space.hours_overlap",
      title: "Two opening times on the same day overlap. Let one end before the other begins.",
      details: { weekday: 3 },
    });
    expect(wrong.status).toBe(400);
    expect(twoHalves.body.openingHours).toEqual([
      { weekday: 3, opens: "08:00", closes: "12:00" },
      { weekday: 3, opens: "12:00", closes: "24:00" },
    ]);
  });

  test("the database refuses an overlap by itself", async () => {
    const overlap = installation.db
      .insertInto("opening_hours")
      .values({ space_id: house.id, weekday: 1, opens: "16:00", closes: "18:00" })
      .execute();

    await expect(overlap).rejects.toThrow("opening_hours_no_overlap");
  });

  test("a day that differs is said once and can be changed, but not when it is over", async () => {
    const half = await as(kari).put(path("/opening-exceptions/2026-12-23"), { opens: "08:00", closes: null });
    await as(kari).put(path("/opening-exceptions/2026-12-23"), { opens: "08:00", closes: "12:00" });
    const again = await as(kari).put(path("/opening-exceptions/2026-12-23"), {
      opens: null,
      closes: null,
      reasons: { nn: "Ferie" },
    });
    const past = await as(kari).put(path("/opening-exceptions/2026-11-22"), { opens: null, closes: null });

    expect(half.body.code).toBe("space.exception_closes_before_opening");
    expect(again.body.openingExceptions).toEqual([{ day: "2026-12-23", opens: null, closes: null, reasons: { nn: "Ferie" } }]);
    expect(past.body.code).toBe("space.past_day");
  });
});

describe("House rules", () => {
  test("get a new version each time; the old ones stay as they were", async () => {
    const first = await as(kari).post(path("/house-rules"), { texts: { nb: "Vask koppen din." } });
    installation.setClock("2026-11-24T09:00:00+01:00");
    await as(kari).post(path("/house-rules"), { texts: { nb: "Vask koppen din, og andres." } });
    const empty = await as(kari).post(path("/house-rules"), { texts: { nb: "  " } });
    installation.setClock("2026-11-23T09:00:00+01:00");

    const newest = await as(visitor).get(path("/house-rules?limit=1"));
    const rest = await as(visitor).get(`${path(`/house-rules?limit=1&cursor=${newest.body.nextCursor}`)}`);

    expect(first.status).toBe(201);
    expect(empty.body.code).toBe("space.text_missing");
    expect(newest.body.items).toEqual([
      { version: 2, texts: { nb: "Vask koppen din, og andres." }, publishedAt: "2026-11-24T08:00:00Z", consentedAt: null },
    ]);
    expect(rest.body).toEqual({
      items: [{ version: 1, texts: { nb: "Vask koppen din." }, publishedAt: "2026-11-23T08:00:00Z", consentedAt: null }],
      nextCursor: null,
    });
    expect((await as(visitor).get(path())).body.houseRules.version).toBe(2);
  });

  test("a yes is recorded once for each person and version, however often it is said", async () => {
    await as(kari).post(path("/house-rules"), { texts: { nb: "Vask koppen din." } });
    const consent = path("/house-rules/1/consent");

    const first = await as(neighbour).put(consent);
    installation.setClock("2026-11-23T12:00:00+01:00");
    const again = await Promise.all([as(neighbour).put(consent), as(neighbour).put(consent)]);
    const another = await as(member).put(consent);
    installation.setClock("2026-11-23T09:00:00+01:00");
    const nobody = await as(visitor).put(consent);
    const seen = await as(neighbour).get(path("/house-rules"));

    expect(first.body).toEqual({ spaceId: house.id, version: 1, consentedAt: "2026-11-23T08:00:00Z" });
    for (const { status, body } of again) expect({ status, body }).toEqual({ status: 200, body: first.body });
    expect(another.body.consentedAt).toBe("2026-11-23T11:00:00Z");
    expect(nobody.status).toBe(401);
    expect(seen.body.items[0].consentedAt).toBe("2026-11-23T08:00:00Z");
    const rows = await installation.db.selectFrom("house_rule_consents").select("person_id").where("space_id", "=", house.id).execute();
    expect(rows.map(({ person_id }) => person_id).sort()).toEqual([neighbour.personId, member.personId].sort());
  });

  test("one says yes to the version that holds, not to an older one or one that is not there", async () => {
    for (const nb of ["Ein", "To"]) await as(kari).post(path("/house-rules"), { texts: { nb } });

    const old = await as(member).put(path("/house-rules/1/consent"));
    const none = await as(member).put(path("/house-rules/3/consent"));

    expect(old).toMatchObject({ status: 409, body: { code: "space.rules_replaced", details: { current: 2 } } });
    expect(none.status).toBe(404);
  });
});

describe("The checklist for receiving guests", () => {
  test("keeps the lines that stay, in the new order", async () => {
    const list = (hostDuties: unknown[]) => as(kari).put(path("/host-duties"), { hostDuties });
    const first = await list([{ texts: { nb: "Vis plassen" } }, { texts: { nb: "Gi passordet" } }]);
    const [show, password] = first.body.hostDuties;

    const second = await list([{ texts: { nb: "Si hei" } }, password, { id: show.id, texts: { nb: "Vis huset" } }]);

    expect(second.body.hostDuties.map(({ texts }) => texts)).toEqual([{ nb: "Si hei" }, { nb: "Gi passordet" }, { nb: "Vis huset" }]);
    expect(second.body.hostDuties.slice(1).map(({ id }) => id)).toEqual([password?.id, show.id]);
  });

  test("does not take a line of another house", async () => {
    const { db } = installation;
    const theirs = newId();
    const flow = await db.selectFrom("spaces").select("id").where("slug", "=", `flow-${place}`).executeTakeFirstOrThrow();
    await db
      .insertInto("host_duties")
      .values({ space_id: flow.id, id: theirs, place_in_order: 1, texts: JSON.stringify({ nb: "Deres" }) })
      .execute();

    const stolen = await as(kari).put(path("/host-duties"), { hostDuties: [{ id: theirs, texts: { nb: "Vår" } }] });

    expect(stolen.body.code).toBe("space.unknown_duty");
    expect(await db.selectFrom("host_duties").select(["space_id", "texts"]).where("id", "=", theirs).execute()).toEqual([
      { space_id: flow.id, texts: { nb: "Deres" } },
    ]);
  });
});
