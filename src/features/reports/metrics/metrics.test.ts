import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { aRaiseBetween } from "../../../../tests/support/raises.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { newId } from "../../../platform/database/id.ts";
import { heldBack } from "./figure.ts";
import { metrics } from "./metrics.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

type Rows = { items: { label: string }[] };
type Parts = { n: number; values: { label: string; key: string; value: number }[] };

const year = "organization=kunnskapsbyen&from=2025-01-01&to=2026-01-01";

async function anOrganization() {
  const network = networkBuilder(installation);
  const kunnskapsbyen = await network.organization("kunnskapsbyen", { kinds: ["cluster"] });
  const siri = await network.person("Siri Sæther");
  await network.position(siri, kunnskapsbyen, "coordinator");
  const member = async (slug: string, during: string, place?: { number: string; on: string }) => {
    const organizationId = await network.organization(slug, { kinds: ["company"] });
    await network.membership(kunnskapsbyen, { organizationId }, { during });
    if (place)
      await installation.db
        .updateTable("organizations")
        .set({ municipality_number: place.number, municipality_recorded_on: place.on })
        .where("id", "=", organizationId)
        .execute();
    return organizationId;
  };
  return { network, kunnskapsbyen, siri: callers(installation).as(siri), member, visitors: callers(installation) };
}

describe("Members over a year", () => {
  test("start, joined, left and end balance, and each opens to just its rows", async () => {
    const { siri, member } = await anOrganization();
    await member("havbruk", "[2020-01-01,)");
    await member("frakt", "[2020-01-01,2025-04-01)");
    await member("lydbolge", "[2025-02-01,)");
    await member("gjest", "[2025-03-01,2025-05-01)");
    await member("senere", "[2026-02-01,)");

    const figures = Object.fromEntries(
      await Promise.all(
        ["start", "joined", "left", "end", "retention"].map(async (name) => {
          const { body } = await siri.get(`/metrics/members-${name}?${year}`);
          const rows = (await siri.ask(`GET ${body.rowsUrl.replace("/api/v1", "")}`)).body as Rows;
          return [name, { value: body.value, n: body.n, rows: rows.items.map(({ label }) => label) }];
        }),
      ),
    );

    expect(figures).toEqual({
      start: { value: 2, n: 2, rows: expect.arrayContaining(["havbruk", "frakt"]) },
      joined: { value: 2, n: 2, rows: ["lydbolge", "gjest"] },
      left: { value: 2, n: 2, rows: ["frakt", "gjest"] },
      end: { value: 2, n: 2, rows: expect.arrayContaining(["havbruk", "lydbolge"]) },
      retention: { value: 0.5, n: 2, rows: expect.arrayContaining(["havbruk", "frakt"]) },
    });
  });

  test("stand beside another period, by month, and every month opens to its own", async () => {
    const { siri, member } = await anOrganization();
    await member("havbruk", "[2024-06-01,)");
    await member("lydbolge", "[2025-02-01,)");
    await member("frakt", "[2025-02-15,)");
    await member("havn", "[2025-11-01,)");

    const { body } = await siri.get(`/metrics/members-joined?${year}&by=month&compareFrom=2024-01-01&compareTo=2025-01-01`);
    const { body: february } = await siri.get(`/metrics/members-joined/rows?${year}&by=month&key=2025-02`);

    expect(body.compared).toEqual({ from: "2024-01-01", to: "2025-01-01", value: 1 });
    expect(body.values?.map(({ key, value }) => [key, value])).toEqual([
      ["2025-02", 2],
      ["2025-11", 1],
    ]);
    expect({ n: february.n, labels: february.items.map(({ label }) => label) }).toEqual({ n: 2, labels: ["lydbolge", "frakt"] });
  });

  test("by organization come those with most first, then by name in Norwegian order", async () => {
    const { siri, member, network, kunnskapsbyen } = await anOrganization();
    await member("aas", "[2025-02-01,)");
    await member("havn", "[2025-02-01,)");
    const many = await member("mange", "[2025-02-01,2025-04-01)");
    await network.membership(kunnskapsbyen, { organizationId: many }, { during: "[2025-06-01,)" });

    const { body } = await siri.get(`/metrics/members-joined?${year}&by=organization`);

    expect(body.values?.map(({ label, value }) => [label, value])).toEqual([
      ["mange", 2],
      ["havn", 1],
      ["aas", 1],
    ]);
  });

  test("are counted under the borders of any year, what is unclear is told, and a place opens to its rows", async () => {
    const { siri, member } = await anOrganization();
    // Skedsmo was 0231 until 2020 and is Lillestrøm since; Ålesund was split in two in 2024
    await member("gammel", "[2020-01-01,)", { number: "0231", on: "2019-05-01" });
    await member("ny", "[2024-01-01,)", { number: "3205", on: "2024-05-01" });
    await member("delt", "[2021-01-01,)", { number: "1507", on: "2021-05-01" });
    await member("ukjent", "[2021-01-01,)");

    const counted = async (by: string, borders: string) => {
      const { values } = (await siri.ask(`GET /metrics/members-end?${year}&by=${by}&borders=${borders}`)).body as Parts;
      return values.map(({ label, key, value }) => [label || key, value]);
    };
    const rows = await siri.get(`/metrics/members-end/rows?${year}&by=municipality&borders=2024-06-01&key=3205`);

    expect(await counted("municipality", "2024-06-01")).toEqual([
      ["Lillestrøm", 2],
      ["Ålesund / Haram", 1],
      ["unknown", 1],
    ]);
    expect(await counted("county", "2023-06-01")).toEqual([
      ["Møre og Romsdal", 1],
      ["Viken", 2],
      ["unknown", 1],
    ]);
    expect(await counted("county", "2024-06-01")).toEqual([
      ["Møre og Romsdal", 1],
      ["Akershus", 2],
      ["unknown", 1],
    ]);
    expect(rows.body.items.map(({ label }) => label).toSorted()).toEqual(["gammel", "ny"]);
  });

  test("the public sees how many, the rows are counted and said, and what is not public is for those who run it", async () => {
    const { visitors, member, network } = await anOrganization();
    await member("havbruk", "[2020-01-01,)");
    const ola = await network.person("Ola Nordmann");

    const end = await visitors.nobody.get(`/metrics/members-end?${year}`);
    const rows = await visitors.nobody.get(`/metrics/members-end/rows?${year}`);
    const joined = await visitors.as(ola).get(`/metrics/members-joined?${year}`);
    const unknown = await visitors.as(ola).get(`/metrics/members-vanished?${year}`);

    expect([end.body.value, end.body.hidden]).toEqual([1, 1]);
    expect(rows.body).toMatchObject({ items: [], n: 1, hidden: 1 });
    expect([joined.status, unknown.status]).toEqual([404, 404]);
    expect(joined.body).toMatchObject({ code: (unknown.body as unknown as { code: string }).code });
  });
});

