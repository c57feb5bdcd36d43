import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { demonstration } from "../../../tests/support/loaded-network.ts";
import { type Caller, callers } from "../../../tests/support/visitor.ts";
import { refreshDemo } from "../refresh.ts";

type Figure = { value: number; n: number; missing: number; rowsUrl: string; values: { label: string; value: number }[] };
type Rows = { items: { label: string | null; path: string; amount: number | null }[]; n: number };

let installation: TestInstallation;
let henrik: Caller;

beforeAll(async () => {
  installation = await demonstration();
  await doWhatIsDue(installation, { only: ["demo.publish-reports"] });
  henrik = await asPerson("henrik.romsaas@demo.example");
});
afterAll(() => installation.close());

async function asPerson(email: string): Promise<Caller> {
  const { id } = await installation.db.selectFrom("people").select("id").where("email", "=", email).executeTakeFirstOrThrow();
  return callers(installation).as(id);
}

const year = "organization=kunnskapsbyen-lillestrom&from=2023-01-01&to=2024-01-01";

async function figure(id: string, more = "", during = year): Promise<Figure> {
  return (await henrik.ask(`GET /metrics/${id}?${during}${more}`)).body as Figure;
}

async function values<Id extends string>(ids: readonly Id[]): Promise<Record<Id, number>> {
  const figures: [Id, number][] = [];
  for (const id of ids) figures.push([id, (await figure(id)).value]);
  return Object.fromEntries(figures) as Record<Id, number>;
}

async function parts(id: string, more: string): Promise<Record<string, number>> {
  return Object.fromEntries((await figure(id, more)).values.map(({ label, value }) => [label, value]));
}

