import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importing } from "../../../../tests/support/importing.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { organizationNumbers } from "../../../../tests/support/programs.ts";
import { callers } from "../../../../tests/support/visitor.ts";

let installation: TestInstallation;
let visitors: ReturnType<typeof callers>;
let marte: string;
const [alfa = "", beta = "", gamma = "", delta = ""] = organizationNumbers(4);

beforeAll(async () => {
  installation = await testInstallation();
  visitors = callers(installation);
  const network = networkBuilder(installation);
  marte = await network.person("Marte Moen");
  await network.position(marte, await network.organization("parken", { name: "Parken", kinds: ["cluster"] }), "manager");
  await visitors.as(marte).post("/programs", { slug: "hagen", name: { nb: "Hagen" }, organization: "parken", kind: "incubator" });
});
afterAll(() => installation.close());

async function bringIn(kind: "enrollments" | "observations", content: string) {
  const importer = importing(installation, marte);
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind, into: "hagen" })) form.set(name, value);
  form.set("file", new File([content], "fila.csv"));
  const { body } = await visitors.as(marte).post("/organizations/parken/imports", form);
  await importer.work("imports.check", body.id);
  const checked = await importer.result(body.id);
  return { checked, carryOut: () => importer.carryOut(body.id, checked.counts.refuse > 0 ? "good" : "all") };
}

const header = "Org.nr.;Selskap;Opptaksdato;Sluttdato;Status;Siste kontakt;Kommune;Stiftet";

describe("The spreadsheet of an incubator", () => {
  test("says where startups are by the names of any year, and when they were founded", async () => {
    const rows = [`${alfa};Alfa AS;1.2.2016;;;;Skedsmo;3.4.2015`, `${beta};Beta AS;1.2.2021;;;;3030;`, `${gamma};Gamma AS;1.2.2021;;;;;`];
    await (await bringIn("enrollments", [header, ...rows].join("\n"))).carryOut();

    const jobs = async (borders: number) =>
      (await visitors.as(marte).get(`/programs/hagen/jobs?borders=${borders}`)).body.byMunicipality.map(
        ({ number, name, startups }) => `${number} ${name} ${startups}`,
      );
    expect([await jobs(2019), await jobs(2021), await jobs(2024)]).toEqual([
      ["0231 Skedsmo 1"],
      ["3030 Lillestrøm 2"],
      ["3205 Lillestrøm 2"],
    ]);
    // Beta was written down after Fet, Skedsmo and Sørum had become one: which of them it was in, nobody can know
    const { body: then } = await visitors.as(marte).get("/programs/hagen/jobs?borders=2019");
    const { body: told } = await visitors.nobody.get("/programs/hagen/jobs?borders=2019");
    expect(then.ambiguousAmong.map(({ names, startups }) => [names, startups])).toEqual([[["Sørum", "Fet", "Skedsmo"], 1]]);
    expect([told.ambiguousAmong, told.ambiguous.startups]).toEqual([[], 1]);
    const { body } = await visitors.as(marte).get("/programs/hagen/enrollments");
    expect(body.items.map(({ foundedOn }) => foundedOn)).toEqual(["2015-04-03", null, null]);
  });

  test("fills in what is not known, leaves what is, and says of a municipality there never was that there was none", async () => {
    const rows = [`${alfa};;1.2.2016;;;;Oslo;1.1.2014`, `${gamma};;1.2.2021;;;;Lørenskog;`, `${delta};Delta AS;1.2.2021;;;;Atlantis;`];
    const { checked, carryOut } = await bringIn("enrollments", [header, ...rows].join("\n"));

    expect(checked.rows.map(({ outcome, changes }) => [outcome, changes.map(({ column, to }) => `${column} ${to}`)])).toEqual([
      ["same", []],
      ["change", ["Kommune 3222"]],
      ["refuse", []],
    ]);
    expect(checked.rows[2]?.reasons[0].message).toBe("Kommune: Ingen kommune siden 2013 har hatt nummeret eller navnet «Atlantis».");
    await carryOut();
    const { body } = await visitors.as(marte).get("/organizations/gamma-as");
    expect(body.municipality.number).toBe("3222");
  });

  test("is answered with the words that would do, and with days as people write them", async () => {
    const rows = [`${delta};Delta AS;1.2.2021;;gikk dukken;;;`, `${gamma};;1.2.2021;1.1.2012;Konkurs;;;`];
    const { checked } = await bringIn("enrollments", [header, ...rows].join("\n"));
    const figures = await bringIn("observations", `Orgnr;Dato;Antall ansatte\n${alfa};31.3.2020;5-2`);

    expect([...checked.rows, ...figures.checked.rows].map(({ reasons }) => reasons[0].message)).toEqual([
      "Hva det ble til: «gikk dukken» er ikke blant ordene vi kjenner. I drift, fullført, flyttet, i dvale, konkurs, avviklet, fusjonert, kjøpt opp eller ukjent. Tom med sluttdato: ukjent.",
      "Slutt: 1. januar 2012 ligger før opptaket 1. februar 2021.",
      "Ansatte: «5-2» går ikke an. Skriv null eller mer; er det to tall, står det minste først: 0-4.",
    ]);
  });

  test("shows of each column the first cells that hold something", async () => {
    const rows = [`${alfa};Alfa AS;1.2.2016;;;;;`, `${beta};Beta AS;1.2.2021;;;;;`, `${gamma};Gamma AS;1.2.2021;;;;;`];
    const { checked } = await bringIn("enrollments", [header, ...rows, `${delta};Delta AS;1.2.2021;;;1.3.2024;;`].join("\n"));

    expect(checked.run.header.find(({ name }) => name === "Siste kontakt")?.examples).toEqual(["1.3.2024"]);
    expect(checked.run.shownOn).toMatch(/^\/programs\/[0-9a-f-]{36}$/);
  });
});

describe("A startup that an incubator wrote down", () => {
  test("is the incubator's to keep, until somebody manages it", async () => {
    const network = networkBuilder(installation);
    const { body, etag } = await visitors.as(marte).get("/organizations/alfa-as");
    expect(body.abilities.edit).toBe(true);
    const change = (municipalityNumber: string, version: string | undefined) =>
      visitors.as(marte).patch("/organizations/alfa-as", { municipalityNumber }, { "if-match": version ?? "*" });
    expect((await change("0301", etag)).status).toBe(200);

    await network.position(await network.person("Frida Fjell"), body.id, "owner");
    expect((await visitors.as(marte).get("/organizations/alfa-as")).body.abilities.edit).toBe(false);
  });

  test("has no jobs that were told of while nobody has said how many, and none when it has ended", async () => {
    await (await bringIn("enrollments", `${header}\n${beta};;1.2.2021;1.6.2022;Konkurs;;;`)).carryOut();
    await (await bringIn("observations", `Orgnr;Dato;Antall ansatte\n${alfa};31.3.2020;5`)).carryOut();

    const { body } = await visitors.as(marte).get("/programs/hagen/enrollments");
    expect(body.items.map(({ organization, jobs }) => [organization.name, jobs.heads])).toEqual([
      ["Alfa AS", { least: 5, most: 5 }],
      ["Beta AS", { least: 0, most: 0 }],
      ["Gamma AS", null],
    ]);
  });
});