test("an event in no house is counted where it was said to be, not where whoever holds it is", async () => {
  const builder = eventBuilder(installation);
  const { marte } = await builder.held({
    event: { place: "Kulturhuset", municipality: "3205", startsAt: "2026-11-20T08:00:00+01:00", endsAt: "2026-11-20T10:00:00+01:00" },
  });

  const { body } = await builder.visitors.as(marte).get("/metrics/events-held?organization=naustet&by=municipality&borders=2026-01-01");

  expect(body.values?.map(({ label, value }) => [label, value])).toEqual([["Lillestrøm", 1]]);
});

test("an event abroad is counted as abroad, not where whoever holds it is, and is in no municipality", async () => {
  const builder = eventBuilder(installation);
  const { marte, event } = await builder.held({
    event: { place: "Barcelona", municipality: "3205", startsAt: "2026-11-20T08:00:00+01:00", endsAt: "2026-11-20T10:00:00+01:00" },
  });
  const office = builder.visitors.as(marte);

  const changed = await office.patch(`/events/${event.id}`, { country: "ES" });
  const norway = await office.patch(`/events/${event.id}`, { country: "NO" });
  const { body } = await office.get("/metrics/events-held?organization=naustet&by=municipality&borders=2026-01-01");
  const { body: rows } = await office.get("/metrics/events-held/rows?organization=naustet&by=municipality&borders=2026-01-01&key=abroad");

  expect([changed.body.country, changed.body.municipality, norway.status]).toEqual(["ES", null, 400]);
  expect(body.values?.map(({ key, value }) => [key, value])).toEqual([["abroad", 1]]);
  expect(rows.items.map(({ label }) => label)).toEqual(["Eiendomsfrokost"]);
});

test("an event that is over is counted five ways, and who has not been checked in anywhere is not taken to have stayed away", async () => {
  const builder = eventBuilder(installation);
  const { people, visitors } = builder;
  const { register, marte, event } = await builder.held({ size: 10 });
  const [ada, ida] = await people(["Ada Berg", "Ida Lund"]);
  await register(ada ?? "", { quantity: 2 });
  await register(ida ?? "");
  installation.setClock("2026-12-04T12:00:00+01:00");
  const of = async (id: string) => (await visitors.as(marte).get(`/metrics/${id}?organization=naustet&from=2026-12-01&to=2027-01-01`)).body;

  const before = await of("events-no-show");
  const [ticket] = await installation.db.selectFrom("tickets").select("id").where("event_id", "=", event.id).execute();
  await visitors.as(marte).put(`/tickets/${ticket?.id}/check-in`, { nonce: newId(), scannedAt: "2026-12-03T07:00:00Z" });

  expect([before.value, before.missing]).toEqual([null, 1]);
  expect(await Promise.all(["held", "registered", "checked-in", "people"].map(async (id) => (await of(`events-${id}`)).value))).toEqual([
    1, 3, 1, 2,
  ]);
  expect((await of("events-no-show")).value).toBeCloseTo(2 / 3);
  expect((await of("events-fill")).value).toBeCloseTo(3 / 10);
});

