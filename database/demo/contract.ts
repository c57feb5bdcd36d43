import { z } from "zod";
import { dimensions, termsSchema } from "../../src/features/exchange/agreement.ts";

/** A text really written in each language. */
export const texts = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) });
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const email = z.string().regex(/^[a-z.]+@demo\.example$/);
const key = z.string().regex(/^[a-z]+(_[a-z]+)*$/);
const isoDay = z.iso.date();
/** See `day.ts`: an ISO date, `-12`, `0`, `+3`, or `workday+3`. */
export const day = z.string().regex(/^(\d{4}-\d\d-\d\d|0|[+-][1-9]\d*|workday[+-]\d+)$/);
/** `<day>T<HH:MM>`, or `now-40m`, `now+20h`. */
export const moment = z.string().regex(/^((\d{4}-\d\d-\d\d|0|[+-][1-9]\d*|workday[+-]\d+)T\d\d:\d\d|now[+-]\d+[mh])$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const hours = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/);
const municipalityNumber = z.string().regex(/^\d{4}$/);
const plan = z.enum(["flex", "fixed_desk", "team"]);

export const word = z.strictObject({ key, label: texts });

export const organization = z.strictObject({
  slug,
  name: z.string(),
  kinds: z.array(z.enum(["space_operator", "company", "startup", "network", "cluster", "investor", "county"])).min(1),
  organizationNumber: z
    .string()
    .regex(/^3\d{8}$/)
    .nullable(),
  legalForm: z.enum(["AS", "SA", "STI", "FLI", "ENK", "FYLK"]),
  /** By the register; nobody has asked it about those that do not say. */
  vatRegistered: z.boolean().optional(),
  foundedOn: isoDay,
  website: z
    .string()
    .regex(/^https:\/\/[a-z0-9-]+\.example$/)
    .nullable(),
  contactEmail: z.string().regex(/^[a-z]+@[a-z0-9-]+\.example$/),
  contactConfirmedOn: day,
  /** Which county a public body answers for, where its office lies in another. */
  answersForCounty: z.string().optional(),
  municipalityNumber,
  languages: z.array(z.enum(["nb", "nn", "en"])).min(1),
  sectors: z.array(key).min(1),
  visibility: z.enum(["public", "network", "private"]),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  descriptions: texts,
});

export const membership = z.strictObject({
  organization: slug,
  member: slug,
  from: day,
  to: day.nullable(),
  plan: plan.optional(),
  tier: z.enum(["small", "medium", "large"]).optional(),
  payer: z.enum(["member", "organization", "free"]),
});

const position = z.strictObject({
  organization: slug,
  role: z.enum(["owner", "manager", "host", "member", "coordinator", "operator", "board_leader"]),
  from: isoDay,
  title: z.string().optional(),
});

export const person = z.strictObject({
  email,
  name: z.string().min(3),
  locale: z.enum(["nb", "nn", "en"]),
  visibility: z.enum(["public", "network", "private"]),
  home: slug.optional(),
  through: slug.optional(),
  plan: plan.optional(),
  memberSince: isoDay.optional(),
  exchangeOptOut: z.literal(true).optional(),
  positions: z.array(position).default([]),
});

export const space = z.strictObject({
  slug,
  organization: slug,
  name: z.string(),
  address: z.string(),
  town: z.string(),
  municipalityNumber,
  latitude: z.number(),
  longitude: z.number(),
  desks: z.number().int().positive(),
  openedOn: isoDay,
  openingHours: z.array(hours.nullable()).length(7),
  openOnHolidays: z.boolean(),
  openingExceptions: z.array(z.strictObject({ day, opens: time.nullable(), closes: time.nullable(), reasons: texts })),
  amenities: z.array(key).min(1),
  themes: z.array(key).min(1),
  contactEmail: z.string().regex(/^hei@[a-z0-9-]+\.example$/),
  contactConfirmedOn: day,
  descriptions: texts,
  guestTerms: z
    .strictObject({ seatsPerWeekday: z.array(z.number().int().min(0)).length(7), askFirst: z.boolean(), closedDays: z.array(day) })
    .nullable(),
  guestWelcome: texts.optional(),
  arrival: texts.optional(),
  houseRules: z.strictObject({ version: z.number().int().positive(), publishedOn: isoDay, texts }).optional(),
  hostDuties: z.array(texts).min(3).max(4).optional(),
});

