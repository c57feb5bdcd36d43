import { kronerOf } from "../../../../interface/form-values.ts";
import { languages } from "../../../../platform/language/language.ts";
import { numberOf, textOrNull, textsOf, textValues, type Values } from "../../pages/settings/values.ts";
import { type Equipment, equipmentKeys } from "../equipment.ts";
import { audiences, type Booker, type Price, priceUnits } from "../resource.ts";
import type { Resource, ResourceChanges } from "../shapes.ts";

/** Fields in which hours are written for minutes. */
export const hourFields = { longestMinutes: 744, noticeMinutes: 744, weeklyMinutes: 168, cancelByMinutes: 744 } as const;

const minuteFields = ["shortestMinutes", "bufferBeforeMinutes", "bufferAfterMinutes"] as const;
const boxes = ["opensWithHouse", "needsApproval", "needsCheckIn"] as const;

/** A resource as it stands in the fields of its form; a box that is not ticked is not among them. */
export function valuesOfResource(resource: Resource): Values {
  const { certificationId, certificationLevel, prices, weeklyMinutes } = resource;
  const hours = { ...resource, weeklyMinutes: weeklyMinutes ?? undefined };
  return {
    name: resource.name,
    capacity: String(resource.capacity),
    ...(resource.kind === "desk_pool" && { places: String(resource.places) }),
    partOf: resource.partOf ?? "",
    ...textValues("descriptions", resource.descriptions),
    ...ticked(resource.equipment.map((key) => `equipment.${key}`)),
    ...ticked(boxes.filter((name) => resource[name])),
    stepMinutes: String(resource.stepMinutes),
    horizonDays: String(resource.horizonDays),
    ...Object.fromEntries(minuteFields.map((name) => [name, String(resource[name])])),
    ...Object.fromEntries(hourNames.map((name) => [name, hoursOf(hours[name])])),
    bookedBy: resource.bookedBy,
    certification: certificationId === null ? "" : `${certificationId}:${certificationLevel}`,
    ...Object.fromEntries(prices.map(({ audience, unit, amountOre }) => [priceName(audience, unit), kronerOf(amountOre)])),
  };
}

/** What the form says of a resource. What is no number goes to the API as it stands, which says so. */
export function factsIn(values: Values): ResourceChanges {
  const [certificationId, level] = (values.certification ?? "").split(":");
  return {
    name: values.name ?? "",
    capacity: numberOf(values.capacity),
    ...(values.places !== undefined && { places: numberOf(values.places) }),
    partOf: textOrNull(values.partOf),
    descriptions: Object.fromEntries(languages.map((language) => [language, textsOf(values, "descriptions")[language] ?? ""])),
    equipment: equipmentKeys.filter((key): key is Equipment => values[`equipment.${key}`] === "on"),
    opensWithHouse: values.opensWithHouse === "on",
    stepMinutes: numberOf(values.stepMinutes) as NonNullable<ResourceChanges["stepMinutes"]>,
    shortestMinutes: numberOf(values.shortestMinutes),
    longestMinutes: times(values.longestMinutes, 60),
    noticeMinutes: times(values.noticeMinutes, 60),
    horizonDays: numberOf(values.horizonDays),
    weeklyMinutes: textOrNull(values.weeklyMinutes) === null ? null : times(values.weeklyMinutes, 60),
    bookedBy: (values.bookedBy ?? "") as Booker,
    certificationId: textOrNull(certificationId),
    certificationLevel: certificationId ? Number(level) : null,
    prices: pricesIn(values).map(({ audience, unit, name }) => ({ audience, unit, amountOre: times(values[name], 100) })),
    bufferBeforeMinutes: numberOf(values.bufferBeforeMinutes),
    bufferAfterMinutes: numberOf(values.bufferAfterMinutes),
    cancelByMinutes: times(values.cancelByMinutes, 60),
    needsApproval: values.needsApproval === "on",
    needsCheckIn: values.needsCheckIn === "on",
  };
}

/** What of it is another than what is stored: only that is sent, so that the log says what somebody did. */
export function changesIn(values: Values, stored: Resource): ResourceChanges {
  const before = factsIn(valuesOfResource(stored)) as Record<string, unknown>;
  const changed = Object.entries(factsIn(values)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]));
  return Object.fromEntries(changed);
}

/** The prices somebody has written, in the order they are sent. */
export function pricesIn(values: Values): (Omit<Price, "amountOre"> & { name: string })[] {
  const all = audiences.flatMap((audience) => priceUnits.map((unit) => ({ audience, unit, name: priceName(audience, unit) })));
  return all.filter(({ name }) => textOrNull(values[name]) !== null);
}

export function priceName(audience: Price["audience"], unit: Price["unit"]): string {
  return `price.${audience}.${unit}`;
}

const hourNames = Object.keys(hourFields) as (keyof typeof hourFields)[];

function ticked(names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, "on"]));
}

function times(written: string | undefined, factor: number): number {
  const given = numberOf(written?.replaceAll(/\s/g, ""));
  return typeof given === "number" ? Math.round(given * factor) : given;
}

function hoursOf(minutes: number | undefined): string {
  return minutes === undefined ? "" : String(Math.round((minutes / 60) * 100) / 100).replace(".", ",");
}
