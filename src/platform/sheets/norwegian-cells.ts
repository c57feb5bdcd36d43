import { accepted, type ParsedCell, rejected } from "./parsed-cell.ts";
import { oneLine } from "./text-cells.ts";

/**
 * A Norwegian organization number as nine digits: spaces and points between them, `NO` before and `MVA` after are taken off.
 * The last digit is checked by modulus 11 with the weights 3 2 7 6 5 4 3 2 (Brønnøysundregistrene).
 */
export function organizationNumberCell(raw: string): ParsedCell<string> {
  const text = oneLine(raw);
  if (text === "") return rejected("empty");
  const digits = text
    .replace(/^NO[ -]?/i, "")
    .replace(/ ?MVA$/i, "")
    .replace(/[ .]/g, "");
  if (!/^\d{9}$/.test(digits)) return rejected("not-an-organization-number");
  return hasCheckDigit(digits) ? accepted(digits) : rejected("wrong-check-digit");
}

function hasCheckDigit(digits: string): boolean {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2];
  const remainder = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
  // A remainder of 1 would need the check digit 10: such numbers are never given out.
  return digits !== "000000000" && Number(digits[8]) === (remainder === 0 ? 0 : 11 - remainder);
}

/**
 * A phone number as E.164 (`+4798765432`). Eight digits are Norwegian, as are ten beginning with 47; other countries need `+` or `00`.
 * A Norwegian number has eight digits and begins with 2 to 9.
 */
export function phoneCell(raw: string): ParsedCell<string> {
  const text = oneLine(raw);
  if (text === "") return rejected("empty");
  const digits = text
    .replace(/^tel:/i, "")
    .replace(/\(0\)/, "")
    .replace(/[ ().\-/\u2010-\u2013]/g, "");
  const international = /^\d{8}$/.test(digits) ? `+47${digits}` : digits.replace(/^00/, "+").replace(/^47(?=\d{8}$)/, "+47");
  const isPhone = international.startsWith("+47") ? /^\+47[2-9]\d{7}$/.test(international) : /^\+[1-9]\d{6,14}$/.test(international);
  return isPhone ? accepted(international) : rejected("not-a-phone-number");
}

/** A Norwegian postcode: four digits, the zero in front given back when a spreadsheet took it (`150` is 0150); `NO-` is taken off. */
export function postcodeCell(raw: string): ParsedCell<string> {
  const text = oneLine(raw).replace(/^NO?-/i, "");
  if (text === "") return rejected("empty");
  const postcode = text.padStart(4, "0");
  return /^\d{3,4}$/.test(text) && postcode !== "0000" ? accepted(postcode) : rejected("not-a-postcode");
}

/** A municipality number: four digits, the zero in front given back (`301` is 0301). Whether it is in use is for geography to say. */
export function municipalityNumberCell(raw: string): ParsedCell<string> {
  const text = oneLine(raw);
  if (text === "") return rejected("empty");
  const number = text.padStart(4, "0");
  const isNumber = /^\d{3,4}$/.test(text) && !number.startsWith("00") && !number.endsWith("00");
  return isNumber ? accepted(number) : rejected("not-a-municipality-number");
}
