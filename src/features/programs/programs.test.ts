import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importing } from "../../../tests/support/importing.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { enrollmentsLike, mercaptopurine, organizationNumbers, placebo } from "../../../tests/support/programs.ts";
import { callers } from "../../../tests/support/visitor.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;
let park: string;
let marte: string;
let numbers: string[];

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
  park = await network.organization("parken", { name: "Parken", kinds: ["cluster"] });
  marte = await network.person("Marte Moen");
  await network.position(marte, park, "manager");
  numbers = organizationNumbers(400);
});
afterAll(() => installation.close());

const rounded = (values: readonly (number | null)[]) => values.map((value) => (value === null ? null : Number(value.toFixed(6))));

/** A program of Parken, run by Marte, with what a file brings in. */
async function program(slug: string, given: { file?: string; region?: object } = {}) {
  const answer = await visitors.as(marte).post("/programs", {
    slug,
    name: { nb: "Forretningshagen", nn: "Forretningshagen", en: "The business garden" },
    organization: "parken",
    kind: "incubator",
    ...(given.region && { region: given.region }),
  });
  expect(answer.status).toBe(201);
  if (given.file) await bringIn(slug, "enrollments", given.file);
  return answer.body;
}

async function bringIn(slug: string, kind: "enrollments" | "observations", content: string) {
  const importer = importing(installation, marte);
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind, into: slug })) form.set(name, value);
  form.set("file", new File([content], "fila.csv"));
  const { body, status } = await visitors.as(marte).post("/organizations/parken/imports", form);
  expect({ status, body }).toMatchObject({ status: 201 });
  await importer.work("imports.check", body.id);
  const checked = await importer.result(body.id);
  const good = checked.counts.create + checked.counts.change;
  return good === 0
    ? checked
    : importer.carryOut(body.id, checked.counts.refuse > 0 ? "good" : "all").then((done) => ({ ...done, rows: checked.rows }));
}

describe("A program", () => {
  test("is added by those who manage its organization, and found by its slug", async () => {
    const stranger = await network.person("Ola Nordmann");
    const wish = { slug: "hagen", name: { nb: "Hagen" }, organization: "parken", kind: "incubator" };

    expect((await visitors.as(stranger).post("/programs", wish)).status).toBe(404);
    expect((await visitors.as(marte).post("/programs", wish)).status).toBe(201);
    const again = await visitors.as(marte).post("/programs", wish);

    expect([again.status, again.body.code]).toEqual([409, "program.slug_taken"]);
    expect((await visitors.nobody.get("/programs/hagen")).body).toMatchObject({
      slug: "hagen",
      organization: { slug: "parken" },
      startups: { ever: 0, running: 0, unknown: 0, ended: 0 },
      abilities: { run: false },
    });
    expect((await visitors.nobody.get("/programs?organization=parken")).body.items.map(({ slug }: { slug: string }) => slug)).toContain(
      "hagen",
    );
  });
});