test("the startups of a program count once each, with the jobs that are certain apart from those that are possible", async () => {
  const { siri, network } = await anOrganization();
  await siri.post("/programs", { slug: "hagen", name: { nb: "Hagen" }, organization: "kunnskapsbyen", kind: "incubator" });
  for (const slug of ["alfa", "beta"]) {
    await network.organization(slug, { kinds: ["startup"] });
    await siri.post("/programs/hagen/enrollments", { organization: slug, intake: "2024-02-01" });
  }
  await siri.post("/programs/hagen/observations", { organization: "alfa", date: "2025-06-01", jobsHeads: 7 });
  await siri.post("/programs/hagen/observations", { organization: "beta", date: "2025-06-01", jobsHeads: { least: 0, most: 4 } });
  const of = async (name: string) => ((await siri.ask(`GET /metrics/programs-${name}?${year}`)).body as { value: number }).value;

  const { sources } = (await siri.get(`/metrics/programs-jobs?${year}`)).body;

  expect(await Promise.all(["intakes", "companies", "running", "jobs", "jobs-at-most"].map(of))).toEqual([0, 2, 2, 7, 11]);
  expect(sources).toEqual([{ source: "adviser", n: 2 }]);
  const rows = async (order: string, cursor = "") =>
    (await siri.get(`/metrics/programs-jobs-at-most/rows?${year}&limit=1&order=${order}&cursor=${cursor}`)).body;
  const inOrder = async (order: string) => {
    const first = await rows(order);
    return [...first.items, ...(await rows(order, first.nextCursor)).items].map(({ label, amount }) => [label, amount]);
  };
  // what is largest by far is found without reading them all
  expect(await inOrder("largest")).toEqual([
    ["alfa", 7],
    ["beta", 4],
  ]);
  expect(await inOrder("smallest")).toEqual([
    ["beta", 4],
    ["alfa", 7],
  ]);
});

test("introductions, meetings and facilitated investments count on their day, and no row says whose they are", async () => {
  const { siri, network, kunnskapsbyen } = await anOrganization();
  const startup = await network.organization("nordavind", { kinds: ["startup"] });
  const investor = await network.organization("anna-invest", { kinds: ["investor"] });
  const { made, raise, profile } = await aRaiseBetween(installation, { network: kunnskapsbyen, startup, investor });
  const { db, now } = installation;
  await db
    .insertInto("introduction_meetings")
    .values({ id: newId(), introduction_id: made, met_on: "2026-11-05", side: "startup", written_at: now() })
    .execute();
  const { raise_id } = await db.selectFrom("introductions").select("raise_id").where("id", "=", made).executeTakeFirstOrThrow();
  const closing = { amount_ore: 250_000_000, instrument: "shares", entered_at: now(), entered_by_side: "startup", confirmed_at: now() };
  const byIntroduction = { introduction_id: made, introduced_on: "2026-11-01" };
  await db
    .insertInto("closings")
    .values([
      { ...closing, ...byIntroduction, id: newId(), raise_id, profile_id: profile, closed_on: "2026-11-10" },
      { ...closing, ...byIntroduction, id: newId(), raise_id, profile_id: profile, closed_on: "2026-11-11", confirmed_at: null },
      { ...closing, id: newId(), raise_id: raise, investor_name: "En onkel", closed_on: "2026-11-12" },
    ])
    .execute();
  const window = "organization=kunnskapsbyen&from=2026-01-01&to=2027-01-01";
  const of = async (name: string) => ((await siri.ask(`GET /metrics/investors-${name}?${window}`)).body as { value: number }).value;

  expect(await Promise.all(["introductions", "meetings", "closings", "capital"].map(of))).toEqual([1, 1, 1, 2_500_000]);
  const rows = (await siri.ask(`GET /metrics/investors-capital/rows?${window}`)).body;
  expect(rows).toMatchObject({
    items: [{ label: "En introduksjon", path: `/introductions/${made}`, organization: null, day: "2026-11-10" }],
  });
  expect(JSON.stringify(rows)).not.toContain("nordavind");
});

test("small groups of people one may not see are held back, and the next with them, so that none can be worked out", () => {
  const part = (key: string, n: number, hidden: number) => ({ key, label: key, amount: n, ofAmount: 0, n, missing: 0, hidden });
  const people = { countsPeople: true };

  expect(heldBack(people, [part("jan", 3, 3), part("feb", 12, 12), part("mar", 8, 8)])).toEqual(new Set(["jan", "mar"]));
  expect(heldBack(people, [part("jan", 3, 0), part("feb", 12, 0)])).toEqual(new Set());
  expect(heldBack({ countsPeople: false }, [part("jan", 3, 3)])).toEqual(new Set());
});

test("every metric answers for an organization that has nothing, and says what it is in three languages", async () => {
  const { siri } = await anOrganization();

  for (const { id, texts } of metrics) {
    const { status, body } = await siri.ask(`GET /metrics/${id}?organization=kunnskapsbyen&by=month`);
    const { n, values } = body as Parts;
    expect([id, status, n, values]).toEqual([id, 200, 0, []]);
    for (const { name, definition, population } of Object.values(texts))
      expect([name, definition, population].every((text) => text.length > 2)).toBe(true);
  }
});
