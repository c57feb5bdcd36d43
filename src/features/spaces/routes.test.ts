import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Call, caller, signedInAs } from "../../../tests/support/caller.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { type SignedIn, visitor } from "../../platform/access/actor.ts";
import { newId } from "../../platform/database/id.ts";
import { loadGeography } from "../geography/index.ts";
import { settings, space as spaceShape } from "./shapes.ts";

let installation: TestInstallation;
let call: Call;
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
  call = caller(installation);
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

const path = (rest = "") => `/spaces/${house.slug}${rest}`;
const deeds = async () =>
  (await installation.db.selectFrom("audit_log").select("action").where("subject_id", "=", house.id).orderBy("id").execute()).map(
    ({ action }) => action,
  );
const announcements = async () =>
  (await installation.db.selectFrom("outbox").select(["topic", "organization_ids", "payload"]).orderBy("id").execute()).filter(
    ({ payload }) => (payload as { spaceId?: string }).spaceId === house.id,
  );

describe("What everyone may read of a space", () => {
  test("is where it is, when it is open and whom to ask, by slug or id", async () => {
    await call(kari, `PUT ${path("/opening-exceptions/2026-12-04")}`, { opens: null, closes: null, reasons: { nb: "Planleggingsdag" } });
    await installation.db.insertInto("opening_exceptions").values({ space_id: house.id, day: "2026-11-20" }).execute();

    const bySlug = await call(visitor, `GET ${path()}`);
    const byId = await call(visitor, `GET /spaces/${house.id}`);

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
    const answers = await Promise.all([visitor, member, neighbour, host, kari].map((actor) => call(actor, `GET ${path()}`)));
    const rules = await call(visitor, `GET ${path("/house-rules")}`);

    for (const { status, body } of [...answers, rules]) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain("4711");
    }
  });

  test("the house itself reads its arrival text and checklist; its members, its neighbours and the world do not", async () => {
    const statuses = await Promise.all(
      [visitor, member, neighbour, host, kari, ola].map(async (actor) => (await call(actor, `GET ${path("/settings")}`)).status),
    );
    const seen = await call(host, `GET ${path("/settings")}`);

    expect(statuses).toEqual([401, 404, 404, 200, 200, 200]);
    expect(settings.strict().parse(seen.body)).toEqual({
      arrival: { nb: "Koden på døra er 4711." },
      hostDuties: [],
      version: 1,
      lastChange: null,
    });
  });

  test("a space nobody has is not here", async () => {
    const answers = await Promise.all(["/spaces/ingensteds", `/spaces/${newId()}`].map((nowhere) => call(visitor, `GET ${nowhere}`)));

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
    const before = await call(visitor, `GET ${path()}`);

    const asked = request.replace("{id}", house.slug).replace("{photo}", photo);
    const statuses = await Promise.all([visitor, member, host, neighbour].map(async (actor) => (await call(actor, asked, body)).status));

    expect(statuses).toEqual([401, 404, 404, 404]);
    expect((await call(visitor, `GET ${path()}`)).body).toEqual(before.body);
    expect(await deeds()).toEqual([]);
  });

  test("may open a space in its organization's name; a manager may, and so may the operator", async () => {
    const operator = signedInAs(newId(), "Drift", { [newId()]: "operator" });
    const given = { name: "Bua på Ørsta", municipalityNumber: "1520", latitude: 62.2, longitude: 6.13 };
    const organization = `/organizations/${house.organizationId}/spaces`;

    const refused = await Promise.all(
      [visitor, member, host, neighbour].map(async (actor) => (await call(actor, `POST ${organization}`, given)).status),
    );
    const opened = await call(kari, `POST ${organization}`, given);
    const taken = await call(operator, `POST ${organization}`, given, { language: "nn" });
    const second = await call(operator, `POST ${organization}`, { ...given, slug: `bua-${place}`, openedOn: "2027-01-04" });

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
    const changed = await call(kari, `PATCH ${path()}`, {
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
    const gone = await call(kari, `PATCH ${path()}`, { municipalityNumber: "1432" });
    const then = await call(kari, `PATCH ${path()}`, { municipalityNumber: "1432", municipalityRecordedOn: "2015-06-01" });
    const now = await call(kari, `PATCH ${path()}`, { municipalityNumber: "4647" });

    expect(gone).toMatchObject({
      status: 422,
      body: { code: "space.unknown_municipality", details: { number: "1432", date: "2026-11-23" } },
    });
    expect(then.body.municipality).toEqual({ number: "1432", name: "Førde", recordedOn: "2015-06-01" });
    expect(now.body.municipality).toEqual({ number: "4647", name: "Sunnfjord", recordedOn: "2026-11-23" });
  });

  test("says field by field what is wrong", async () => {
    const wrong = await call(kari, `PATCH ${path()}`, {
      name: "",
      desks: -1,
      timeZone: "Oslo",
      contactEmail: "hei",
      amenities: ["helipad"],
      slug: "nytt",
    });

    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      "",
      "amenities.0",
      "contactEmail",
      "desks",
      "name",
      "timeZone",
    ]);
  });

  test("a later save is told, and sees who saved first and what", async () => {
    const read = await call(ola, `GET ${path()}`);
    await call(
      kari,
      `PUT ${path("/opening-hours")}`,
      { openingHours: [{ weekday: 5, opens: "08:00", closes: "15:00" }] },
      { headers: { "if-match": '"1"' } },
    );

    const late = await call(
      ola,
      `PUT ${path("/opening-hours")}`,
      { openingHours: [{ weekday: 5, opens: "08:00", closes: "16:00" }] },
      { headers: { "if-match": read.headers.get("etag") ?? "" } },
    );
    const kept = await call(visitor, `GET ${path()}`);

    expect(late).toMatchObject({ status: 412, body: { code: "request.changed_meanwhile", details: { version: 2 } } });
    expect(late.body.details.current).toMatchObject({
      version: 2,
      openingHours: [{ weekday: 5, opens: "08:00", closes: "15:00" }],
      arrival: { nb: "Koden på døra er 4711." },
    });
    expect(late.body.details.current.lastChange.by).toBe("Kari");
    expect(kept.body.openingHours).toEqual([{ weekday: 5, opens: "08:00", closes: "15:00" }]);
  });

  test("of two saves at once with the same version, one is told", async () => {
    const saves = await Promise.all(
      [kari, ola].map((actor, desks) => call(actor, `PATCH ${path()}`, { desks }, { headers: { "if-match": '"1"' } })),
    );

    expect(saves.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await call(visitor, `GET ${path()}`)).body.version).toBe(2);
  });

  test("contact data are confirmed by writing them, or by saying they are right", async () => {
    const nothing = await call(kari, `PUT ${path("/contact-confirmation")}`);
    const written = await call(kari, `PATCH ${path()}`, { contactEmail: "Hei@Naustet.example", contactPhone: "" });
    await installation.db.updateTable("spaces").set({ contact_confirmed_on: "2026-05-26" }).where("id", "=", house.id).execute();
    const old = await call(kari, `PATCH ${path()}`, { contactEmail: "hei@naustet.example" });
    const confirmed = await call(kari, `PUT ${path("/contact-confirmation")}`);

    expect(nothing.body.code).toBe("space.no_contact");
    expect(written.body.contact).toEqual({ email: "hei@naustet.example", phone: null, confirmedOn: "2026-11-23", isStale: false });
    expect(old.body.contact).toMatchObject({ confirmedOn: "2026-05-26", isStale: true });
    expect(confirmed.body.contact).toMatchObject({ confirmedOn: "2026-11-23", isStale: false });
  });
});