describe("Survival", () => {
  test("of a file is that of the book, to six digits, for those who may open its rows", async () => {
    await program("remisjon", { file: enrollmentsLike(mercaptopurine, "2019-01-07", numbers.slice(0, 21)) });

    const { body } = await visitors.as(marte).get("/programs/remisjon/survival?clock=intake&merged=censored");

    expect({
      ...body,
      times: rounded(body.times),
      survival: rounded(body.survival),
      lower: rounded(body.lower),
      upper: rounded(body.upper),
    }).toMatchObject({
      times: [6, 7, 10, 13, 16, 22, 23].map((weeks) => Number(((weeks * 7) / 365.25).toFixed(6))),
      survival: [0.857143, 0.806723, 0.752941, 0.690196, 0.627451, 0.537815, 0.448179],
      lower: [0.619718, 0.563147, 0.5032, 0.43161, 0.367511, 0.267779, 0.188052],
      upper: [0.951552, 0.922809, 0.889362, 0.849066, 0.804912, 0.746791, 0.680143],
      atRisk: [21, 17, 15, 12, 11, 7, 6],
      n: 21,
      ended: 9,
      isSuppressed: false,
    });
    expect(body.reference).toContainEqual(expect.objectContaining({ legalForm: "AS", cohort: 2018, horizonYears: 5, share: 0.55 }));
  });

  test("opens to the startups it was worked out of, for those who may see them, and says of how many others", async () => {
    const file = enrollmentsLike(mercaptopurine, "2017-01-01", numbers.slice(300, 321));
    await program("kurverader", { file });
    const read = async (who: ReturnType<typeof visitors.as>, query = "") =>
      (await who.get(`/programs/kurverader/survival/rows?limit=15${query}`)).body;

    const first = await read(visitors.as(marte));
    const rest = await read(visitors.as(marte), `&cursor=${first.nextCursor}`);
    const all = [...first.items, ...rest.items];

    expect([first.n, first.hidden, all.length, rest.nextCursor]).toEqual([21, 0, 21, null]);
    // the weeks of the book: nine ended, twelve were last known
    expect(all.filter(({ isEnd }) => isEnd)).toHaveLength(9);
    expect(all.map(({ exit }) => Math.round((exit * 365.25) / 7)).toSorted((a, b) => a - b)).toEqual(
      mercaptopurine.map((weeks) => Number.parseInt(weeks, 10)),
    );
    expect(await read(visitors.nobody)).toMatchObject({ items: [], n: 21, hidden: 21 });
  });

  test("is told to everybody while ten are at risk, and to nobody of fewer than ten", async () => {
    await program("faa", { file: enrollmentsLike(mercaptopurine.slice(0, 9), "2019-01-07", numbers.slice(30, 39)) });

    const ofAll = await visitors.nobody.get("/programs/remisjon/survival");
    const ofFew = await visitors.as(marte).get("/programs/faa/survival");

    expect(ofAll.body.atRisk).toEqual([21, 17, 15, 12, 11]);
    expect(ofAll.body.fewFrom).toBeCloseTo((19 * 7) / 365.25, 6);
    expect(ofFew.body).toMatchObject({ n: 9, isSuppressed: true, times: [], survival: [], horizons: [] });
  });

  test("counts a merger as an end or not, and says what all unknown ones could do to it", async () => {
    const fates = ["merged", "acquired", "unknown", "unknown", ...Array<string>(8).fill("graduated")];
    const rows = fates.map((fate, index) => `${numbers[40 + index]};Firma ${index};AS;2018-01-01;2020-01-01;${fate};2020-01-01`);
    await program("skjebner", { file: ["organizationNumber;name;legalForm;intake;exit;exitType;lastEvidence", ...rows].join("\n") });
    const read = async (query: string) => (await visitors.nobody.get(`/programs/skjebner/survival?${query}`)).body;

    const [event, censored] = [await read("merged=event"), await read("merged=censored")];

    expect(rounded(event.survival)).toEqual([0.833333]);
    expect(censored.survival).toEqual([]);
    expect(rounded(censored.bounds.allUnknownFailed.survival)).toEqual([0.833333]);
    expect(censored.bounds.allUnknownSurvived.survival).toEqual([]);
    expect([event.unknown, event.definition === censored.definition]).toEqual([2, false]);
  });

  test("by the age of a firm begins where it was first seen, and leaves out those whose age nobody knows", async () => {
    const list = numbers.slice(60, 72);
    const rows = list.map(
      (number, index) => `${number};Gammel ${index};AS;2020-01-01;${index < 2 ? "2022-01-01;bankrupt;" : ";;2024-01-01"}`,
    );
    await program("alder", { file: ["organizationNumber;name;legalForm;intake;exit;exitType;lastEvidence", ...rows].join("\n") });
    await installation.db
      .updateTable("organizations")
      .set({ founded_on: "2018-01-01" })
      .where("organization_number", "in", list.slice(0, 11))
      .execute();

    const { body } = await visitors.as(marte).get("/programs/alder/survival?clock=age");

    expect(rounded(body.times)).toEqual(rounded([1461 / 365.25]));
    expect([body.atRisk, body.n, body.missing, rounded(body.survival)]).toEqual([[11], 11, 1, rounded([9 / 11])]);
  });

  test("of two cohorts is compared by the log-rank test", async () => {
    await program("kull", { file: enrollmentsLike(mercaptopurine, "2019-01-07", numbers.slice(80, 101)) });
    await bringIn("kull", "enrollments", enrollmentsLike(placebo, "2020-01-06", numbers.slice(101, 122)));
    const add = (name: string, year: number) =>
      visitors.as(marte).post("/programs/kull/cohorts", { name, from: `${year}-01-01`, until: `${year}-12-31` });
    await add("2019", 2019);
    const { body } = await add("2020", 2020);
    const [first, second] = body.cohorts;

    const compared = await visitors.nobody.get(`/programs/kull/survival-comparison?first=${first?.id}&second=${second?.id}`);
    const overlapping = await add("Ett til", 2020);

    expect(compared.body).toMatchObject({ first: { name: "2019", n: 21 }, second: { name: "2020", n: 21 } });
    expect(rounded([compared.body.logRank.chiSquare, compared.body.logRank.expected])).toEqual([16.792941, 19.250501]);
    expect([overlapping.status, overlapping.body.code]).toEqual([409, "program.cohorts_overlap"]);
  });
});

