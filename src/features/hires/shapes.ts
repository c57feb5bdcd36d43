import { z } from "@hono/zod-openapi";
import { idField, momentField, nameField, neededTextsField, textField } from "../../platform/http/fields.ts";
import { supplies } from "../plans/index.ts";
import { resourceKinds } from "../spaces/index.ts";
import { hireStates, setUps } from "./hire.ts";
import { extraUnits, lineKinds, vatRates } from "./price.ts";

const ore = z.number().int().min(0).max(100_000_000);
const percent = z.number().int().min(0).max(100);
const rate = z.union(vatRates.map((each) => z.literal(each)));
const people = z.number().int().min(1).max(100_000);
const rooms = z.array(idField).min(1).max(20).openapi({ description: "Ids of rooms; a whole has its parts with it" });
const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });

export const wish = z.strictObject({ id: idField, quantity: z.number().int().min(1).max(100_000) });

export const newHire = z.strictObject({
  rooms,
  startsAt: momentField,
  endsAt: momentField,
  people,
  setUp: z.enum(setUps).default("as_it_is"),
  purpose: nameField(200).openapi({ description: "What it is for; the title of the booking, once there is one" }),
  note: textField(2000).optional(),
  extras: z.array(wish).max(50).default([]),
  contactName: nameField(120),
  email: z.email().max(200).toLowerCase().openapi({ example: "kari@example.com" }),
  organizationName: textField(200).optional(),
  organizationNumber: textField(40).optional().openapi({ example: "310 000 000" }),
  invoiceAddress: textField(400).optional(),
  termsVersion: z.number().int().min(1).openapi({ description: "The version of the conditions of hire that was read and accepted" }),
});

export const newTerms = z.strictObject({
  texts: neededTextsField(8000),
  freeDays: z.number().int().min(0).max(365).openapi({ description: "May be cancelled free of charge until so many days before" }),
  feePercent: percent.openapi({ description: "What cancelling later costs, of the agreed price" }),
  lettingHasVat: z.boolean().default(false).openapi({
    description: "The seller has registered by choice for letting premises (merverdiavgiftsloven § 2-3)",
  }),
});

export const newExtra = z.strictObject({
  names: neededTextsField(120),
  unit: z.enum(extraUnits),
  priceOre: ore.openapi({ description: "Without VAT" }),
  vatPercent: rate.default(25),
});

const newLine = z.strictObject({
  kind: z.enum(lineKinds),
  text: textField(200).min(1),
  quantity: z.number().int().min(1).max(100_000),
  unitOre: ore,
  supply: z.enum(supplies),
  vatPercent: rate.optional().openapi({ description: "Left out: as the VAT act says of this seller" }),
});

export const newQuote = z.strictObject({
  rooms,
  startsAt: momentField.optional().openapi({ description: "Another time than was asked for" }),
  endsAt: momentField.optional(),
  lines: z.array(newLine).min(1).max(100),
  discountPercent: percent.default(0),
  discountReason: textField(200).optional(),
  validUntil: momentField.openapi({ description: "Until then the time is held" }),
});

const line = z.object({
  kind: z.enum(lineKinds),
  text: z.string(),
  quantity: z.number().int(),
  unitOre: z.number().int(),
  amountOre: z.number().int().openapi({ description: "With the discount taken off, without VAT" }),
  supply: z.enum(supplies),
  vatPercent: z.number().int(),
});

const total = z.object({
  netOre: z.number().int(),
  vatOre: z.number().int(),
  sumOre: z.number().int(),
  rates: z.array(z.object({ vatPercent: z.number().int(), netOre: z.number().int(), vatOre: z.number().int() })),
});

const termsShape = z
  .object({
    version: z.number().int(),
    texts,
    freeDays: z.number().int(),
    feePercent: z.number().int(),
    lettingHasVat: z.boolean(),
    publishedAt: z.string(),
  })
  .openapi("HireTerms");

export const hireMove = z.strictObject({
  startsAt: momentField,
  endsAt: momentField.openapi({ description: "As long after the start as before: another length has another price" }),
  reason: textField(500).min(1),
  isWished: z.boolean().openapi({ description: "Whether the hirer asked for it; else they may cancel free of charge for a week" }),
});

