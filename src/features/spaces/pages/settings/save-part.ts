import { attempt, type client, type Problem } from "../../../../interface/api-client.ts";
import { type Amenity, amenityKeys } from "../../amenities.ts";
import type { SpaceApi } from "../../routes.ts";
import { type Theme, themeKeys } from "../../themes.ts";
import { writtenHours } from "./hours-values.ts";
import { dutyPlaces, type EditedPart } from "./sections.ts";
import { numberOf, textOrNull, textsOf, type Values } from "./values.ts";

export type Api = ReturnType<typeof client<SpaceApi>>;

/** Nothing when it was saved, else what stopped it. */
export type Saved = { problem?: Problem | undefined };

/** Sends a part of the form to the API, with the version the manager read. */
export async function savePart(api: Api, id: string, part: EditedPart, values: Values, version: string): Promise<Saved> {
  const given = { param: { id }, header: { "if-match": version } };
  const space = api.spaces[":id"];
  switch (part) {
    case "facts":
      return await attempt(space.$patch({ ...given, json: factsOf(values) }));
    case "texts":
      return await attempt(
        space.$patch({ ...given, json: { descriptions: textsOf(values, "descriptions"), guestWelcome: textsOf(values, "guestWelcome") } }),
      );
    case "hours":
      return await attempt(
        space["opening-hours"].$put({
          ...given,
          json: { openingHours: writtenHours(values).openingHours, openOnHolidays: values.openOnHolidays === "on" },
        }),
      );
    case "amenities":
      return await attempt(
        space.$patch({
          ...given,
          json: {
            amenities: amenityKeys.filter((key: Amenity) => values[key] === "on"),
            themes: themeKeys.filter((key: Theme) => values[`theme-${key}`] === "on"),
          },
        }),
      );
    case "arrival":
      return await attempt(space.$patch({ ...given, json: { arrival: textsOf(values, "arrival") } }));
    case "duties":
      return await attempt(space["host-duties"].$put({ ...given, json: { hostDuties: writtenDuties(values).map(({ duty }) => duty) } }));
    case "contact":
      return await attempt(
        space.$patch({ ...given, json: { contactEmail: textOrNull(values.contactEmail), contactPhone: textOrNull(values.contactPhone) } }),
      );
  }
}

/** The lines of the checklist that have something written, each with the place it has in the form. */
export function writtenDuties(values: Values) {
  return dutyPlaces(values)
    .map((place) => ({ place, id: values[`duty-${place}.id`], texts: textsOf(values, `duty-${place}`) }))
    .filter(({ texts }) => Object.values(texts).some((text) => text?.trim()))
    .map(({ place, id, texts }) => ({ place, duty: { ...(id && { id }), texts } }));
}

function factsOf(values: Values) {
  return {
    name: values.name ?? "",
    address: textOrNull(values.address),
    postcode: textOrNull(values.postcode),
    town: textOrNull(values.town),
    municipalityNumber: values.municipalityNumber ?? "",
    latitude: numberOf(values.latitude),
    longitude: numberOf(values.longitude),
    timeZone: values.timeZone ?? "",
    desks: numberOf(values.desks),
  };
}
