import { type Language, locale } from "../platform/language/language.ts";

export { writtenMoney as money } from "../platform/language/written-money.ts";

/** A calendar day: a Temporal value that has one, or its ISO text ("2026-11-24", also with a time behind it). */
export type Day = Temporal.PlainDate | Temporal.PlainDateTime | Temporal.ZonedDateTime | string;

/** A time on the clock: a Temporal value that has one, or its ISO text ("08:52", "2026-11-24T08:52"). */
export type Clock = Temporal.PlainTime | Temporal.PlainDateTime | Temporal.ZonedDateTime | string;

const noBreak = "\u00a0";
const minus = "\u2212";

/** "tir. 24. nov.", "tys. 24. nov.", "Tue 24 Nov". For lists and tables; the year is left out. */
export function shortDay(day: Day, language: Language): string {
  return `${weekdayShort(day, language)} ${dayAndMonth(day, language)}`;
}

/** "tirsdag 24. november", "Tuesday 24 November". For headings and sentences. */
export function longDay(day: Day, language: Language): string {
  return write(day, language, { weekday: "long", day: "numeric", month: "long" });
}

/** "tirsdag 24. november 2026": where the year is not plain from the page. */
export function fullDay(day: Day, language: Language): string {
  return write(day, language, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");
}

/** "24. nov.", "24 Nov". */
export function dayAndMonth(day: Day, language: Language): string {
  return write(day, language, { day: "numeric", month: "short" });
}

/** "24. november 2026", "24 November 2026". */
export function dateWithYear(day: Day, language: Language): string {
  return write(day, language, { day: "numeric", month: "long", year: "numeric" });
}

/** "24." in Norwegian, "24" in English. */
export function dayOfMonth(day: Day, language: Language): string {
  return language === "en" ? String(plainDate(day).day) : `${plainDate(day).day}.`;
}

/** "tir.", "tys.", "Tue". Nynorsk takes the three letters one can tell apart, not the two of the combined form. */
export function weekdayShort(day: Day, language: Language): string {
  const name = write(day, language, { weekday: "short" });
  return language === "nn" && !name.endsWith(".") ? `${name}.` : name;
}

/** "tirsdag", "tysdag", "Tuesday". */
export function weekday(day: Day, language: Language): string {
  return write(day, language, { weekday: "long" });
}

/** "november", "November". */
export function month(day: Day, language: Language): string {
  return write(day, language, { month: "long" });
}

/** "november 2026". */
export function monthAndYear(day: Day, language: Language): string {
  return write(day, language, { month: "long", year: "numeric" });
}

/** "i dag", "i morgen", "i går" beside today, else `shortDay`. */
export function relativeDay(day: Day, today: Day, language: Language): string {
  const days = plainDate(today).until(plainDate(day)).days;
  // as good as a year away, the day and month alone would be taken for this year's
  if (Math.abs(days) > 270) return `${shortDay(day, language)} ${plainDate(day).year}`;
  if (Math.abs(days) > 1) return shortDay(day, language);
  return new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" }).format(days, "day");
}

/** The same words at the start of a sentence: "Tirsdag 24. november". */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase("nb") + words.slice(1);
}

/** "08:52" in every language. */
export function clock(time: Clock): string {
  return plainTime(time).toString({ smallestUnit: "minute" });
}

/** "i morgen kl. 14:18", "man. 30. nov. kl. 18:00"; "tomorrow 14:18" in English. */
export function moment(at: Temporal.ZonedDateTime, today: Day, language: Language): string {
  return [relativeDay(at, today, language), language === "en" ? clock(at) : `kl.${noBreak}${clock(at)}`].join(" ");
}

/** "08–17" on whole hours in Norwegian, else "08:30–10:00"; English always writes the minutes. */
export function clockRange(from: Clock, until: Clock, language: Language): string {
  const ends = [plainTime(from), plainTime(until)];
  const short = language !== "en" && ends.every((time) => time.minute === 0);
  return ends.map((time) => (short ? String(time.hour).padStart(2, "0") : clock(time))).join("–");
}

/** "1 318", "−4"; with `decimals`, exactly that many. */
export function number(value: number, language: Language, decimals?: number): string {
  const digits = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(locale(language), digits).format(value).replace("-", minus);
}

/** A difference, with its sign: "+61", "−36", "0". */
export function signed(value: number, language: Language): string {
  return value > 0 ? `+${number(value, language)}` : number(value, language);
}

/** A share of one: "73 %", "73%". Never write it without its base beside it. */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), { style: "percent" }).format(share).replace("-", minus);
}

const smallNumbers = {
  nb: ["ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
  nn: ["ingen", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
  en: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
} as const satisfies Record<Language, readonly string[]>;

const onesOfGender = {
  nb: { masculine: "én", feminine: "én", neuter: "ett" },
  nn: { masculine: "éin", feminine: "ei", neuter: "eitt" },
  en: { masculine: "one", feminine: "one", neuter: "one" },
} as const;

/** Whole numbers to twelve as words before a noun ("to plasser", "ingen plasser"), above as digits. The gender is the noun's and matters for one. */
export function inWords(value: number, language: Language, gender: "masculine" | "feminine" | "neuter" = "masculine"): string {
  if (value === 1) return onesOfGender[language][gender];
  return smallNumbers[language][value] ?? number(value, language);
}

/** The same with a capital, for the start of a sentence. */
export function inWordsFirst(value: number, language: Language, gender?: "masculine" | "feminine" | "neuter"): string {
  const word = inWords(value, language, gender);
  return word.charAt(0).toLocaleUpperCase(locale(language)) + word.slice(1);
}

/** "Trondheim – Tråante": official names stand in the register with a hyphen between them. */
export function placeName(officialNames: string): string {
  return officialNames.replaceAll(" - ", " – ");
}

/** Kilometres: whole from one up ("111 km"), below that metres to the nearest hundred ("400 m"). */
export function distance(kilometres: number, language: Language): string {
  const rounded = Math.round(kilometres * 10) / 10;
  if (rounded >= 1) return `${number(Math.round(kilometres), language)}${noBreak}km`;
  return `${Math.max(100, rounded * 1000)}${noBreak}m`;
}

const longestExcerpt = 155;

/** The beginning of a text for search engines, which show about as much; cut between two words. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= longestExcerpt) return line;
  const cut = line.slice(0, longestExcerpt);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longestExcerpt - 40)).replace(/[\s.,;:–-]+$/, "")} …`;
}

/** "Flow, Beta og 657". */
export function list(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locale(language)).format(items);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one, and a page writes hundreds of dates. */
function write(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale(language), options);
  formatters.set(key, formatter);
  return formatter.format(plainDate(day));
}

function plainDate(day: Day): Temporal.PlainDate {
  if (day instanceof Temporal.PlainDate) return day;
  return typeof day === "string" ? Temporal.PlainDate.from(day) : day.toPlainDate();
}

function plainTime(time: Clock): Temporal.PlainTime {
  if (time instanceof Temporal.PlainTime) return time;
  return typeof time === "string" ? Temporal.PlainTime.from(time) : time.toPlainTime();
}
