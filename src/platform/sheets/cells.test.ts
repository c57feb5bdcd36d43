import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  coordinatesCell,
  dateCell,
  decimalCell,
  emailCell,
  integerCell,
  latitudeCell,
  longitudeCell,
  municipalityNumberCell,
  organizationNumberCell,
  type ParsedCell,
  phoneCell,
  postcodeCell,
  textCell,
  vocabularyCell,
  yesNoCell,
} from "./index.ts";

/** The value, or the reason there is none. */
function read<Value>(parse: (raw: string) => ParsedCell<Value>, raw: string): unknown {
  const parsed = parse(raw);
  return parsed.ok ? parsed.value : parsed.reason;
}

test("a blank cell is empty to every parser, whatever kind of space it holds", () => {
  const parsers = [
    textCell,
    emailCell,
    dateCell,
    decimalCell,
    integerCell,
    yesNoCell,
    organizationNumberCell,
    phoneCell,
    postcodeCell,
    municipalityNumberCell,
    latitudeCell,
    longitudeCell,
    coordinatesCell,
    vocabularyCell([]),
  ];

  for (const parse of parsers)
    expect(["", "  ", "\u00a0\u202f\n"].map((raw) => parse(raw))).toEqual(Array(3).fill({ ok: false, reason: "empty" }));
});

test("no parser throws, whatever a cell holds", () => {
  const parsers = [textCell, emailCell, dateCell, decimalCell, integerCell, yesNoCell, organizationNumberCell, phoneCell, coordinatesCell];
  const text = fc.string({ unit: fc.oneof(fc.constantFrom(..."0123456789.,-/: @kr°"), fc.string({ unit: "binary" })) });

  fc.assert(fc.property(text, (raw) => parsers.every((parse) => typeof parse(raw).ok === "boolean")));
});

describe("text", () => {
  test.each([
    ["  Blåbær\u00a0\u00a0 AS ", "Blåbær AS"],
    ["en\r\n  to\rtre", "en\nto\ntre"],
    ["Bla\u030aba\u0301r", "Blåbár"],
    ["\ufeffKari\u200b\u0007", "Kari"],
    ["#1", "#1"],
    ["#REF!", "formula-error"],
    ["#I/T", "formula-error"],
    ["a".repeat(2_001), "too-long"],
  ])("%j reads as %j", (raw, expected) => {
    expect(read(textCell, raw)).toBe(expected);
  });
});

describe("e-mail", () => {
  test.each([
    [" Kari.Nordmann@Eksempel.NO ", "kari.nordmann@eksempel.no"],
    ["mailto:post@eksempel.no", "post@eksempel.no"],
    ["<post@eksempel.no>", "post@eksempel.no"],
    ["post@xn--blbr-roah.no", "post@blåbær.no"],
    ["Bjørn@BLÅBÆR.no", "bjørn@blåbær.no"],
    ["kari+test@sub.eksempel.no\u00a0", "kari+test@sub.eksempel.no"],
    ["kari@eksempel", "not-an-email"],
    ["kari@eksempel..no", "not-an-email"],
    ["kari..n@eksempel.no", "not-an-email"],
    ["kari@x.no; ola@x.no", "not-an-email"],
    ["kari@10.0.0.1", "not-an-email"],
    ["kari", "not-an-email"],
    [`${"a".repeat(65)}@x.no`, "not-an-email"],
  ])("%j reads as %j", (raw, expected) => {
    expect(read(emailCell, raw)).toBe(expected);
  });
});