describe("When it is open", () => {
  test("hours, days that differ and holidays kept open are announced to those who keep guest days; texts are not", async () => {
    await call(kari, `PATCH ${path()}`, { desks: 8, openOnHolidays: false });
    await call(kari, `PUT ${path("/opening-hours")}`, { openingHours: [{ weekday: 1, opens: "09:00", closes: "24:00" }] });
    await call(kari, `PUT ${path("/opening-exceptions/2026-12-25")}`, { opens: "10:00", closes: "14:00" });
    await call(kari, `DELETE ${path("/opening-exceptions/2026-12-25")}`);
    await call(kari, `PATCH ${path()}`, { openOnHolidays: true });
    const withWeek = await call(kari, `PUT ${path("/opening-hours")}`, { openingHours: [], openOnHolidays: false });

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

    const backwards = await call(kari, `PUT ${path("/opening-hours")}`, hours([1, "17:00", "08:00"]));
    const overlapping = await call(kari, `PUT ${path("/opening-hours")}`, hours([3, "08:00", "12:00"], [3, "11:00", "15:00"]), {
      language: "en",
    });
    const wrong = await call(kari, `PUT ${path("/opening-hours")}`, hours([8, "25:00", "8"]));
    const twoHalves = await call(kari, `PUT ${path("/opening-hours")}`, hours([3, "12:00", "24:00"], [3, "08:00", "12:00"]));

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
    const half = await call(kari, `PUT ${path("/opening-exceptions/2026-12-23")}`, { opens: "08:00", closes: null });
    await call(kari, `PUT ${path("/opening-exceptions/2026-12-23")}`, { opens: "08:00", closes: "12:00" });
    const again = await call(kari, `PUT ${path("/opening-exceptions/2026-12-23")}`, {
      opens: null,
      closes: null,
      reasons: { nn: "Ferie" },
    });
    const past = await call(kari, `PUT ${path("/opening-exceptions/2026-11-22")}`, { opens: null, closes: null });

    expect(half.body.code).toBe("space.exception_closes_before_opening");
    expect(again.body.openingExceptions).toEqual([{ day: "2026-12-23", opens: null, closes: null, reasons: { nn: "Ferie" } }]);
    expect(past.body.code).toBe("space.past_day");
  });
});

