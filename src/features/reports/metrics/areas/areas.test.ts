import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../../tests/support/network.ts";
import { callers } from "../../../../../tests/support/visitor.ts";
import { newId } from "../../../../platform/database/id.ts";
import { bookDay } from "../../../exchange/ledger/book-day.ts";
import { loadGeography } from "../../../geography/index.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
  await loadGeography(installation.db, installation.now());
});
afterEach(() => installation.close());

const operatorActor = {
  kind: "person" as const,
  personId: newId(),
  name: "Odd Drift",
  email: "odd@example.test",
  language: "nb" as const,
  isOperator: true,
  positions: [],
};

const year = "from=2025-01-01&to=2026-01-01";

/** Two networks share a member in Lillestrøm; one more was recorded in Skedsmo, before it became Lillestrøm, and one in Oslo. */
async function aCounty() {
  const network = networkBuilder(installation);
  const visitors = callers(installation);
  const placed = async (slug: string, kind: string, number: string, on: string) => {
    const id = await network.organization(slug, { name: slug, kinds: [kind] });
    await installation.db
      .updateTable("organizations")
      .set({ municipality_number: number, municipality_recorded_on: on })
      .where("id", "=", id)
      .execute();
    return id;
  };
  const akershus = await placed("akershus", "county", "3205", "2024-01-01");
  const [first, second] = [
    await placed("kunnskapsbyen", "cluster", "3205", "2024-01-01"),
    await placed("kyst", "network", "4601", "2024-01-01"),
  ];
  const shared = await placed("delt", "startup", "3205", "2024-05-01");
  const early = await placed("tidlig", "startup", "0231", "2019-03-01");
  const oslo = await placed("oslofirma", "startup", "0301", "2019-03-01");
  const member = (of: string, organizationId: string, during: string) => network.membership(of, { organizationId }, { during });
  await member(first, shared, "[2024-01-01,2025-06-01)");
  await member(second, shared, "[2025-03-01,)");
  await member(first, early, "[2025-02-01,)");
  await member(first, oslo, "[2020-01-01,)");
  const run = async (name: string, at: string, role: string) => {
    const id = await network.person(name);
    await network.position(id, at, role);
    return visitors.as(id);
  };
  return {
    visitors,
    jorunn: await run("Jorunn Nesmoen", akershus, "manager"),
    siri: await run("Siri Sæther", first, "coordinator"),
    nina: await run("Nina Nilsen", second, "coordinator"),
    delt: shared,
    operator: visitors.actingAs(operatorActor),
  };
}

test("an area counts everybody in it once, whoever they are with, under the borders that are asked for", async () => {
  const { jorunn } = await aCounty();
  const value = async (id: string, more: string) => (await jorunn.get(`/metrics/${id}?${year}&${more}`)).body.value;

  expect({
    now: await value("members-end", "area=county-32"),
    romerike: await value("members-end", "area=romerike"),
    viken: await value("members-end", "area=county-30&borders=2023-12-31"),
    romerikeThen: await value("members-end", "area=romerike&borders=2019-12-31"),
    start: await value("members-start", "area=county-32"),
    joined: await value("members-joined", "area=county-32"),
    left: await value("members-left", "area=county-32"),
  }).toEqual({ now: 2, romerike: 2, viken: 2, romerikeThen: 2, start: 1, joined: 1, left: 0 });
  const gone = await jorunn.get(`/metrics/members-end?${year}&area=county-30&borders=2025-01-01`);
  expect((await jorunn.get(`/metrics/members-joined?${year}&area=county-30&borders=2025-01-01`)).status).toBe(404);
  expect(gone.body).toMatchObject({ code: "metric.area_unknown", status: 404 });
});

test("a body whose office lies in another county answers for the one the operator says", async () => {
  const { jorunn, siri, operator } = await aCounty();
  const of = async () => (await jorunn.get("/organizations/akershus/areas")).body.items.map(({ key }) => key);
  const office = await of();
  const refused = await siri.put("/organizations/akershus/county", { county: "46" });

  await operator.put("/organizations/akershus/county", { county: "32" });
  const beforeItWas = await jorunn.get(`/metrics/members-end?${year}&area=romerike&borders=2023-12-31`);
  await operator.put("/organizations/akershus/county", { county: "46" });
  const unknown = await operator.put("/organizations/akershus/county", { county: "98" });

  expect([office, await of()]).toEqual([["county-32", "romerike"], ["county-46"]]);
  expect([beforeItWas.status, beforeItWas.body.value]).toEqual([200, 2]);
  expect([refused.status, unknown.body.code]).toEqual([404, "metric.area_unknown"]);
  expect((await jorunn.get(`/metrics/members-joined?${year}&area=romerike`)).status).toBe(404);
});

