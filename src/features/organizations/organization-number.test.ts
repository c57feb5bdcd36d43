import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDigit, formatOrganizationNumber, isOrganizationNumber, readOrganizationNumber } from "./organization-number.ts";

const eightDigits = fc.stringMatching(/^[0-9]{8}$/);
const issued = eightDigits.filter((digits) => checkDigit(digits) !== undefined).map((digits) => `${digits}${checkDigit(digits)}`);

describe("An organization number", () => {
  test.each(["974760673", "310000000", "311000004"])("%s is one", (number) => {
    expect(isOrganizationNumber(number)).toBe(true);
  });

  test.each(["974760674", "97476067", "9747606730", "97476067a", "", " 974760673", "٩٧٤٧٦٠٦٧٣"])("%j is none", (text) => {
    expect(isOrganizationNumber(text)).toBe(false);
  });

  test("of the ten numbers on the same eight digits at most one is right", () => {
    fc.assert(
      fc.property(eightDigits, (digits) => {
        const right = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((last) => isOrganizationNumber(`${digits}${last}`));

        expect(right).toEqual(checkDigit(digits) === undefined ? [] : [checkDigit(digits)]);
      }),
    );
  });

  test("one wrong digit is always found", () => {
    fc.assert(
      fc.property(issued, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const wrong = number.slice(0, place) + ((Number(number[place]) + by) % 10) + number.slice(place + 1);

        expect(isOrganizationNumber(wrong)).toBe(false);
      }),
    );
  });

  test("two neighbours that changed places are always found", () => {
    fc.assert(
      fc.property(issued, fc.nat(7), (number, place) => {
        fc.pre(number[place] !== number[place + 1]);
        const wrong = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);

        expect(isOrganizationNumber(wrong)).toBe(false);
      }),
    );
  });

  test("what is written for people is read back", () => {
    fc.assert(
      fc.property(issued, (number) => {
        expect(readOrganizationNumber(formatOrganizationNumber(number))).toBe(number);
        expect(readOrganizationNumber(`NO ${number} MVA`)).toBe(number);
        expect(readOrganizationNumber(` ${number.slice(0, 3)}.${number.slice(3, 6)}.${number.slice(6)} `)).toBe(number);
      }),
    );
    expect(formatOrganizationNumber("974760673").replaceAll("\u00a0", " ")).toBe("974 760 673");
  });
});