const room = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(resourceKinds),
  capacity: z.number().int(),
  partOf: z.uuid().nullable(),
  descriptions: texts,
  equipment: z.array(z.string()),
  prices: z.array(z.object({ unit: z.enum(["hour", "half_day", "day"]), amountOre: z.number().int() })),
  isOffered: z.boolean(),
});

/** What a house hires out, to whom it concerns. */
export const offer = z
  .object({
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), timeZone: z.string() }),
    rooms: z.array(room).openapi({ description: "Those that are offered; to who manages the house all that could be" }),
    extras: z.array(
      z.object({ id: z.uuid(), names: texts, unit: z.enum(extraUnits), priceOre: z.number().int(), vatPercent: z.number().int() }),
    ),
    terms: termsShape.nullable(),
    isVatRegistered: z.boolean().nullable(),
    abilities: z.object({ ask: z.boolean(), manage: z.boolean() }),
  })
  .openapi("HireOffer");

export const estimateShape = z
  .object({
    rooms: z.array(z.object({ id: z.uuid(), name: z.string(), isFree: z.boolean() })),
    isFree: z.boolean(),
    lines: z.array(line),
    total,
  })
  .openapi("HireEstimate");

const listed = {
  id: z.uuid(),
  space: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), timeZone: z.string() }),
  state: z.enum(hireStates),
  stateSince: z.string(),
  rooms: z.array(z.object({ id: z.uuid(), name: z.string(), bookingId: z.uuid().nullable() })),
  startsAt: z.string(),
  endsAt: z.string(),
  people: z.number().int(),
  purpose: z.string(),
  contactName: z.string(),
  organizationName: z.string().nullable(),
  quotedUntil: z.string().nullable(),
  createdAt: z.string(),
};

export const hireLine = z.object(listed).openapi("HireInList");

export const hire = z
  .object({
    ...listed,
    setUp: z.enum(setUps),
    note: z.string().nullable(),
    email: z.string().nullable().openapi({ description: "Null once erased" }),
    organizationNumber: z.string().nullable(),
    invoiceAddress: z.string().nullable(),
    wishes: z.array(z.object({ id: z.uuid(), names: texts, unit: z.enum(extraUnits), quantity: z.number().int() })),
    lines: z.array(line).openapi({ description: "Of the quote, once there is one" }),
    total,
    discountPercent: z.number().int(),
    discountReason: z.string().nullable(),
    terms: termsShape.nullable().openapi({ description: "The version that was accepted, else the one that holds now" }),
    cancellation: z
      .object({ freeUntil: z.string(), feePercent: z.number().int(), feeOre: z.number().int() })
      .nullable()
      .openapi({ description: "What cancelling would cost the hirer now, without VAT" }),
    messages: z.array(
      z.object({ id: z.uuid(), writtenAt: z.string(), side: z.enum(["hirer", "house"]), by: z.string().nullable(), text: z.string() }),
    ),
    history: z.array(
      z.object({
        state: z.enum(hireStates),
        at: z.string(),
        by: z.string().nullable(),
        reason: z.string().nullable(),
        movedFrom: z.string().nullable().openapi({ description: "When it was to begin before it was moved" }),
      }),
    ),
    version: z.number().int(),
    abilities: z.object({
      prove: z.boolean(),
      accept: z.boolean(),
      withdraw: z.boolean(),
      cancel: z.boolean(),
      move: z.boolean(),
      write: z.boolean(),
      quote: z.boolean(),
      decline: z.boolean(),
      takeBack: z.boolean(),
    }),
  })
  .openapi("Hire");

export const availabilityShape = z
  .object({
    rooms: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        capacity: z.number().int(),
        isAsked: z.boolean(),
        isFree: z.boolean(),
        priceOre: z.number().int(),
      }),
    ),
    rivals: z.array(z.object({ id: z.uuid(), purpose: z.string(), state: z.enum(hireStates), startsAt: z.string(), endsAt: z.string() })),
    lines: z.array(line).openapi({ description: "The wish by the prices of the house: where a quote begins" }),
  })
  .openapi("HireAvailability");

export type NewHire = z.infer<typeof newHire>;
export type NewTerms = z.infer<typeof newTerms>;
export type NewExtra = z.infer<typeof newExtra>;
export type HireMove = z.infer<typeof hireMove>;
export type Quote = z.infer<typeof newQuote>;
