import { expect, test } from "vitest";
import { changeOf, formOf, readForm } from "./organization-form.ts";

const naustet: Parameters<typeof formOf>[0] = {
  id: "01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d10",
  slug: "naustet",
  name: "Naustet",
  organizationNumber: "310000000",
  kinds: ["company", "space_operator"],
  legalForm: null,
  foundedOn: null,
  industryCode: null,
  industryStandard: null,
  website: "https://naustet.example",
  languages: ["nb", "en"],
  sectors: ["ocean"],
  focusAreas: [],
  descriptions: { nb: "Ved sjøen.\nKom inn." },
  visibility: "network",
  address: "Kaia 1",
  postcode: "6800",
  municipality: { number: "4647", name: "Sunnfjord", nameNo: "Sunnfjord" },
  latitude: null,
  longitude: null,
  colour: null,
  logo: null,
  contact: { email: "hei@naustet.example", confirmedOn: "2026-05-01", isStale: true },
  register: null,
  abilities: { edit: true, confirmContact: true, changeLook: true, refreshRegisterEntry: true, grant: [] },
};

function sent(changes: Record<string, string>): FormData {
  const data = new FormData();
  const { kinds, ...fields } = { ...formOf(naustet), ...changes };
  for (const kind of (kinds ?? "").split(", ").reverse()) data.append("kinds", kind);
  // a browser sends line breaks as CRLF
  for (const [name, text] of Object.entries(fields)) data.append(name, text.replaceAll("\n", "\r\n"));
  return data;
}

test("a form sent back as it was changes nothing: neither takes the name over from the register nor confirms the contact", () => {
  expect(changeOf(readForm(sent({})), formOf(naustet))).toEqual({});
});

test("only what was changed is sent, and what was emptied is sent as empty", () => {
  const form = readForm(sent({ sectors: "Ocean; games  food", postcode: "", website: "naustet.no", "descriptions-nn": "Attmed sjøen." }));

  expect(changeOf(form, formOf(naustet))).toEqual({
    sectors: ["ocean", "games", "food"],
    postcode: null,
    website: "https://naustet.no",
    descriptions: { nb: "Ved sjøen.\nKom inn.", nn: "Attmed sjøen." },
  });
});

test("a box more is one kind more", () => {
  const form = readForm(sent({ kinds: "company, space_operator, network" }));

  expect(changeOf(form, formOf(naustet))).toEqual({ kinds: ["space_operator", "company", "network"] });
});