describe("Kunnskapsbyen Lillestrøm in 2023, as its letter says it", () => {
  test("has over 160 members, 30 more than the year before: new, left and net are three numbers", async () => {
    const members = await values(["members-start", "members-joined", "members-left", "members-net", "members-end"]);
    const before = await figure("members-end", "", year.replace("2023-", "2022-").replace("2024-", "2023-"));

    expect(members).toEqual({
      "members-start": 134,
      "members-joined": 41,
      "members-left": 11,
      "members-net": 30,
      "members-end": 164,
    });
    expect(members["members-end"] - before.value).toBe(30);
    expect(await values(["members-new", "members-returned"])).toEqual({ "members-new": 38, "members-returned": 3 });
  });

  test("held 60 events with over 2,200 participants, which are the checked in of five counts that all differ", async () => {
    expect(await values(["events-held"])).toEqual({ "events-held": 60 });
    expect(await values(["events-invited", "events-registered", "events-checked-in", "events-people", "events-organizations"])).toEqual({
      "events-invited": 372,
      "events-registered": 2631,
      "events-checked-in": 2282,
      "events-people": 914,
      "events-organizations": 152,
    });
  });

  test("had 340 at the conference, 118 of its places with the property breakfast, and 18 on the journey to Barcelona", async () => {
    const conference = (await henrik.get("/events/romerikskonferansen-2023/counts")).body;
    const told = (await henrik.get("/events/romerikskonferansen-2023")).body;
    const journey = (await henrik.get("/events/studietur-barcelona-2023")).body;

    expect((await figure("events-largest")).value).toBe(340);
    expect(conference).toMatchObject({ registered: 362, checkedIn: 340 });
    expect(told.quotas.map(({ name, taken }) => [name, taken])).toEqual(expect.arrayContaining([["Eiendomsfrokosten", 118]]));
    // abroad, and not where those who held it are
    const { values: held } = (await henrik.ask(`GET /metrics/events-held?${year}&by=municipality`)).body as {
      values: { key: string; value: number }[];
    };
    expect(held.filter(({ key }) => key === "abroad" || key === "unknown").map(({ key, value }) => [key, value])).toEqual([["abroad", 1]]);
    expect(journey).toMatchObject({
      place: "Barcelona",
      country: "ES",
      municipality: null,
      startsAt: "2023-05-03T10:00:00Z",
      endsAt: "2023-05-06T13:00:00Z",
    });
  });

  test("gave the award of the festival by a jury with a recused juror, and let the hall vote: twelve ideas, five in the final, one winner", async () => {
    const event = (await henrik.get("/events/festivalen-arets-ide-2023")).body;
    const { body: call } = await henrik.get("/calls/arets-ide-2023");
    const { body: results } = await henrik.get("/calls/arets-ide-2023/results");
    const { body: ballot } = await callers(installation).nobody.get("/calls/arets-ide-2023/ballot");

    expect(event.calls).toEqual([{ slug: "arets-ide-2023", title: call.title }]);
    expect([call.event?.slug, call.awarded.map(({ title }) => title)]).toEqual([
      "festivalen-arets-ide-2023",
      ["Lang Trekkvogn: varer på tre hjul"],
    ]);
    expect(results.isUnanimous).toBe(true);
    expect(results.items.map(({ count }) => count).toSorted()).toEqual([3, ...Array(11).fill(4)]);
    expect(results.items.flatMap(({ reviews }) => reviews).filter(({ state }) => state === "recused")).toHaveLength(1);
    expect([ballot.state, ballot.total, ballot.candidates.map(({ votes }) => votes)]).toEqual(["closed", 75, [27, 17, 14, 9, 8]]);
  });

  test("held a festival of ten events in four places over three days, whose people are counted once, with the award's sponsors", async () => {
    const counts = (await henrik.get("/event-parents/oppstartsfestivalen-2023/counts")).body;
    const rows = await festivalRows();

    expect((await figure("events-festival-people")).value).toBe(336);
    expect({ people: counts.people, registered: counts.registered, checkedIn: counts.checkedIn }).toEqual({
      people: 336,
      registered: 474,
      checkedIn: 410,
    });
    expect(rows.cameOnce).toBeGreaterThan(300);
    expect([rows.events, rows.days, rows.municipalities.toSorted()]).toEqual([10, 3, ["3026", "3029", "3030", "3033"]]);
    expect(rows.sponsors.toSorted()).toEqual(["Nitelva Advokater", "Romerike Energilag", "Øyeren Sparebank"]);
  });

  test("has four topic networks that met six times each", async () => {
    const networks = ["innovasjonsnettverket", "investornettverket", "baerekraftsnettverket", "kommunikasjonsnettverket"];

    const met = await Promise.all(
      networks.map(async (slug) => {
        const { body } = await henrik.ask(`GET /event-parents/${slug}`);
        return (body as { events: { startsAt: string }[] }).events.filter(({ startsAt }) => startsAt.startsWith("2023")).length;
      }),
    );

    expect(met).toEqual([6, 6, 6, 6]);
  });

  test("has over 500 jobs since 2014, over half of them inside Romerike, and wants 150 more in three years", async () => {
    const jobs = await values(["programs-jobs", "programs-jobs-at-most", "programs-companies"]);
    const program = (await henrik.get("/programs/business-lillestrom")).body;

    expect(jobs).toEqual({ "programs-jobs": 508, "programs-jobs-at-most": 565, "programs-companies": 118 });
    expect((await figure("programs-jobs-inside")).value).toBeCloseTo(274 / 508, 6);
    expect(program.targets.map(({ amount, from, until }) => [amount, from, until])).toContainEqual([150, "2023-01-01", "2025-12-31"]);
  });

  test("says which 73 % survived: 41 of the 56 that came five years before or earlier and of whom anything is known", async () => {
    const { value, n, missing, rowsUrl } = await figure("programs-five-years");
    const { items } = (await henrik.ask(`GET ${rowsUrl.replace("/api/v1", "")}&limit=100`)).body as Rows;

    expect({ value, n, missing }).toEqual({ value: 41 / 56, n: 58, missing: 2 });
    expect(items.filter(({ amount }) => amount === 1)).toHaveLength(41);
  });

  test("lies in Viken under the borders of 2023, and in Akershus, Buskerud and Østfold under those of 2024", async () => {
    const members = {
      in2023: await parts("members-end", "&by=county&borders=2023-12-31"),
      in2024: await parts("members-end", "&by=county&borders=2024-01-01"),
    };
    const events = {
      in2023: await parts("events-held", "&by=county&borders=2023-12-31"),
      in2024: await parts("events-held", "&by=county&borders=2024-01-01"),
    };
    const jobs = {
      in2023: await parts("programs-jobs", "&by=county&borders=2023-12-31"),
      in2024: await parts("programs-jobs", "&by=county&borders=2024-01-01"),
    };

    expect(members).toEqual({
      in2023: { Viken: 152, Oslo: 11, Innlandet: 1 },
      in2024: { Akershus: 150, Buskerud: 1, Østfold: 1, Oslo: 11, Innlandet: 1 },
    });
    // the journey was abroad, which is under no borders
    expect(events).toEqual({ in2023: { Viken: 58, Oslo: 1, "": 1 }, in2024: { Akershus: 58, Oslo: 1, "": 1 } });
    expect([jobs.in2023.Viken, jobs.in2024.Viken]).toEqual([jobs.in2024.Akershus, undefined]);
  });
});

