import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { queriesDuring } from "../../../tests/support/query-count.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { loadGeography } from "../geography/index.ts";
import { organization, organizationLine } from "./contract.ts";
import { position } from "./people-contract.ts";

let installation: TestInstallation;
let visitors: ReturnType<typeof callers>;
// Kystnett has the houses Naustet and Brygga; Naustet has the company Garnlaget. Fjellnett is another network.
let ids: Record<"kystnett" | "naustet" | "brygga" | "garnlaget" | "fjellnett" | "seter", string>;
let people: Record<"oddvar" | "ingrid" | "marte" | "nora" | "gaute" | "ylva" | "fred" | "siri", string>;

beforeAll(async () => {
  installation = await testInstallation({ ROMSLIG_REGISTER_URL: "http://127.0.0.1:1" });
  visitors = callers(installation);
  await loadGeography(installation.db, installation.now());
  const build = networkBuilder(installation);
  ids = {
    kystnett: await build.organization("kystnett", { name: "Kystnett", kinds: ["network"] }),
    naustet: await build.organization("naustet", { name: "Naustet", visibility: "network" }),
    brygga: await build.organization("brygga", { name: "Brygga" }),
    garnlaget: await build.organization("garnlaget", { name: "Garnlaget", kinds: ["company"], visibility: "private" }),
    fjellnett: await build.organization("fjellnett", { name: "Fjellnett", kinds: ["network"] }),
    seter: await build.organization("seter", { name: "Øvre seter", visibility: "network" }),
  };
  await build.membership(ids.kystnett, { organizationId: ids.naustet });
  await build.membership(ids.kystnett, { organizationId: ids.brygga });
  await build.membership(ids.naustet, { organizationId: ids.garnlaget });
  await build.membership(ids.fjellnett, { organizationId: ids.seter });
  await build.membership(ids.kystnett, { organizationId: ids.seter }, { during: "[2020-01-01,2026-01-01)" });
  people = {
    oddvar: await build.person("Oddvar Drift"),
    ingrid: await build.person("Ingrid Koordinator"),
    marte: await build.person("Marte Leder"),
    nora: await build.person("Nora Eier"),
    gaute: await build.person("Gaute Garn"),
    ylva: await build.person("Ylva Seter"),
    fred: await build.member("Fred Flex", { organizationId: ids.brygga }),
    siri: await build.person("Siri Ukjent"),
  };
  await build.position(people.oddvar, ids.kystnett, "operator");
  await build.position(people.ingrid, ids.kystnett, "coordinator");
  await build.position(people.marte, ids.naustet, "manager");
  await build.position(people.nora, ids.naustet, "owner");
  await build.position(people.gaute, ids.garnlaget, "member");
  await build.position(people.ylva, ids.seter, "manager");
  await installation.db
    .updateTable("organizations")
    .set({ contact_email: "hemmelig@naustet.example", contact_confirmed_on: "2026-01-05" })
    .execute();
});
afterAll(() => installation.close());

const as = (personId: string | undefined) => visitors.as(personId);

