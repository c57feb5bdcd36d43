/** What a number format makes of a number. */
export type NumberKind = "number" | "date" | "time";

/** The built-in formats that show dates and times (ECMA-376 part 1, 18.8.30; 27-58 are the dates of other languages). */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);

/** Serial 1 is 1 January 1900; the dates of 1904 begin 1,462 days later. 9999-12-31 is the last. */
const lastSerial = 2_958_465;
const daysTo1904 = 1_462;
const secondsPerDay = 86_400;

/** Tells dates from other numbers by the format's id, or by its code when it is the workbook's own. */
export function numberKind(formatId: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtInDates.has(formatId) ? "date" : builtInTimes.has(formatId) ? "time" : "number";
  const positive = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";")[0];
  if (!positive || /general|standard/i.test(positive)) return "number";
  if (/[dy]/i.test(positive)) return "date";
  if (/[hs]/i.test(positive)) return "time";
  return /m/i.test(positive) ? "date" : "number";
}

/** A number without float noise, as Excel shows it: 15 significant digits, no exponent, decimal comma. */
export function numberText(value: number): string {
  return plainNumber(value).replace(".", ",");
}

/** The same with a decimal point. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes("e")) return text;
  return value.toLocaleString("en", { useGrouping: false, maximumSignificantDigits: 15 });
}

/** A date serial as ISO 8601 text: `2026-05-17`, `2026-05-17T08:30`, `08:30`. What no date has stays a number. */
export function serialText(serial: number, kind: "date" | "time", startsIn1904: boolean): string {
  const wholeSeconds = Math.round(serial * secondsPerDay);
  const days = Math.floor(wholeSeconds / secondsPerDay) + (startsIn1904 ? daysTo1904 : 0);
  const isTimeAlone = kind === "time" && serial < 1;
  if (serial < 0 || days > lastSerial || (days < 1 && !isTimeAlone)) return numberText(serial);

  const time = Temporal.PlainTime.from("00:00").add({ seconds: wholeSeconds % secondsPerDay });
  const timeText = time.toString({ smallestUnit: time.second === 0 ? "minute" : "second" });
  if (isTimeAlone) return timeText;
  const date = dateOfSerial(days).toString();
  return wholeSeconds % secondsPerDay === 0 ? date : `${date}T${timeText}`;
}

/** Excel counts a 29 February 1900 that never was (serial 60), so the days before it lie one later. */
export function dateOfSerial(serial: number): Temporal.PlainDate {
  return Temporal.PlainDate.from("1899-12-30").add({ days: serial < 60 ? serial + 1 : serial });
}

export function serialOfDate(date: Temporal.PlainDate): number {
  const serial = Temporal.PlainDate.from("1899-12-30").until(date, { largestUnit: "day" }).days;
  return serial <= 60 ? serial - 1 : serial;
}