describe("Likewise", () => {
  test("the hub with two houses has 500 startups of five years in the draft of its report", async () => {
    const fatou = await asPerson("fatou.ndiayelund@demo.example");

    const { body } = await fatou.get("/reports/oslo-international-hub-fem-ar-med-gruendere");

    expect(body.figures.find(({ metric }) => metric === "programs-intakes")?.value).toBe(500);
  });

  test("the network evaluates its agreement by the days there were, led by somebody on half time with a grant of 700,000", async () => {
    const coordinator = await asPerson("coordinator@demo.example");
    const project = (await coordinator.get("/projects/coworking-i-hele-landet")).body;

    const { body } = await coordinator.get("/reports/coworking-norge-avtalen-om-gjestedager-vurdert");
    const given = body.figures.find(({ metric, by }) => metric === "exchange-days" && by === "organization");

    expect(given?.value).toBeGreaterThan(600);
    expect(given?.values).toHaveLength(11);
    expect(project).toMatchObject({ leadPercent: 50 });
  });
});

describe("Its published report", () => {
  const address = "/reports/kunnskapsbyen-lillestrom-arsrapport-2023";

  test("is there for everybody, frozen with as many rows as it counts, and its checksum can be worked out", async () => {
    const { nobody } = callers(installation);
    const { body: report } = await nobody.get(address);

    const { titles, leads, from, to, borders, parts: content, figures, survivals, targets } = report;
    const kept = await installation.db
      .selectFrom("report_rows")
      .select(({ fn }) => ["metric_id", fn.countAll<number>().as("n")])
      .where("report_id", "=", report.id)
      .groupBy("metric_id")
      .execute();
    expect(report.publishedAt).toBe("2024-02-15T09:00:00Z");
    expect(new Set(kept.map(({ metric_id, n }) => `${metric_id} ${n}`))).toEqual(new Set(figures.map(({ metric, n }) => `${metric} ${n}`)));
    const stories = report.stories.map(({ id, checksum }) => ({ id, checksum }));
    const frozen = { titles, leads, from, to, borders, parts: content, stories, figures, survivals, targets };
    expect(report.checksum).toBe(createHash("sha256").update(inOrder(frozen)).digest("hex"));
  });

  test("stands beside the year before, which has its own events", async () => {
    const { body } = await henrik.get(address);
    const beside = (id: string) => {
      const { value, compared } = body.figures.find(({ metric }) => metric === id) ?? {};
      return [value, compared?.value];
    };

    expect([beside("members-end"), beside("events-held"), beside("events-checked-in")]).toEqual([
      [164, 134],
      [60, 39],
      [2282, 1401],
    ]);
  });

  test("shows the estimate by Kaplan and Meier after five years beside the 73 %, and the target of 150 as far as it was reached", async () => {
    const { body } = await henrik.get(address);
    const [curve] = body.survivals;
    const [target] = body.targets[0]?.targets ?? [];

    expect([curve?.n, curve?.unknown]).toEqual([118, 5]);
    expect(curve?.horizons.find(({ years }) => years === 5)?.survival).toBeCloseTo(0.732, 3);
    expect(target).toMatchObject({ amount: 150, from: "2023-01-01", until: "2025-12-31" });
    // some headcounts are hidden, so that what was reached is between two numbers
    expect(target?.reached.least).toBeGreaterThan(0);
    expect(target?.reached.least).toBeLessThan(150);
  });

  test("keeps no names of people, and opens to the rows that are there still after a night", async () => {
    const night = installation.now().add({ hours: 24 });
    const before = (await henrik.get(`${address}/figures/events-checked-in/rows`)).body;

    const isRefreshed = await refreshDemo(installation.db, night);
    const path = before.items[0]?.path ?? "";
    const registration = await henrik.ask(`GET /registrations/${path.split("/").at(-1)}`);
    const held = await figure("events-held");

    expect(isRefreshed).toBe(true);
    expect(before.items.map(({ label }) => label).filter((label) => label !== null && !label.endsWith(" AS"))).toEqual([]);
    expect(registration.status).toBe(200);
    expect(held.value).toBe(60);
  });
});

async function festivalRows() {
  const events = await installation.db
    .selectFrom("events as e")
    .innerJoin("event_parents as f", "f.id", "e.parent_id")
    .select(["e.id", "e.municipality_number", "e.starts_at"])
    .where("f.slug", "=", "oppstartsfestivalen-2023")
    .execute();
  const ids = events.map(({ id }) => id);
  const came = await installation.db
    .selectFrom("tickets as k")
    .innerJoin("registrations as r", "r.id", "k.registration_id")
    .select("r.person_id")
    .where("k.event_id", "in", ids)
    .where("k.checked_in_at", "is not", null)
    .execute();
  const sponsors = await installation.db.selectFrom("event_partners").select("name").where("event_id", "in", ids).execute();
  return {
    events: events.length,
    days: new Set(events.map(({ starts_at }) => starts_at.toString().slice(0, 10))).size,
    municipalities: [...new Set(events.map(({ municipality_number }) => municipality_number))],
    cameOnce: new Set(came.map(({ person_id }) => person_id)).size,
    sponsors: sponsors.map(({ name }) => name ?? ""),
  };
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${inOrder(inner)}`).join(",")}}`;
}
