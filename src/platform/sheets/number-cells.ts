import { accepted, type ParsedCell, rejected } from "./parsed-cell.ts";
import { oneLine } from "./text-cells.ts";

/** Hyphen, true minus (U+2212) and en dash are all typed as a minus. */
const minus = /^[-\u2212\u2013] ?/;
const currency = /^(kr|nok)\.? ?| ?(kr|nok)\.?$|(?<=\d),[-\u2212\u2013]$/gi;

/**
 * A number as people in Norway type it. A comma is always the decimal sign, unless both signs, or the grouping, show otherwise.
 * - thousands by any kind of space: `1 234`, `1 234,50`, `1 234.50`
 * - both signs: the last is the decimal one: `1.234,50`, `1,234.50`; a sign met twice groups: `1.234.567`
 * - one point: the decimal sign (`1234.5`, `0.125`), but `1.234` could be either and is refused as `ambiguous-number`
 * - `kr`, `NOK` and `,-` around it are taken off
 * Never more than 15 digits, beyond which a number is no longer exact.
 */
export function decimalCell(raw: string): ParsedCell<number> {
  return readNumber(raw, false);
}

/** A whole number. Here `1.234` can only be meant one way, and is 1234; `1,5` is refused as `not-whole`. */
export function integerCell(raw: string): ParsedCell<number> {
  const parsed = readNumber(raw, true);
  return parsed.ok && !Number.isInteger(parsed.value) ? rejected("not-whole") : parsed;
}

function readNumber(raw: string, isOnePointAGroup: boolean): ParsedCell<number> {
  const text = oneLine(raw).replace(currency, "").trim();
  if (text === "") return rejected(raw.trim() === "" ? "empty" : "not-a-number");
  const isNegative = minus.test(text);
  const digits = withoutGrouping(text.replace(minus, ""), isOnePointAGroup);
  if (digits === "ambiguous") return rejected("ambiguous-number");
  if (digits === undefined) return rejected("not-a-number");
  if (digits.replace(".", "").replace(/^0+/, "").length > 15) return rejected("out-of-range");
  const value = Number(digits);
  return accepted(isNegative && value !== 0 ? -value : value);
}

/** The number with a decimal point and no grouping. */
function withoutGrouping(text: string, isOnePointAGroup: boolean): string | "ambiguous" | undefined {
  if (/^\d{1,3}( \d{3})+([.,]\d+)?$/.test(text)) return text.replaceAll(" ", "").replace(",", ".");
  if (/^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll(".", "").replace(",", ".");
  if (/^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(",", "");
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}$/.test(text)) return text.replaceAll(".", "");
  if (/^[1-9]\d{0,2}(,\d{3}){2,}$/.test(text)) return text.replaceAll(",", "");
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(text)) return isOnePointAGroup ? text.replace(".", "") : "ambiguous";
  if (/^(\d+[.,]?\d*|[.,]\d+)$/.test(text)) return text.replace(",", ".");
  return undefined;
}

/** Degrees north, -90 to 90: `59,9139`, `59.9139`, `59.9139° N`. The point is always the decimal sign. */
export function latitudeCell(raw: string): ParsedCell<number> {
  return degrees(oneLine(raw), 90, "n", "s");
}

/** Degrees east, -180 to 180, the same way; `Ø` and `E`, `V` and `W` are understood. */
export function longitudeCell(raw: string): ParsedCell<number> {
  return degrees(oneLine(raw), 180, "eøo", "wv");
}

/** Latitude and longitude in one cell: `59.9139, 10.7522`, `59,9139; 10,7522`, `59.9139 10.7522`. */
export function coordinatesCell(raw: string): ParsedCell<{ latitude: number; longitude: number }> {
  const text = oneLine(raw);
  if (text === "") return rejected("empty");
  const [first, second, ...rest] = text.split(/ ?; ?|, | ,|(?<=[\d°a-zø]) (?=[-\u2212\d])|(?<=\.\d+[^,]*),(?=[^,]*\.\d)/i);
  if (first === undefined || second === undefined || rest.length > 0) return rejected("not-coordinates");
  const latitude = latitudeCell(first);
  const longitude = longitudeCell(second);
  if (!latitude.ok) return rejected(latitude.reason === "empty" ? "not-coordinates" : latitude.reason);
  if (!longitude.ok) return rejected(longitude.reason === "empty" ? "not-coordinates" : longitude.reason);
  return accepted({ latitude: latitude.value, longitude: longitude.value });
}

function degrees(text: string, limit: number, positive: string, negative: string): ParsedCell<number> {
  if (text === "") return rejected("empty");
  const pattern = new RegExp(`^([-\\u2212]?)(\\d{1,3}(?:[.,]\\d+)?) ?°? ?([${positive}${negative}]?)$`, "i");
  const [, sign, digits, direction] = text.match(pattern) ?? [];
  if (digits === undefined || (sign && direction)) return rejected("not-coordinates");
  const isNegative = Boolean(sign) || Boolean(direction && negative.includes(direction.toLowerCase()));
  const value = Number(digits.replace(",", "."));
  if (value > limit) return rejected("out-of-range");
  return accepted(isNegative && value !== 0 ? -value : value);
}
