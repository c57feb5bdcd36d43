import type { Language } from "../../../../platform/language/language.ts";
import { languages } from "../../../../platform/language/language.ts";
import { type Amenity, amenities, amenityKeys } from "../../amenities.ts";
import { weekdays } from "../../opening-week.ts";
import { timesInWords, weekdayName } from "../../opening-words.ts";
import { type Theme, themeKeys, themes } from "../../themes.ts";
import { hoursValues, writtenHours } from "./hours-values.ts";
import type { Words } from "./messages.ts";
import { type Current, textValues, type Values } from "./values.ts";

/** The parts that two managers may edit at once. */
export const editedParts = ["facts", "texts", "hours", "amenities", "arrival", "duties", "contact"] as const;

export type EditedPart = (typeof editedParts)[number];

/** One line of a part, for showing two versions side by side. */
export type Line = { label: string; text: string };

/** How many lines the checklist has room for beyond those it has. */
export const newDuties = 2;

/** What stands in the fields of each part, for the space as it is. */
export const valuesOfPart: Record<EditedPart, (current: Current) => Values> = {
  facts: (current) => ({
    name: current.name,
    address: current.address ?? "",
    postcode: current.postcode ?? "",
    town: current.town ?? "",
    municipalityNumber: current.municipality.number,
    latitude: String(current.latitude),
    longitude: String(current.longitude),
    timeZone: current.timeZone,
    desks: String(current.desks),
  }),
  texts: (current) => ({ ...textValues("descriptions", current.descriptions), ...textValues("guestWelcome", current.guestWelcome) }),
  hours: (current) => ({ ...hoursValues(current.openingHours), ...(current.openOnHolidays && { openOnHolidays: "on" }) }),
  amenities: (current) =>
    Object.fromEntries([...current.amenities, ...current.themes.map((theme) => `theme-${theme}`)].map((key) => [key, "on"])),
  arrival: (current) => textValues("arrival", current.arrival),
  duties: (current) =>
    Object.fromEntries(
      current.hostDuties.flatMap(({ id, texts }, place) => [
        [`duty-${place}.id`, id],
        ...Object.entries(textValues(`duty-${place}`, texts)),
      ]),
    ),
  contact: (current) => ({ contactEmail: current.contact.email ?? "", contactPhone: current.contact.phone ?? "" }),
};

/** A part said in lines, each with what it is. */
export function linesOfPart(part: EditedPart, values: Values, language: Language, words: Words): Line[] {
  const texts = (label: string, name: string) =>
    languages.map((each) => ({ label: `${label}, ${words.languages[each].toLowerCase()}`, text: values[`${name}.${each}`] ?? "" }));
  switch (part) {
    case "facts":
      return (["name", "address", "postcode", "town", "latitude", "longitude", "timeZone", "desks"] as const)
        .map((name) => ({ label: words[name], text: values[name] ?? "" }))
        .concat({ label: words.municipality, text: values.municipalityNumber ?? "" });
    case "texts":
      return [...texts(words.description, "descriptions"), ...texts(words.welcome, "guestWelcome")];
    case "hours": {
      const { openingHours } = writtenHours(values);
      return [
        ...weekdays.map((weekday) => ({
          label: weekdayName(weekday, language),
          text: timesInWords(
            openingHours.filter((time) => time.weekday === weekday),
            language,
          ),
        })),
        { label: words.openOnHolidays, text: values.openOnHolidays ? words.yes : words.no },
      ];
    }
    case "amenities":
      return [
        ...amenityKeys.map((key: Amenity) => ({ label: amenities[key][language], text: values[key] ? words.yes : words.no })),
        ...themeKeys.map((key: Theme) => ({ label: themes[key][language], text: values[`theme-${key}`] ? words.yes : words.no })),
      ];
    case "arrival":
      return texts(words.arrival.title, "arrival");
    case "duties":
      return dutyPlaces(values).flatMap((place) => texts(words.duty(place + 1), `duty-${place}`));
    case "contact":
      return [
        { label: words.email, text: values.contactEmail ?? "" },
        { label: words.phone, text: values.contactPhone ?? "" },
      ];
  }
}

/** The lines of the checklist that a form holds, by place. */
export function dutyPlaces(values: Values): number[] {
  const places = Object.keys(values).flatMap((name) => /^duty-(\d{1,2})\./.exec(name)?.[1] ?? []);
  return [...new Set(places.map(Number))].toSorted((a, b) => a - b);
}
