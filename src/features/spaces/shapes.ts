import { z } from "@hono/zod-openapi";
import { dayField, idField, nameField, textField, textsField } from "../../platform/http/fields.ts";
import { amenityKeys } from "./amenities.ts";
import { isTimeZone } from "./space.ts";
import { themeKeys } from "./themes.ts";

const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .openapi({ example: "08:00" });
const closingTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .openapi({ example: "17:00", description: "24:00 is the end of the day" });
const weekdayTime = z.strictObject({
  weekday: z.number().int().min(1).max(7).openapi({ description: "1 is Monday" }),
  opens: time,
  closes: closingTime,
});
const exceptionTimes = { opens: time.nullable(), closes: closingTime.nullable() };
const moment = z.string().openapi({ format: "date-time", example: "2026-11-24T07:00:00Z" });
const someText = (longest: number) => textField(longest).nullable();

export const photo = z
  .object({
    id: z.uuid(),
    width: z.number().int(),
    height: z.number().int(),
    texts: texts.openapi({ description: "What the photo shows" }),
    large: z.string().openapi({ description: "At most 1600 pixels, WebP", example: "/photos/01939c5e-…/01939c5f-…-1600.webp" }),
    small: z.string().openapi({ description: "At most 480 pixels, WebP" }),
  })
  .openapi("Photo");

export const space = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
    address: z.string().nullable(),
    postcode: z.string().nullable(),
    town: z.string().nullable(),
    municipality: z.object({
      number: z.string(),
      name: z.string().nullable(),
      recordedOn: z.string().openapi({ format: "date", description: "The day whose borders the number belongs to" }),
    }),
    latitude: z.number(),
    longitude: z.number(),
    timeZone: z.string().openapi({ example: "Europe/Oslo" }),
    desks: z.number().int(),
    descriptions: texts,
    guestWelcome: texts,
    amenities: z.array(z.string()),
    themes: z.array(z.string()),
    openOnHolidays: z.boolean(),
    openingHours: z.array(weekdayTime),
    openingExceptions: z
      .array(z.object({ day: z.string(), ...exceptionTimes, reasons: texts }))
      .openapi({ description: "Today and later" }),
    holidays: z.array(z.object({ day: z.string(), names: texts })).openapi({ description: "Public holidays of the next twelve months" }),
    today: z.object({
      day: z.string(),
      times: z.array(z.object({ opens: z.string(), closes: z.string() })),
      closedBecause: z.enum(["exception", "holiday", "weekday", "not_yet", "no_more"]).nullable(),
      isOpen: z.boolean().openapi({ description: "Right now" }),
      closesAt: moment.nullable().openapi({ description: "Null when closed" }),
      opensAt: moment.nullable().openapi({ description: "The next opening; null when there is none within thirteen months" }),
    }),
    houseRules: z.object({ version: z.number().int(), texts, publishedAt: moment }).nullable(),
    photos: z.array(photo),
    contact: z.object({
      email: z.string().nullable(),
      phone: z.string().nullable(),
      confirmedOn: z.string().nullable(),
      isStale: z.boolean(),
    }),
    openedOn: z.string().nullable(),
    closedFrom: z.string().nullable().openapi({ description: "The first day it is no longer there" }),
    version: z.number().int(),
    abilities: z.object({ edit: z.boolean(), receiveGuests: z.boolean() }),
  })
  .openapi("Space");

export const settings = z
  .object({
    arrival: texts.openapi({ description: "Shown to those who hold a pass or booking for that day" }),
    hostDuties: z.array(z.object({ id: z.uuid(), texts })),
    version: z.number().int(),
    lastChange: z.object({ by: z.string().nullable(), at: moment }).nullable(),
  })
  .openapi("SpaceSettings");

const facts = {
  name: nameField(120),
  address: someText(200),
  postcode: someText(10),
  town: someText(80),
  municipalityNumber: z
    .string()
    .regex(/^\d{4}$/)
    .openapi({ example: "5001" }),
  municipalityRecordedOn: dayField.openapi({ description: "The day whose borders the number belongs to; today when left out" }),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  timeZone: z.string().max(60).refine(isTimeZone).openapi({ example: "Europe/Oslo" }),
  desks: z.number().int().min(0).max(100_000),
  descriptions: textsField(4_000),
  guestWelcome: textsField(1_000),
  arrival: textsField(2_000),
  amenities: z.array(z.enum(amenityKeys)).max(amenityKeys.length),
  themes: z.array(z.enum(themeKeys)).max(themeKeys.length),
  openOnHolidays: z.boolean(),
  contactEmail: z.email().max(200).toLowerCase().nullable(),
  contactPhone: someText(40),
};

export const spaceChanges = z.strictObject(facts).partial().openapi("SpaceChanges");

export const newSpace = spaceChanges
  .required({ name: true, municipalityNumber: true, latitude: true, longitude: true })
  .extend({
    slug: z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .optional(),
    openedOn: dayField.optional().openapi({ description: "Its first day; today when left out" }),
  })
  .openapi("NewSpace");

export const openingHoursBody = z.strictObject({
  openingHours: z.array(weekdayTime).max(42),
  openOnHolidays: z.boolean().optional().openapi({ description: "Whether public holidays are as other days; unchanged when left out" }),
});
export const exceptionBody = z.strictObject({ ...exceptionTimes, reasons: textsField(200).default({}) });
export const houseRules = z
  .object({ version: z.number().int(), texts, publishedAt: moment, consentedAt: moment.nullable() })
  .openapi("HouseRules");
export const rulesBody = z.strictObject({ texts: textsField(10_000) });
export const consent = z.object({ spaceId: z.uuid(), version: z.number().int(), consentedAt: moment });
export const duties = z.strictObject({ hostDuties: z.array(z.strictObject({ id: idField.optional(), texts: textsField(200) })).max(20) });

export type Space = z.output<typeof space>;
export type SpaceSettings = z.output<typeof settings>;
export type WrittenHours = z.output<typeof openingHoursBody>;
export type SpaceChanges = z.output<typeof spaceChanges>;
export type NewSpace = z.output<typeof newSpace>;
export type WrittenDuties = z.output<typeof duties>["hostDuties"];
export type WrittenException = z.output<typeof exceptionBody>;
