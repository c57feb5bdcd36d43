import { isLanguage, type Language } from "../../../../platform/language/language.ts";
import { weekdayName } from "../../opening-words.ts";
import { messages } from "./messages.ts";
import type { PartError } from "./outcome.ts";

/** An error as the summary on top says it: with the name of its field, since the sentence stands far from it. */
export function namedError({ field, message }: PartError, language: Language): PartError {
  const name = nameOf(field, language);
  return { field, message: name ? `${name}: ${message}` : message };
}

function nameOf(field: string, language: Language): string | undefined {
  const words = messages[language];
  const [part = "", ...rest] = field.split("-");
  const [, weekday, place, end] = /^hours-(?:day|hours)-(\d)(?:-(\d+)-(opens|closes))?$/.exec(field) ?? [];
  if (weekday) {
    const day = weekdayName(Number(weekday), language);
    if (!end) return day;
    return (end === "opens" ? words.opensOf : words.closesOf)(day, Number(place) + 1);
  }
  const last = rest.at(-1) ?? "";
  const names: Record<string, string> = {
    name: words.name,
    address: words.address,
    postcode: words.postcode,
    town: words.town,
    municipalityNumber: words.municipality,
    latitude: words.latitude,
    longitude: words.longitude,
    timeZone: words.timeZone,
    desks: words.desks,
    contactEmail: words.email,
    contactPhone: words.phone,
    day: words.day,
    opens: words.opens,
    closes: words.closes,
    file: words.file,
  };
  if (isLanguage(last)) return `${titles(words)[part] ?? ""}, ${words.languages[last].toLowerCase()}`;
  return names[last];
}

function titles(words: (typeof messages)["nb"]): Record<string, string> {
  const { texts, exceptions, rules, arrival, duties, photos } = words;
  return Object.fromEntries(
    Object.entries({ texts, exceptions, rules, arrival, duties, photos }).map(([part, { title }]) => [part, title]),
  );
}