describe("dates", () => {
  test.each([
    ["17.05.2026", "2026-05-17"],
    ["17.5.26", "2026-05-17"],
    ["17/5/2026", "2026-05-17"],
    ["17-05-2026", "2026-05-17"],
    ["17. 5. 2026", "2026-05-17"],
    ["2026-05-17", "2026-05-17"],
    ["20260517", "2026-05-17"],
    ["2026-05-17T23:30", "2026-05-17"],
    ["17.05.2026 00:00:00", "2026-05-17"],
    ["17. mai 2026", "2026-05-17"],
    ["1 Dec 2025", "2025-12-01"],
    ["46159", "2026-05-17"],
    ["1.1.68", "2068-01-01"],
    ["1.1.69", "1969-01-01"],
    ["29.02.2024", "2024-02-29"],
    ["31.02.2026", "no-such-date"],
    ["29.02.2026", "no-such-date"],
    ["5/17/2026", "no-such-date"],
    ["0.1.2026", "no-such-date"],
    ["17.5/2026", "not-a-date"],
    ["17.5.202", "not-a-date"],
    ["17. mars-april 2026", "not-a-date"],
    ["2026", "not-a-date"],
    ["90000", "not-a-date"],
    ["i morgen", "not-a-date"],
  ])("%s reads as %s", (raw, expected) => {
    expect(String(read(dateCell, raw))).toBe(expected);
  });
});

describe("numbers", () => {
  test.each([
    ["1 234,50", 1234.5],
    ["1\u00a0234,50", 1234.5],
    ["1\u202f234\u2009567,5", 1234567.5],
    ["1.234,50", 1234.5],
    ["1,234.50", 1234.5],
    ["1.234.567", 1234567],
    ["1234.5", 1234.5],
    ["1,234", 1.234],
    ["0.125", 0.125],
    ["1234.567", 1234.567],
    ["\u2212 5", -5],
    ["–5,5", -5.5],
    ["kr 1 500,-", 1500],
    ["99,5 NOK", 99.5],
    ["-0", 0],
    [",5", 0.5],
    ["1.234", "ambiguous-number"],
    ["-123.456", "ambiguous-number"],
    ["12 34", "not-a-number"],
    ["1.23,4", "not-a-number"],
    ["1,2,3", "not-a-number"],
    ["1e5", "not-a-number"],
    ["12 %", "not-a-number"],
    ["kr", "not-a-number"],
    ["1234567890123456", "out-of-range"],
  ])("%j reads as %j", (raw, expected) => {
    expect(read(decimalCell, raw)).toBe(expected);
  });

  test.each([
    ["1 234", 1234],
    ["1.234", 1234],
    ["12,0", 12],
    ["1,234", "not-whole"],
    ["1,5", "not-whole"],
    ["tolv", "not-a-number"],
  ])("as a whole number %j reads as %j", (raw, expected) => {
    expect(read(integerCell, raw)).toBe(expected);
  });

  test("any amount written the Norwegian way is read as it was meant", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (ore) => {
        const written = new Intl.NumberFormat("nb-NO", { minimumFractionDigits: 2 }).format(ore / 100);

        expect(read(decimalCell, written)).toBe(ore / 100);
      }),
    );
  });
});

describe("yes and no", () => {
  test.each([
    ["Ja", true],
    [" x ", true],
    ["SANN", true],
    ["1", true],
    ["Nei", false],
    ["false", false],
    ["0", false],
    ["kanskje", "not-yes-or-no"],
    ["-", "not-yes-or-no"],
  ])("%j reads as %j", (raw, expected) => {
    expect(read(yesNoCell, raw)).toBe(expected);
  });
});