test("a startup two incubators helped counts once in its area, and who runs one of them sees that row of theirs alone", async () => {
  const { siri, nina, jorunn, visitors, delt } = await aCounty();
  for (const [by, slug, organization, startup] of [
    [siri, "hagen", "kunnskapsbyen", "delt"],
    [nina, "havet", "kyst", "delt"],
    [siri, "parken", "kunnskapsbyen", "tidlig"],
    [nina, "elva", "kyst", "oslofirma"],
  ] as const) {
    await by.post("/programs", { slug, name: { nb: slug }, organization, kind: "incubator" });
    await by.post(`/programs/${slug}/enrollments`, { organization: startup, intake: "2025-02-01" });
  }

  const { body } = await jorunn.get(`/metrics/programs-companies?${year}&area=romerike&by=organization`);
  const rows = await jorunn.get(`/metrics/programs-companies/rows?${year}&area=romerike`);

  expect([body.value, body.values?.map(({ label }) => label).toSorted(), body.area]).toEqual([
    2,
    ["delt", "tidlig"],
    { key: "romerike", name: "Romerike", unclear: 0 },
  ]);
  expect(body.population).toBe(
    "Bedrifter i Romerike som et program har tatt opp, hver talt én gang, der de selv eller registeret sier at de ligger",
  );
  // those who took them in see the rows; the county counts them
  expect([rows.body.items, rows.body.n, rows.body.hidden]).toEqual([[], 2, 2]);
  const refused = [siri, visitors.nobody].map((by) => by.get(`/metrics/programs-companies?${year}&area=romerike`));
  expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([404, 401]);
  expect((await visitors.nobody.get(`/metrics/events-held?${year}&area=romerike`)).body.value).toBe(0);
  expect((await siri.get(`/metrics/events-held?${year}&area=romerike&organization=kyst`)).body.code).toBe("metric.one_subject");
  expect(delt).toBeTruthy();
});

test("a public body publishes the report of its area, counted under its borders, and of no other", async () => {
  const { jorunn, siri, visitors } = await aCounty();
  const period = { title: { nb: "Romerike 2025" }, from: "2025-01-01", to: "2026-01-01" };
  const areas = (await jorunn.get("/organizations/akershus/areas")).body.items;
  const foreign = await jorunn.post("/organizations/akershus/reports", { ...period, area: "county-03" });
  const ofCluster = await siri.post("/organizations/kunnskapsbyen/reports", { ...period, area: "romerike" });
  const { body: report } = await jorunn.post("/organizations/akershus/reports", { ...period, area: "romerike" });
  await jorunn.patch(`/reports/${report.id}`, { parts: [{ kind: "figures", metrics: ["members-end", "events-held"] }] });
  const notHere = await jorunn.patch(`/reports/${report.id}`, { parts: [{ kind: "figures", metrics: ["investors-capital"] }] });

  await jorunn.put(`/reports/${report.id}/publication`);
  const { body } = await visitors.nobody.get(`/reports/${report.slug}`);

  expect(areas).toEqual([
    { key: "county-32", name: "Akershus" },
    { key: "romerike", name: "Romerike" },
  ]);
  expect([foreign.body.code, ofCluster.body.code, notHere.body.code]).toEqual([
    "report.not_their_area",
    "report.not_their_area",
    "report.unknown_figure",
  ]);
  expect(body.areaName).toBe("Romerike");
  expect([body.area, body.figures.find(({ metric }) => metric === "members-end")?.value]).toEqual(["romerike", 2]);
  const rows = await visitors.nobody.get(`/reports/${report.id}/figures/members-end/rows`);
  expect([rows.body.n, rows.body.hidden]).toEqual([2, 2]);
});

test("guest days in the houses of an area tell how many exchanged and from how far, and its members who took part", async () => {
  const { jorunn } = await aCounty();
  const network = networkBuilder(installation);
  const inside = await network.space("lillestrom", { municipality: "3205", latitude: 59.95, longitude: 11.05 });
  const [near, far] = [
    await network.space("oslo", { municipality: "0301", latitude: 59.91, longitude: 10.75 }),
    await network.space("bergen", { municipality: "4601", latitude: 60.39, longitude: 5.32 }),
  ];
  const days: [host: typeof near, home: typeof near][] = [
    [inside, near],
    [inside, near],
    [inside, far],
    [near, far],
  ];
  const networks = [await network.agreement([inside, near, far]), await network.agreement([inside, near, far])];
  for (const [place, [host, home]] of days.entries()) {
    const of = { network_id: networks[place % 2]?.networkId, host_id: host.organizationId, home_id: home.organizationId };
    const pass = { id: newId(), space_id: host.id, day: "2025-03-03", price_ore: 0, ...of } as Parameters<typeof bookDay>[1];
    await installation.db.transaction().execute((tx) => bookDay(tx, pass, installation.now()));
  }
  const of = async (id: string) => (await jorunn.get(`/metrics/${id}?${year}&area=county-32`)).body;

  const [pairs, distance, reach] = [await of("exchange-pairs"), await of("exchange-distance"), await of("events-member-reach")];

  // Oslo and Lillestrøm are one pair, whatever network it was in
  expect([(await of("exchange-days")).value, pairs.value, pairs.n]).toEqual([3, 2, 2]);
  expect([distance.n, Math.round(distance.value)]).toEqual([3, 118]);
  expect([reach.value, reach.n]).toEqual([0, 2]);
});

