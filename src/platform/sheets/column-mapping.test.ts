import { expect, test } from "vitest";
import { type KnownColumn, proposeMapping } from "./column-mapping.ts";
import { readSheet } from "./read-sheet.ts";

const known: KnownColumn[] = [
  { key: "name", labels: { nb: "Navn", nn: "Namn", en: "Name" }, aliases: ["fullt navn"], required: true },
  { key: "email", labels: { nb: "E-post", nn: "E-post", en: "E-mail" }, aliases: ["epostadresse"], required: true },
  { key: "from", labels: { nb: "Fra", nn: "Frå", en: "From" }, required: true },
  { key: "to", labels: { nb: "Til", nn: "Til", en: "To" } },
  {
    key: "organizationNumber",
    labels: { nb: "Organisasjonsnummer", nn: "Organisasjonsnummer", en: "Organization number" },
    aliases: ["orgnr"],
  },
];

async function mappingOf(header: string, remembered?: Record<string, string>, columns: KnownColumn[] = known) {
  const sheet = await readSheet({ name: "x.csv", bytes: Buffer.from(`${header}\n`) });
  const { matches, missing, unused } = proposeMapping(sheet.columns, columns, remembered);
  return {
    matches: Object.fromEntries(matches.map(({ key, column, by }) => [key, `${column.letter} by ${by}`])),
    missing,
    unused: unused.map(({ name }) => name),
  };
}

test("keys, labels in any language, aliases and near spellings find their columns", async () => {
  const mapping = await mappingOf("Organisasjonsnumer;namn;epost;from;ORGNR.;Merknad");

  expect(mapping).toEqual({
    matches: { name: "B by label", email: "C by folded", from: "D by key", organizationNumber: "E by folded" },
    missing: [],
    unused: ["Organisasjonsnumer", "Merknad"],
  });
});

test("one letter wrong in a long name is a proposal, in a short one it is not", async () => {
  const mapping = await mappingOf("Navm;EPOSTADRESE;Fraa;Organisasjonsnummmer");

  expect(mapping).toEqual({
    matches: { email: "B by similar", organizationNumber: "D by similar" },
    missing: ["name", "from"],
    unused: ["Navm", "Fraa"],
  });
});

test("the surest of two columns is taken, and no column twice", async () => {
  const mapping = await mappingOf("Fullt navn;Navn;Navn;;e-mail;fra");

  expect(mapping).toEqual({
    matches: { name: "B by label", email: "E by label", from: "F by label" },
    missing: [],
    unused: ["Fullt navn", "Navn (2)"],
  });
});

test("a title one letter from two known columns is not guessed", async () => {
  const columns: KnownColumn[] = [
    { key: "company1", labels: { nb: "Bedrift A", nn: "Bedrift A", en: "Bedrift A" } },
    { key: "company2", labels: { nb: "Bedrift B", nn: "Bedrift B", en: "Bedrift B" } },
  ];

  expect(await mappingOf("Bedrift C", {}, columns)).toEqual({ matches: {}, missing: [], unused: ["Bedrift C"] });
});

test("what was chosen last time goes before everything", async () => {
  const mapping = await mappingOf("Navn;Kallenavn;E-post;Fra", { kallenavn: "name" });

  expect(mapping).toEqual({
    matches: { name: "B by remembered", email: "C by label", from: "D by label" },
    missing: [],
    unused: ["Navn"],
  });
});