describe("Norwegian numbers", () => {
  test.each([
    ["923609016", "923609016"],
    ["NO 923 609 016 MVA", "923609016"],
    ["923\u00a0609\u00a0016mva", "923609016"],
    ["974.760.673", "974760673"],
    ["923609017", "wrong-check-digit"],
    ["932609016", "wrong-check-digit"],
    ["000000000", "wrong-check-digit"],
    ["92360901", "not-an-organization-number"],
    ["SE923609016", "not-an-organization-number"],
  ])("the organization number %j reads as %j", (raw, expected) => {
    expect(read(organizationNumberCell, raw)).toBe(expected);
  });

  test("changing any one digit of an organization number is noticed", () => {
    for (let position = 0; position < 9; position += 1) {
      for (let digit = 0; digit <= 9; digit += 1) {
        const changed = `${"923609016".slice(0, position)}${digit}${"923609016".slice(position + 1)}`;
        expect(organizationNumberCell(changed).ok).toBe(changed === "923609016");
      }
    }
  });

  test.each([
    ["98 76 54 32", "+4798765432"],
    ["+47 98765432", "+4798765432"],
    ["004798765432", "+4798765432"],
    ["4798765432", "+4798765432"],
    ["+46 (0)8-123 456 78", "+46812345678"],
    ["18765432", "not-a-phone-number"],
    ["+47 9876543", "not-a-phone-number"],
    ["98765432 / 22334455", "not-a-phone-number"],
    ["ring meg", "not-a-phone-number"],
  ])("the phone number %j reads as %j", (raw, expected) => {
    expect(read(phoneCell, raw)).toBe(expected);
  });

  test.each([
    ["0150", "0150"],
    ["150", "0150"],
    ["NO-7010", "7010"],
    ["15", "not-a-postcode"],
    ["0000", "not-a-postcode"],
    ["7010 Trondheim", "not-a-postcode"],
  ])("the postcode %j reads as %j", (raw, expected) => {
    expect(read(postcodeCell, raw)).toBe(expected);
  });

  test.each([
    ["0301", "0301"],
    ["301", "0301"],
    ["5001", "5001"],
    ["03", "not-a-municipality-number"],
    ["0300", "not-a-municipality-number"],
    ["Oslo", "not-a-municipality-number"],
  ])("the municipality number %j reads as %j", (raw, expected) => {
    expect(read(municipalityNumberCell, raw)).toBe(expected);
  });
});

describe("coordinates", () => {
  test.each([
    ["59.9139, 10.7522", { latitude: 59.9139, longitude: 10.7522 }],
    ["59.9139,10.7522", { latitude: 59.9139, longitude: 10.7522 }],
    ["59,9139; 10,752", { latitude: 59.9139, longitude: 10.752 }],
    ["59.9139 10.7522", { latitude: 59.9139, longitude: 10.7522 }],
    ["59,9139 10,7522", { latitude: 59.9139, longitude: 10.7522 }],
    ["59.9139° N, 10.7522° Ø", { latitude: 59.9139, longitude: 10.7522 }],
    ["-33.9, 151.2", { latitude: -33.9, longitude: 151.2 }],
    ["91.5, 10.7", "out-of-range"],
    ["59.9139", "not-coordinates"],
    ["her, der", "not-coordinates"],
  ])("%j reads as %j", (raw, expected) => {
    expect(read(coordinatesCell, raw)).toEqual(expected);
  });

  test("a degree with three decimals is no thousand", () => {
    expect(read(latitudeCell, "59.914")).toBe(59.914);
    expect(read(longitudeCell, "10,752")).toBe(10.752);
    expect(read(longitudeCell, "70.5 V")).toBe(-70.5);
    expect(read(latitudeCell, "90.001")).toBe("out-of-range");
  });
});

describe("a vocabulary", () => {
  const kind = vocabularyCell([
    { key: "company", labels: { nb: "Bedrift", nn: "Verksemd", en: "Company" }, aliases: ["AS", "firma"] },
    { key: "space", labels: { nb: "Kontorfellesskap", nn: "Kontorfellesskap", en: "Co-working space" } },
    { key: "farm", labels: { nb: "Gård", nn: "Gard", en: "Farm" } },
    { key: "guard", labels: { nb: "Vakt", nn: "Vakt", en: "Guard" }, aliases: ["Garď"] },
  ]);

  test.each([
    ["company", "company"],
    ["VERKSEMD", "company"],
    ["firma", "company"],
    ["coworking space", "space"],
    ["Kontor-fellesskap", "space"],
    ["gård", "farm"],
    ["gard", "farm"],
    ["gärd", "ambiguous-word"],
    ["butikk", "not-in-vocabulary"],
  ])("%j reads as %j", (raw, expected) => {
    expect(read(kind, raw)).toBe(expected);
  });
});