describe("Bringing startups in", () => {
  test("tells of each bad row why, and what a second file changes", async () => {
    await program("rader");
    const [a, b, c, d, e, f] = numbers.slice(130) as [string, string, string, string, string, string];
    const file = [
      "organizationNumber;name;legalForm;intake;exit;exitType;lastEvidence",
      `${a};Alfa AS;AS;01.02.2019;;;31.03.2026`,
      `${b};;AS;2019-02-01;;;`,
      `123456789;Feil AS;AS;2019-02-01;;;`,
      `${c};Gamma AS;AS;2019-02-01;2018-02-01;bankrupt;`,
      `${d};Delta AS;AS;2019-02-01;;konkurs;`,
      `${e};Epsilon;Enkeltpersonforetak;2019-02-01;2021-05-01;;`,
      `${f};Zeta AS;AS;2019-02-01;2021-05-01;exploded;`,
      `${a};Alfa AS;AS;2019-02-01;;;`,
      `${c};Gamma AS;AS;2030-02-01;;;`,
    ].join("\n");

    const first = await bringIn("rader", "enrollments", file);
    const second = await bringIn("rader", "enrollments", `organizationNumber;intake;exit;exitType\n${a};2019-02-01;2022-06-01;acquired`);

    expect(first.rows.map(({ row, outcome, reasons }) => [row, outcome, ...reasons.map(({ code }: { code: string }) => code)])).toEqual([
      [2, "create"],
      [3, "refuse", "name_needed"],
      [4, "refuse", "wrong_check_digit"],
      [5, "refuse", "wrong_order"],
      [6, "refuse", "end_needs_day"],
      [7, "create"],
      [8, "refuse", "not_in_vocabulary"],
      [9, "refuse", "duplicate_in_file"],
      [10, "refuse", "in_the_future"],
    ]);
    expect(second.counts).toEqual({ create: 0, change: 1, same: 0, refuse: 0 });
    const { body } = await visitors.as(marte).get("/programs/rader/enrollments");
    expect(
      body.items.map(({ organization, legalForm, exitType, exit, lastEvidence }) => ({
        name: organization.name,
        legalForm,
        exitType,
        exit,
        lastEvidence,
      })),
    ).toEqual([
      { name: "Alfa AS", legalForm: "AS", exitType: "acquired", exit: "2022-06-01", lastEvidence: "2026-03-31" },
      { name: "Epsilon", legalForm: "ENK", exitType: "unknown", exit: "2021-05-01", lastEvidence: null },
    ]);
  });

  test("is followed by what is known of them, as intervals where nobody knows exactly", async () => {
    const list = numbers.slice(150, 152) as [string, string];
    await program("tall", {
      file: [
        "organizationNumber;name;legalForm;intake;exit;exitType;lastEvidence",
        ...list.map((number, index) => `${number};Tall ${index} AS;AS;2020-01-01;;;`),
      ].join("\n"),
    });
    const file = [
      "organizationNumber;date;jobsFte;jobsHeads;turnover;source;status",
      `${list[0]};31.03.2022;2,5;3;1 200 000;self;active`,
      `${list[0]};31.03.2023;;0–4;;register;`,
      `${list[1]};31.03.2023;;0-4;;Registeret;I drift`,
      `${numbers[153]};31.03.2023;1;1;;self;active`,
      `${list[1]};31.03.2019;1;1;;self;active`,
      `${list[1]};31.03.2024;4-2;1;;self;active`,
      `${list[0]};31.03.2022;2,5;4;;self;active`,
    ].join("\n");

    const first = await bringIn("tall", "observations", file);
    const second = await bringIn(
      "tall",
      "observations",
      `organizationNumber;date;jobsHeads;source\n${list[0]};2022-03-31;4;self\n${list[1]};2023-03-31;0-4;register`,
    );

    expect(first.rows.map(({ row, outcome, reasons }) => [row, outcome, ...reasons.map(({ code }: { code: string }) => code)])).toEqual([
      [2, "create"],
      [3, "create"],
      [4, "create"],
      [5, "refuse", "not_enrolled"],
      [6, "refuse", "before_intake"],
      [7, "refuse", "out_of_range"],
      [8, "refuse", "duplicate_in_file"],
    ]);
    expect(second.counts).toEqual({ create: 0, change: 1, same: 1, refuse: 0 });
    // what is taken out can be brought in again, and changes nothing
    for (const kind of ["enrollments", "observations"] as const) {
      const { body: out } = await visitors.as(marte).get(`/programs/tall/${kind}.csv`);
      const again = await bringIn("tall", kind, String(out));
      expect({ kind, ...again.counts }).toMatchObject({ kind, create: 0, change: 0, refuse: 0 });
    }
    const { body } = await visitors.as(marte).get("/programs/tall/jobs");
    expect([body.heads.net, body.fte.net]).toEqual([
      { least: 4, most: 8 },
      { least: 2.5, most: 2.5 },
    ]);
  });

  test("goes into a program of the organization's own, by those who manage it", async () => {
    const other = await network.organization("naboen", { kinds: ["cluster"] });
    const nina = await network.person("Nina Nes");
    await network.position(nina, other, "manager");
    const send = (personId: string, organization: string, into: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ kind: "enrollments", into })) form.set(name, value);
      form.set("file", new File([enrollmentsLike(["1"], "2019-01-07", numbers)], "fila.csv"));
      return visitors.as(personId).post(`/organizations/${organization}/imports`, form);
    };

    expect((await send(nina, "parken", "rader")).status).toBe(404);
    expect((await send(nina, "naboen", "rader")).body.code).toBe("import.unknown_place");
    expect((await send(marte, "parken", "nowhere")).body.code).toBe("import.unknown_place");
  });
});
