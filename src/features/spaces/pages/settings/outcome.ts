import type { Problem } from "../../../../interface/api-client.ts";
import { writtenHours } from "./hours-values.ts";
import { writtenDuties } from "./save-part.ts";
import { type EditedPart, editedParts, valuesOfPart } from "./sections.ts";
import type { Current, Values } from "./values.ts";

/** Every part of the page that can be saved. */
export type Part = EditedPart | "exceptions" | "rules" | "photos" | "confirmation";

/** An error with the id of the field it stands at. */
export type PartError = { field: string; message: string };

/** Why nothing was saved: what was written, what is wrong with it, and what somebody else saved meanwhile. */
export type Outcome = {
  part: Part;
  values: Values;
  errors: PartError[];
  /** What the other one saved, when both changed the same part. */
  theirs?: Current | undefined;
  /** The weekday that gets one more row; nothing is wrong then. */
  oneMore?: number | undefined;
};

/** The problem of the API at the fields of the page. */
export function outcomeOf(part: Part, values: Values, problem: Problem): Outcome {
  const theirs = problem.status === 412 ? (problem.details?.current as Current | undefined) : undefined;
  if (theirs) return { part, values, errors: [], theirs };
  const errors = problem.errors?.map(({ field, message }) => ({ field: fieldId(part, field, values), message }));
  return { part, values, errors: errors ?? [{ field: wholeId(part, problem), message: problem.title }] };
}

/** The id of a field on the page: several parts have fields of the same name. */
export function idOf(part: Part, name: string): string {
  return `${part}-${name.replaceAll(".", "-")}`;
}

/** Whether somebody else left this part as it was when the form was made, so that both changes can stand. */
export function isUntouched(part: EditedPart, was: string | undefined, theirs: Current): boolean {
  return was === JSON.stringify(valuesOfPart[part](theirs));
}

/** Whether two managers may have edited the part at once. */
export function isEditedPart(part: string): part is EditedPart {
  return editedParts.some((each) => each === part);
}

function fieldId(part: Part, field: string, values: Values): string {
  const [list, place = "", ...rest] = field.split(".");
  if (list === "openingHours") return idOf(part, `${writtenHours(values).rows[Number(place)]}-${rest.join(".") || "opens"}`);
  if (list === "hostDuties") return idOf(part, `duty-${writtenDuties(values)[Number(place)]?.place ?? 0}.${rest.at(-1) ?? "nb"}`);
  return idOf(part, field);
}

function wholeId(part: Part, { code, details }: Problem): string {
  if (part === "hours" && typeof details?.weekday === "number") return `hours-day-${details.weekday}`;
  if (code === "space.unknown_municipality") return idOf(part, "municipalityNumber");
  return firstField[part] ?? part;
}

const firstField: Partial<Record<Part, string>> = {
  exceptions: "exceptions-opens",
  rules: "rules-texts-nb",
  photos: "photos-file",
};