describe("Who sees an organization", () => {
  const everyone = ["oddvar", "ingrid", "marte", "gaute", "fred", "ylva", "siri", undefined] as const;
  const seen = {
    kystnett: everyone,
    brygga: everyone,
    // a member of a member, and someone who only has a desk at another house of the network, are in the network; one who left is not
    naustet: ["oddvar", "ingrid", "marte", "gaute", "fred"],
    garnlaget: ["oddvar", "gaute"],
    // it left Kystnett, and with that its people and its readers there
    seter: ["oddvar", "ylva"],
  } as const;

  test.each(Object.entries(seen))("%s is there for %j and for nobody else, alone and in lists", async (slug, readers) => {
    for (const reader of everyone) {
      const asker = reader && people[reader];
      const isReader = (readers as readonly unknown[]).includes(reader);

      const alone = await as(asker).get(`/organizations/${slug}`);
      const listed = await as(asker).get("/organizations?limit=200");
      const positions = await as(asker).get(`/organizations/${slug}/positions`);

      expect([reader, alone.status]).toEqual([reader, isReader ? 200 : 404]);
      expect(listed.body.items.some((item) => item.slug === slug)).toBe(isReader);
      expect(positions.status).toBe(isReader ? 200 : 404);
    }
  });

  test("one that is not for the reader is answered word for word like one that does not exist", async () => {
    const hidden = await as(people.siri).get("/organizations/garnlaget");
    const none = await as(people.siri).get("/organizations/finnes-ikke");

    expect(hidden).toEqual(none);
  });

  test.each([
    ["siri", false],
    [undefined, false],
    ["ylva", false],
    ["fred", true],
    ["gaute", true],
    ["marte", true],
    ["ingrid", true],
  ] as const)("to %s the contact address of a public organization in Kystnett is told: %s", async (reader, isTold) => {
    const { body } = await as(reader && people[reader]).get("/organizations/brygga");

    expect(JSON.stringify(body).includes("hemmelig@naustet.example")).toBe(isTold);
    expect(body.contact).toEqual(isTold ? { email: "hemmelig@naustet.example", confirmedOn: "2026-01-05", isStale: true } : null);
  });

  test("no list tells an address", async () => {
    const { body } = await as(people.oddvar).get("/organizations?limit=200");

    expect(body.items.length).toBe(6);
    expect(JSON.stringify(body)).not.toContain("@");
  });

  test("where a sole proprietor lives is told to nobody outside", async () => {
    const home = { address: "Heimvegen 3", postcode: "5003", latitude: 60.1, longitude: 5.3, legal_form: "ENK" };
    await installation.db.updateTable("organizations").set(home).where("id", "=", ids.brygga).execute();

    const outside = await as(undefined).get("/organizations/brygga");
    const operator = await as(people.oddvar).get("/organizations/brygga");

    expect(outside.body).toMatchObject({ address: null, postcode: null, latitude: null, longitude: null });
    expect(operator.body.address).toBe("Heimvegen 3");
    const office = { address: null, postcode: null, latitude: null, longitude: null, legal_form: null };
    await installation.db.updateTable("organizations").set(office).where("id", "=", ids.brygga).execute();
  });
});

describe("Who sees the people of an organization", () => {
  beforeAll(async () => {
    const build = networkBuilder(installation);
    const roles = { public: "host", network: "board_leader", private: "manager" };
    for (const [visibility, role] of Object.entries(roles)) {
      const id = await build.person(`Bryggas ${visibility}`, { email: `${visibility}@brygga.example` });
      await installation.db.updateTable("people").set({ visibility }).where("id", "=", id).execute();
      await build.position(id, ids.brygga, role);
    }
    await build.position(await build.person("Bryggas vanlige"), ids.brygga, "member");
    await build.position(await build.person("Bryggas forrige"), ids.brygga, "owner", "[2020-01-01,2026-11-23)");
  });

  const names = async (asker: string | undefined) => {
    const { body } = await as(asker).get("/organizations/brygga/positions");
    return body.items.map(({ person }: { person: { name: string } }) => person.name);
  };

  test("outsiders see who agreed to be seen by everyone, fellows those who agreed to the network", async () => {
    expect(await names(undefined)).toEqual(["Bryggas public"]);
    expect(await names(people.siri)).toEqual(["Bryggas public"]);
    expect(await names(people.gaute)).toEqual(["Bryggas network", "Bryggas public"]);
  });

  test("those who run it see everyone who is there", async () => {
    expect(await names(people.oddvar)).toEqual(["Bryggas network", "Bryggas private", "Bryggas public", "Bryggas vanlige"]);
  });

  test("an address is told to those who manage it, and to nobody else", async () => {
    const told = await as(people.oddvar).get("/organizations/brygga/positions");
    const fellow = await as(people.gaute).get("/organizations/brygga/positions");
    const outside = await as(undefined).get("/organizations/brygga/positions");

    expect(JSON.stringify(told.body)).toContain("network@brygga.example");
    expect(JSON.stringify(fellow.body)).not.toContain("@");
    expect(JSON.stringify(outside.body)).not.toContain("@");
    for (const item of told.body.items) expect(position.strict().safeParse(item).success).toBe(true);
  });
});