const stage = z.enum(["prospect", "contacted", "in_dialogue", "applied", "member", "declined"]);

export const candidate = z.strictObject({
  slug,
  name: z.string(),
  town: z.string(),
  municipalityNumber,
  desks: z.number().int().positive(),
  stage,
  nextStep: z.string().nullable(),
  nextStepOn: day.optional(),
  nextStepAt: time.optional(),
  owner: email.nullable(),
  history: z.array(z.strictObject({ to: stage, on: day, by: email.nullable(), reason: z.string() })).min(1),
  notes: z.array(z.strictObject({ on: day, by: email, text: z.string() })),
});

export const agreement = z.strictObject({
  network: slug,
  versions: z.array(
    z.strictObject({
      version: z.number().int().positive(),
      validFrom: isoDay,
      publishedOn: isoDay,
      publishedBy: email.nullable(),
      texts,
      terms: termsSchema,
      quotas: z.array(z.strictObject({ dimension: z.enum(dimensions), daysPerMonth: z.number().int() })),
      acceptances: z.array(z.strictObject({ space: slug, acceptedOn: isoDay, acceptedBy: email })),
    }),
  ),
});

export const pass = z.strictObject({
  person: email,
  host: slug,
  day,
  state: z.enum(["waiting", "offered", "held", "checked_in", "completed", "cancelled", "no_show", "refused"]),
  waitsFor: z.enum(["seat", "host"]).optional(),
  claimedAt: moment,
  heldAt: moment.optional(),
  checkedInAt: moment.optional(),
  code: z
    .string()
    .regex(/^[A-Z0-9]{8}$/)
    .optional(),
  message: z.string().optional(),
  dutiesDone: z.array(z.number().int()).optional(),
  ending: z.strictObject({ kind: z.enum(["cancelled", "refused"]), endedAt: moment, by: email, reason: z.string().nullable() }).optional(),
  offer: z.strictObject({ offeredAt: moment, expiresAt: moment }).optional(),
  scans: z.array(z.strictObject({ scannedAt: moment, device: z.string(), by: email, counted: z.boolean() })).optional(),
  correction: z.strictObject({ askedBy: slug, person: email, reason: z.string(), askedAt: moment }).optional(),
});

const matrix = z.record(slug, z.array(z.number().int().min(0)));

export const flows = z.strictObject({
  seed: z.string(),
  hosts: z.array(slug),
  passes: matrix,
  overQuota: matrix,
  /** How full the most wanted house is on each of the working days to come. */
  ahead: z.array(z.number().min(0).max(1)).min(1),
  quarters: z.array(
    z.strictObject({
      quarter: z.number().int().max(0),
      state: z.enum(["settled", "counted", "running"]),
      /** How much of the matrix the quarter saw; all of it when absent. */
      share: z.number().min(0).max(1).optional(),
    }),
  ),
  corrections: z.array(
    z.strictObject({ quarter: z.number().int(), home: slug, host: slug, askedBy: slug, person: email, reason: z.string(), askedOn: day }),
  ),
});

export const trial = z.strictObject({
  role: z.enum(["visitor", "member", "host", "manager", "coordinator", "adviser", "founder", "investor", "region", "operator"]),
  email: email.nullable(),
  label: texts,
  at: slug.nullable(),
  steps: z
    .array(z.strictObject({ path: z.string().startsWith("/"), title: texts, text: texts }))
    .min(3)
    .max(4),
});