describe("House rules", () => {
  test("get a new version each time; the old ones stay as they were", async () => {
    const first = await call(kari, `POST ${path("/house-rules")}`, { texts: { nb: "Vask koppen din." } });
    installation.setClock("2026-11-24T09:00:00+01:00");
    await call(kari, `POST ${path("/house-rules")}`, { texts: { nb: "Vask koppen din, og andres." } });
    const empty = await call(kari, `POST ${path("/house-rules")}`, { texts: { nb: "  " } });
    installation.setClock("2026-11-23T09:00:00+01:00");

    const newest = await call(visitor, `GET ${path("/house-rules?limit=1")}`);
    const rest = await call(visitor, `GET ${path(`/house-rules?limit=1&cursor=${newest.body.nextCursor}`)}`);

    expect(first.status).toBe(201);
    expect(empty.body.code).toBe("space.text_missing");
    expect(newest.body.items).toEqual([
      { version: 2, texts: { nb: "Vask koppen din, og andres." }, publishedAt: "2026-11-24T08:00:00Z", consentedAt: null },
    ]);
    expect(rest.body).toEqual({
      items: [{ version: 1, texts: { nb: "Vask koppen din." }, publishedAt: "2026-11-23T08:00:00Z", consentedAt: null }],
      nextCursor: null,
    });
    expect((await call(visitor, `GET ${path()}`)).body.houseRules.version).toBe(2);
  });

  test("a yes is recorded once for each person and version, however often it is said", async () => {
    await call(kari, `POST ${path("/house-rules")}`, { texts: { nb: "Vask koppen din." } });
    const consent = `PUT ${path("/house-rules/1/consent")}`;

    const first = await call(neighbour, consent);
    installation.setClock("2026-11-23T12:00:00+01:00");
    const again = await Promise.all([call(neighbour, consent), call(neighbour, consent)]);
    const another = await call(member, consent);
    installation.setClock("2026-11-23T09:00:00+01:00");
    const nobody = await call(visitor, consent);
    const seen = await call(neighbour, `GET ${path("/house-rules")}`);

    expect(first.body).toEqual({ spaceId: house.id, version: 1, consentedAt: "2026-11-23T08:00:00Z" });
    for (const { status, body } of again) expect({ status, body }).toEqual({ status: 200, body: first.body });
    expect(another.body.consentedAt).toBe("2026-11-23T11:00:00Z");
    expect(nobody.status).toBe(401);
    expect(seen.body.items[0].consentedAt).toBe("2026-11-23T08:00:00Z");
    const rows = await installation.db.selectFrom("house_rule_consents").select("person_id").where("space_id", "=", house.id).execute();
    expect(rows.map(({ person_id }) => person_id).sort()).toEqual([neighbour.personId, member.personId].sort());
  });

  test("one says yes to the version that holds, not to an older one or one that is not there", async () => {
    for (const nb of ["Ein", "To"]) await call(kari, `POST ${path("/house-rules")}`, { texts: { nb } });

    const old = await call(member, `PUT ${path("/house-rules/1/consent")}`);
    const none = await call(member, `PUT ${path("/house-rules/3/consent")}`);

    expect(old).toMatchObject({ status: 409, body: { code: "space.rules_replaced", details: { current: 2 } } });
    expect(none.status).toBe(404);
  });
});

describe("The checklist for receiving guests", () => {
  test("keeps the lines that stay, in the new order", async () => {
    const list = (hostDuties: unknown[]) => call(kari, `PUT ${path("/host-duties")}`, { hostDuties });
    const first = await list([{ texts: { nb: "Vis plassen" } }, { texts: { nb: "Gi passordet" } }]);
    const [show, password] = first.body.hostDuties;

    const second = await list([{ texts: { nb: "Si hei" } }, password, { id: show.id, texts: { nb: "Vis huset" } }]);

    expect(second.body.hostDuties.map(({ texts }: { texts: unknown }) => texts)).toEqual([
      { nb: "Si hei" },
      { nb: "Gi passordet" },
      { nb: "Vis huset" },
    ]);
    expect(second.body.hostDuties.slice(1).map(({ id }: { id: string }) => id)).toEqual([password.id, show.id]);
  });

  test("does not take a line of another house", async () => {
    const { db } = installation;
    const theirs = newId();
    const flow = await db.selectFrom("spaces").select("id").where("slug", "=", `flow-${place}`).executeTakeFirstOrThrow();
    await db
      .insertInto("host_duties")
      .values({ space_id: flow.id, id: theirs, place_in_order: 1, texts: JSON.stringify({ nb: "Deres" }) })
      .execute();

    const stolen = await call(kari, `PUT ${path("/host-duties")}`, { hostDuties: [{ id: theirs, texts: { nb: "Vår" } }] });

    expect(stolen.body.code).toBe("space.unknown_duty");
    expect(await db.selectFrom("host_duties").select(["space_id", "texts"]).where("id", "=", theirs).execute()).toEqual([
      { space_id: flow.id, texts: { nb: "Deres" } },
    ]);
  });
});