describe("Finding organizations", () => {
  test("comes in Norwegian order, page by page, each once", async () => {
    const build = networkBuilder(installation);
    for (const name of ["Åsgård", "Ærfugl", "Zink", "Aasen", "Øst", "Ask"])
      await build.organization(`abc-${name.length}-${name.codePointAt(0)}`, { name: `Abc ${name}` });

    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const onward: string = cursor === null ? "" : `&cursor=${cursor}`;
      const { body } = await as(undefined).get(`/organizations?q=abc&limit=2${onward}`);
      for (const item of body.items) {
        expect(organizationLine.strict().safeParse(item).success).toBe(true);
        found.push(item.name);
      }
      cursor = body.nextCursor;
    } while (cursor !== null);

    expect(found).toEqual(["Abc Ask", "Abc Zink", "Abc Ærfugl", "Abc Øst", "Abc Aasen", "Abc Åsgård"]);
  });

  test("by kind, by a part of the name without its letters, and by number", async () => {
    const { body } = await as(people.oddvar).post("/organizations", {
      name: "Sjøbua",
      kinds: ["startup"],
      organizationNumber: "974 760 673",
    });

    const byKind = await as(undefined).get("/organizations?kind=startup");
    const byName = await as(undefined).get("/organizations?q=SJOBU");
    const byNumber = await as(undefined).get("/organizations?q=974%20760%20673");
    const bySigns = await as(undefined).get("/organizations?q=%25_%25");

    for (const { body: list } of [byKind, byName, byNumber]) expect(list.items.map((item) => item.id)).toEqual([body.id]);
    expect(bySigns.body.items).toEqual([]);
  });

  test("by a municipality of today, also those recorded under a number that became it", async () => {
    const place = { municipality_number: "1507", municipality_recorded_on: "2021-05-01" };
    await installation.db.updateTable("organizations").set(place).where("slug", "=", "seter").execute();
    const old = { municipality_number: "1601", municipality_recorded_on: "2016-05-01" };
    await installation.db.updateTable("organizations").set(old).where("slug", "=", "brygga").execute();

    const trondheim = await as(undefined).get("/organizations?municipality=5001");
    const recorded = await as(people.oddvar).get("/organizations?municipality=1507");
    const alesund = await as(people.oddvar).get("/organizations?municipality=1508");

    expect(trondheim.body.items.map(({ slug, municipality }) => [slug, municipality])).toEqual([
      ["brygga", { number: "1601", name: "Trondheim", nameNo: "Trondheim" }],
    ]);
    expect(recorded.body.items.map(({ slug }) => slug)).toEqual(["seter"]);
    // 1507 was split: which part it lies in is not guessed
    expect(alesund.body.items).toEqual([]);
  });

  test("by a county, under borders of today and of other years; what they leave open is counted, not guessed", async () => {
    const slugs = async (query: string) => {
      const { body } = await as(people.oddvar).get(`/organizations?count=true&${query}`);
      return [...body.items.map(({ slug }) => slug), body.total, body.unclear];
    };

    expect(await slugs("municipality=1508")).toEqual([0, 1]);
    expect(await slugs("county=15")).toEqual(["seter", 1, 0]);
    expect(await slugs("county=50")).toEqual(["brygga", 1, 0]);
    expect(await slugs("county=16&borders=2017")).toEqual(["brygga", 1, 0]);
    expect(await slugs("municipality=1504&borders=2019")).toEqual([0, 1]);
    expect(await slugs("municipality=1601&borders=2017")).toEqual(["brygga", 1, 0]);
    expect(await slugs("municipality=9999")).toEqual([0, 0]);
  });

  test("of a split municipality by its coordinates, when they are clear", async () => {
    const label = await installation.db
      .selectFrom("municipalities")
      .select(["label_lat as latitude", "label_lon as longitude"])
      .where("number", "=", "1580")
      .executeTakeFirstOrThrow();
    await installation.db.updateTable("organizations").set(label).where("slug", "=", "seter").execute();

    const haram = await as(people.oddvar).get("/organizations?count=true&municipality=1580");
    const alesund = await as(people.oddvar).get("/organizations?count=true&municipality=1508");

    expect([haram.body.items[0].slug, haram.body.unclear]).toEqual(["seter", 0]);
    expect([alesund.body.total, alesund.body.unclear]).toEqual([0, 0]);
  });

  test("by a sector and a focus area, of which one is told those that one may see", async () => {
    const words = { sectors: ["ocean", "food"], focus_areas: ["harbours"] };
    await installation.db.updateTable("organizations").set(words).where("slug", "=", "naustet").execute();

    const marte = await as(people.marte).get("/organizations?sector=ocean&focusArea=harbours");
    const siri = await as(people.siri).get("/organizations?sector=ocean");
    const [sectors, areas] = [await as(people.marte).get("/sectors"), await as(people.marte).get("/focus-areas")];
    const toStrangers = [await as(undefined).get("/sectors"), await as(undefined).get("/focus-areas")];

    expect(marte.body.items.map(({ slug }) => slug)).toEqual(["naustet"]);
    expect(siri.body.items).toEqual([]);
    expect([sectors.body.items, areas.body.items]).toEqual([
      [
        { key: "food", organizations: 1 },
        { key: "ocean", organizations: 1 },
      ],
      [{ key: "harbours", organizations: 1 }],
    ]);
    expect(toStrangers.map(({ body }) => body.items)).toEqual([[], []]);
  });

  test("a longer list takes no more queries", async () => {
    const count = (path: string) => queriesDuring(installation, (counted) => callers(counted).as(people.marte).get(path));

    for (const path of ["/organizations?limit=", "/organizations/naustet/positions?limit=", "/people?limit="]) {
      const one = await count(`${path}1`);

      expect(one).toBeGreaterThan(0);
      expect(await count(`${path}3`)).toBe(one);
    }
  });
});