test("a region of one's own is counted and reported under any borders; what is not public only when the operator has opened it", async () => {
  const { siri, nina, visitors, operator, delt } = await aCounty();
  for (const [by, slug, organization, startup] of [
    [siri, "hagen", "kunnskapsbyen", "delt"],
    [nina, "havet", "kyst", "oslofirma"],
  ] as const) {
    await by.post("/programs", { slug, name: { nb: slug }, organization, kind: "incubator" });
    await by.post(`/programs/${slug}/enrollments`, { organization: startup, intake: "2025-02-01" });
  }
  const draw = (municipalities: string[], recordedOn = "2024-01-01") =>
    siri.post("/organizations/kunnskapsbyen/regions", { name: "Byen og vi", municipalities, recordedOn });
  const wrong = [await draw(["Skedsmo"]), await draw(["Herøy"]), await nina.get("/organizations/kunnskapsbyen/regions")];
  const drawn = await draw(["Lillestrøm", "0301"]);
  const figure = async (who: typeof siri, id: string, more = "") => {
    const { status, body } = await who.get(`/metrics/${id}?${year}&area=byen-og-vi${more}`);
    return status === 200 ? body.value : body.code;
  };

  const members = [await figure(visitors.nobody, "members-end"), await figure(siri, "members-end", "&borders=2019-12-31")];
  // whoever wrote down the old Haram lies in one of the two Ålesund was split into, and nobody guesses which
  await siri.post("/organizations/kunnskapsbyen/regions", { name: "Haram", municipalities: ["Haram"], recordedOn: "2024-01-01" });
  const move = (municipality_number: string, municipality_recorded_on: string) =>
    installation.db.updateTable("organizations").set({ municipality_number, municipality_recorded_on }).where("id", "=", delt).execute();
  await move("1534", "2018-05-01");
  const haram = async (borders: string) => (await visitors.nobody.get(`/metrics/members-end?${year}&area=haram&borders=${borders}`)).body;
  const old = [await haram("2019-12-31"), await haram("2024-06-01")].map((one) => [one.value, one.area?.unclear]);
  await move("3205", "2024-05-01");
  const shut = [
    await figure(siri, "programs-companies"),
    (await siri.get("/metrics?area=byen-og-vi")).body.items.every(({ isPublic }) => isPublic),
  ];
  const own = { title: { nb: "Byen 2025" }, from: "2025-01-01", to: "2026-01-01", area: "byen-og-vi" };
  const { body: report } = await siri.post("/organizations/kunnskapsbyen/reports", own);
  const withJobs = { parts: [{ kind: "figures", metrics: ["programs-jobs"] }] };
  const closed = await siri.patch(`/reports/${report.id}`, withJobs);
  await operator.put("/regions/byen-og-vi/opening", { isOpened: true });
  const opened = [await figure(siri, "programs-companies"), (await siri.patch(`/reports/${report.id}`, withJobs)).status];
  const erased = await siri.ask("DELETE /regions/byen-og-vi");
  // who draws it larger does not see further
  const redrawn = await siri.patch("/regions/byen-og-vi", { municipalities: ["Lillestrøm", "Oslo", "Bergen"] });
  const [again, published] = [await figure(siri, "programs-companies"), await siri.put(`/reports/${report.id}/publication`)];

  expect(wrong.map(({ status, body }) => [status, body.code])).toEqual([
    [400, "region.unknown_municipality"],
    [400, "region.ambiguous_municipality"],
    [404, "access.not_here"],
  ]);
  expect(drawn.body.items).toMatchObject([
    { slug: "byen-og-vi", municipalities: [{ name: "Oslo" }, { name: "Lillestrøm" }], isOpened: false },
  ]);
  expect(old).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect([members, shut]).toEqual([
    [3, 3],
    ["access.not_here", true],
  ]);
  expect([report.area, report.programs.map(({ slug }) => slug), closed.body.code]).toEqual([
    "byen-og-vi",
    ["hagen"],
    "report.unknown_figure",
  ]);
  expect([opened, erased.status, redrawn.body.items[0]?.isOpened, again]).toEqual([[2, 200], 409, false, "access.not_here"]);
  expect([published.body.code, (await siri.get(`/reports/${report.id}`)).body.figures]).toEqual(["report.unknown_figure", []]);
  expect([published.status, (await nina.post("/organizations/kyst/reports", own)).body.code]).toEqual([422, "report.not_their_area"]);

  // what a published report is about is not another afterwards
  const { body: readable } = await siri.get("/metrics?area=byen-og-vi");
  await siri.patch(`/reports/${report.id}`, { parts: [{ kind: "figures", metrics: [readable.items[0]?.id] }] });
  const told = await siri.put(`/reports/${report.id}/publication`);
  const renamed = await siri.patch("/regions/byen-og-vi", { name: "Noe annet" });
  const asItIs = await siri.patch("/regions/byen-og-vi", { name: "Byen og vi" });
  expect([told.status, renamed.body.code, asItIs.status]).toEqual([200, "region.published", 200]);
});
