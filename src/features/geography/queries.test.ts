import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { loadGeography } from "./load.ts";
import { municipalitiesAt } from "./municipality.ts";
import { findCounties, findMunicipalities, type MunicipalityCursor } from "./queries.ts";
import { readGeography } from "./reference.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await testInstallation();
  await loadGeography(installation.db, installation.now());
});
afterAll(() => installation.close());

async function namesFound(text: string, date = "2026-11-22"): Promise<string[]> {
  return (await findMunicipalities(installation.db, { text, date, limit: 500 })).map(({ name }) => name);
}

describe("finding a municipality", () => {
  test.each(["Ålesund", "ålesund", "ÅLESUND", "aalesund", "Aalesund", "alesund", "ålesu"])("%s finds Ålesund", async (text) => {
    expect(await namesFound(text)).toEqual(["Ålesund"]);
  });

  test.each([
    ["tromso", "Tromsø"],
    ["sor-varanger", "Sør-Varanger"],
    ["aurskog høland", "Aurskog-Høland"],
    ["tråante", "Trondheim - Tråante"],
    ["karasjohka", "Kárášjohka - Karasjok"],
    ["stientje", "Steinkjer - Stïentje"],
    ["hamarøy", "Hábmer - Hamarøy"],
    ["  rana ", "Rana - Raane"],
  ])("%s finds %s", async (text, name) => {
    expect((await namesFound(text))[0]).toBe(name);
  });

  test("names that begin with the text come before names with a word that does, and those before the others", async () => {
    const found = await namesFound("os");

    expect(found.slice(0, 6)).toEqual(["Os", "Osen", "Oslo - Oslove", "Osterøy", "Østre Toten", "Indre Østfold"]);
    expect(found).toContain("Moss");
    expect(found.indexOf("Moss")).toBeGreaterThan(found.indexOf("Indre Østfold"));
  });

  test("the first digits of a number find it", async () => {
    expect(await namesFound("0301")).toEqual(["Oslo - Oslove"]);
    expect((await namesFound("50")).length).toBe(
      municipalitiesAt(readGeography(), "2026-11-22").filter((one) => one.countyNumber === "50").length,
    );
  });

  test("signs with a meaning in the database are nothing but signs", async () => {
    expect(await namesFound("%")).toEqual([]);
    expect(await namesFound("_")).toEqual([]);
    expect(await namesFound("\\")).toEqual([]);
    expect(await namesFound("'; drop table municipalities")).toEqual([]);
  });

  test("only those of the day are found", async () => {
    expect(await namesFound("rindal", "2018-12-31")).toEqual(["Rindal"]);
    expect(await namesFound("stokke", "2016-12-31")).toEqual(["Stokke"]);
    expect(await namesFound("stokke", "2017-01-01")).toEqual([]);
  });

  test.each(["2013-01-01", "2017-01-01", "2019-01-01", "2022-01-01", "2026-11-22"])("an empty text finds all of %s", async (date) => {
    expect((await namesFound("", date)).length).toBe(municipalitiesAt(readGeography(), date).length);
  });

  test("the alphabet ends with æ, ø and å, and aa is å", async () => {
    await installation.db
      .insertInto("municipalities")
      .values(
        ["Aabo", "Ærø", "Zwolle"].map((name, index) => ({
          number: `999${index}`,
          name,
          name_no: name,
          county_number: "99",
          valid_from: "1900-01-01",
          valid_to: "1901-01-01",
        })),
      )
      .execute();
    await installation.db
      .insertInto("municipalities")
      .values(
        ["Øy", "Abo", "Åbo"].map((name, index) => ({
          number: `998${index}`,
          name,
          name_no: name,
          county_number: "99",
          valid_from: "1900-01-01",
          valid_to: "1901-01-01",
        })),
      )
      .execute();

    const found = await findMunicipalities(installation.db, { text: "", date: "1900-06-01", limit: 500 });

    expect(found.filter(({ countyNumber }) => countyNumber === "99").map(({ name }) => name)).toEqual([
      "Abo",
      "Zwolle",
      "Ærø",
      "Øy",
      "Åbo",
      "Aabo",
    ]);
  });

  test("page by page the same rows come in the same order", async () => {
    const whole = await namesFound("os");

    const pages: string[] = [];
    let after: MunicipalityCursor | undefined;
    do {
      const rows = await findMunicipalities(installation.db, { text: "os", date: "2026-11-22", limit: 3, after });
      pages.push(...rows.map(({ name }) => name));
      after = rows.length === 3 ? rows.at(-1) : undefined;
    } while (after !== undefined);

    expect(whole.length).toBeGreaterThan(9);
    expect(pages).toEqual(whole);
  });
});

describe("counties", () => {
  test("those of the day come in Norwegian order under their names of that day", async () => {
    const found = await findCounties(installation.db, "2026-11-22");

    expect(found.map(({ nameNo }) => nameNo)).toEqual(
      "Agder Akershus Buskerud Finnmark Innlandet Møre_og_Romsdal Nordland Oslo Rogaland Telemark Troms Trøndelag Vestfold Vestland Østfold"
        .split(" ")
        .map((name) => name.replaceAll("_", " ")),
    );
    expect(found.find(({ number }) => number === "03")?.name).toBe("Oslo - Oslove");
  });

  test("a county older than the records has an open beginning", async () => {
    const found = await findCounties(installation.db, "2015-01-01");

    expect(found.length).toBe(19);
    expect(found.find(({ number }) => number === "01")).toEqual({
      number: "01",
      name: "Østfold",
      nameNo: "Østfold",
      validFrom: null,
      validTo: "2020-01-01",
    });
  });
});