describe("Adding an organization", () => {
  test("a coordinator adds what the network recruits, and keeps it while nobody manages it", async () => {
    const added = await as(people.ingrid).post("/organizations", {
      name: "Båthuset & Co",
      kinds: ["space_operator"],
      network: "kystnett",
      visibility: "private",
      contactEmail: "Kari@Bathuset.example",
      municipalityNumber: "4601",
    });

    expect(added.status).toBe(201);
    expect(organization.strict().safeParse(added.body).success).toBe(true);
    expect(added.body).toMatchObject({
      slug: "bathuset-co",
      municipality: { number: "4601", name: "Bergen", nameNo: "Bergen" },
      contact: { email: "kari@bathuset.example", confirmedOn: "2026-11-23", isStale: false },
      abilities: { edit: true, confirmContact: true, refreshRegisterEntry: false, grant: ["contact"] },
    });
    const path = `/organizations/${added.body.id}`;
    expect((await as(people.ylva).get(path)).status).toBe(404);
    expect((await as(people.ingrid).patch(path, { sectors: ["ocean"] })).status).toBe(200);

    await networkBuilder(installation).position(people.siri, added.body.id, "owner");

    expect((await as(people.ingrid).patch(path, { sectors: ["games"] })).status).toBe(404);
    expect((await as(people.siri).get(path)).body).toMatchObject({ sectors: ["ocean"], abilities: { edit: true } });
  });

  test.each(["marte", "gaute", "ylva", "siri"] as const)("%s may not", async (name) => {
    const answer = await as(people[name]).post("/organizations", { name: "Snikhuset", kinds: ["company"], network: "kystnett" });

    expect(answer.status).toBe(404);
    expect(await installation.db.selectFrom("organizations").select("id").where("name", "=", "Snikhuset").execute()).toEqual([]);
  });

  test("a coordinator may not for another network, nor make a network", async () => {
    const other = await as(people.ingrid).post("/organizations", { name: "X", kinds: ["company"], network: "fjellnett" });
    const network = await as(people.ingrid).post("/organizations", { name: "X", kinds: ["network"], network: "kystnett" });
    const nobody = await as(undefined).post("/organizations", { name: "X", kinds: ["company"] });

    expect([other.status, network.status, nobody.status]).toEqual([404, 404, 401]);
  });

  test("two of the same name get addresses of their own; one asked for that is taken is refused", async () => {
    const first = await as(people.oddvar).post("/organizations", { name: "Tvilling", kinds: ["company"] });
    const second = await as(people.oddvar).post("/organizations", { name: "Tvilling", kinds: ["company"] });
    const third = await as(people.oddvar).post("/organizations", { name: "Trilling", kinds: ["company"], slug: "tvilling" });

    expect([first.body.slug, second.body.slug, third.body.code]).toEqual(["tvilling", "tvilling-2", "organization.slug_taken"]);
  });

  test.each([
    [{ kinds: ["castle"] }],
    [{ website: "javascript:alert(1)" }],
    [{ name: "" }],
    [{ name: "a\u0000b" }],
    [{ contactEmail: "ingen krøllalfa" }],
    [{ owner: "meg" }],
    [{ sectors: ["<script>"] }],
  ])("%j is refused field by field", async (wrong) => {
    const { status, body } = await as(people.oddvar).post("/organizations", { name: "Riktig", kinds: ["company"], ...wrong });

    expect([status, body.code, body.errors.length]).toEqual([400, "request.invalid", 1]);
  });

  test("a municipality that is none today is refused", async () => {
    const { body } = await as(people.oddvar).post("/organizations", {
      name: "Gammelt",
      kinds: ["company"],
      municipalityNumber: "1601",
    });

    expect(body.code).toBe("organization.municipality_unknown");
  });
});

describe("Two who change one organization", () => {
  test("the later save is told, sees what was saved, and loses nothing", async () => {
    const read = await as(people.marte).get("/organizations/naustet");

    const first = await as(people.nora).patch("/organizations/naustet", { sectors: ["ocean"] }, { "if-match": read.etag ?? "" });
    const second = await as(people.marte).patch("/organizations/naustet", { sectors: ["games"] }, { "if-match": read.etag ?? "" });
    const third = await as(people.marte).patch("/organizations/naustet", { sectors: ["games"] }, { "if-match": first.etag ?? "" });

    expect(first.status).toBe(200);
    expect([second.status, second.body.code]).toEqual([412, "request.changed_meanwhile"]);
    expect(second.body.details.current).toMatchObject({ name: "Naustet", sectors: ["ocean"] });
    expect(third.body.sectors).toEqual(["games"]);
    expect(new Set([read.etag, first.etag, third.etag]).size).toBe(3);
  });

  test("of ten who save the same version at once exactly one does", async () => {
    const { etag } = await as(people.marte).get("/organizations/naustet");

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) =>
        as(people.marte).patch("/organizations/naustet", { address: `Kaia ${number}` }, { "if-match": etag ?? "" }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
  });

  test("only what is sent changes, null empties, and it is in the log", async () => {
    await as(people.marte).patch("/organizations/naustet", { website: "https://naustet.example", descriptions: { nn: "Ved sjøen" } });

    const { body } = await as(people.marte).patch("/organizations/naustet", { website: null });

    expect(body).toMatchObject({ website: null, descriptions: { nn: "Ved sjøen" }, name: "Naustet" });
    const log = await installation.db
      .selectFrom("audit_log")
      .selectAll()
      .where("subject_id", "=", ids.naustet)
      .orderBy("id", "desc")
      .executeTakeFirst();
    expect(log).toMatchObject({ action: "organization.change", actor_person_id: people.marte, details: { fields: ["website"] } });
  });

  test.each(["gaute", "fred", "ingrid", "ylva", "siri"] as const)("%s may not change Naustet", async (name) => {
    expect((await as(people[name]).patch("/organizations/naustet", { name: "Kapret" })).status).toBe(404);
    expect((await as(people.oddvar).get("/organizations/naustet")).body.name).toBe("Naustet");
  });
});

describe("Contact data", () => {
  test("that are stale are confirmed by one press, without disturbing who edits", async () => {
    const build = networkBuilder(installation);
    const contact = await build.person("Kari Kontakt");
    await build.position(contact, ids.naustet, "contact");
    await installation.db.updateTable("organizations").set({ contact_confirmed_on: "2026-05-01" }).where("id", "=", ids.naustet).execute();
    const before = await as(people.marte).get("/organizations/naustet");

    const after = await as(people.marte).put("/organizations/naustet/contact-confirmation", undefined, {
      "if-match": before.etag ?? "",
    });

    expect(before.body.contact).toMatchObject({ confirmedOn: "2026-05-01", isStale: true });
    expect(after.body.contact).toMatchObject({ confirmedOn: "2026-11-23", isStale: false });
    expect(after.etag).toBe(before.etag);
    const row = await installation.db.selectFrom("positions").selectAll().where("person_id", "=", contact).executeTakeFirst();
    expect(row?.last_confirmed_on).toBe("2026-11-23");
  });

  test("that were changed since one read them are not confirmed", async () => {
    const { etag } = await as(people.marte).get("/organizations/naustet");
    await as(people.nora).patch("/organizations/naustet", { contactEmail: "ny@naustet.example" });

    const late = await as(people.marte).put("/organizations/naustet/contact-confirmation", undefined, { "if-match": etag ?? "" });

    expect(late.status).toBe(412);
  });

  test("are confirmed by those who manage them only", async () => {
    expect((await as(people.gaute).put("/organizations/naustet/contact-confirmation")).status).toBe(404);
    expect((await as(undefined).put("/organizations/brygga/contact-confirmation")).status).toBe(401);
  });
});
