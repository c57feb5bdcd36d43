import { z } from "zod";
import { audiences, priceUnits } from "../../src/features/spaces/resources/resource.ts";
import { newResource } from "../../src/features/spaces/resources/shapes.ts";
import { day, email, hours, moment, slug, texts } from "./contract.ts";

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const kroner = z.number().int().min(0);
/** Monday first, as for opening hours. */
const perWeekday = z.array(z.number().int().min(0)).length(7);

export const certification = z.strictObject({
  key,
  organization: slug,
  names: texts,
  levels: z.number().int().min(1).max(9),
  validMonths: z.number().int().min(1).nullable(),
  recognises: z.array(key),
  holders: z.array(
    z.strictObject({
      person: email,
      level: z.number().int().min(1),
      from: day,
      to: day.optional(),
      grantedBy: email,
      reason: z.string().optional(),
    }),
  ),
});

/** The words of a resource are those of the API; what it is a part of and asks for go by name and key, prices in whole kroner. */
const resource = newResource
  .omit({ places: true, descriptions: true, partOf: true, certificationId: true, certificationLevel: true, placeInOrder: true })
  .omit({ prices: true, inUseFrom: true })
  .extend({
    descriptions: texts.optional(),
    partOf: z.string().optional(),
    certification: z.strictObject({ key, level: z.number().int().min(1) }).optional(),
    prices: z.partialRecord(z.enum(audiences), z.partialRecord(z.enum(priceUnits), kroner)),
  });

export const resourcesOfSpace = z.strictObject({ space: slug, resources: z.array(resource).min(1) });

/** A screen by the door of a room; on a wall when no room is named, or at the entrance for visitors. The address ends what it opens. */
export const display = z.strictObject({
  space: slug,
  room: z.string().optional(),
  name: z.string(),
  address: z.string().regex(/^eksempel-[a-z-]{12,}$/),
  showsTitles: z.boolean().optional(),
  isKiosk: z.literal(true).optional(),
});

const headcount = z.number().int().positive();
const what = z.strictObject({
  /** Empty: nobody writes what they want a desk for. */
  titles: z.array(z.string().min(2)),
  minutes: z.array(z.number().int().positive()).min(1),
  people: z.tuple([headcount, headcount]).optional(),
});

const standing = z.strictObject({
  space: slug,
  resource: z.string(),
  title: z.string().optional(),
  /** Absent: maintenance of the house's own. */
  person: email.optional(),
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
  /** Every so many weeks, the first of which has this remainder. */
  weeks: z.tuple([z.number().int().min(2).max(4), z.number().int().min(0).max(3)]).optional(),
  times: hours,
  /** It ends so many days later. */
  nights: z.number().int().positive().optional(),
  people: headcount.optional(),
  /** Desks of a pool for a whole team. */
  desks: z.number().int().positive().optional(),
  onHolidays: z.literal(true).optional(),
});

const traffic = z.strictObject({
  space: slug,
  resources: z.array(z.string()).min(1),
  holders: key,
  what: z.array(key).min(1),
  perWeekday,
  between: hours,
  onHolidays: z.literal(true).optional(),
});

const oneOff = z.strictObject({
  space: slug,
  resource: z.string(),
  person: email,
  title: z.string(),
  day,
  times: hours,
  people: headcount.optional(),
  note: z.string().optional(),
  state: z.enum(["held", "pending", "confirmed"]),
  bookedAt: moment,
  heldUntil: moment.optional(),
});

export const bookingRules = z.strictObject({
  seed: z.string(),
  holders: z.record(key, z.array(email).min(1)),
  what: z.record(key, what),
  oneOff: z.array(oneOff),
  standing: z.array(standing),
  traffic: z.array(traffic),
});

/** A weekly meeting of `standing` that is booked as a series, its last time ahead left out; and who waits for a time somebody has. */
/** A calendar somebody else keeps for a resource, and what it says of the days to come. */
export const outsideCalendar = z.strictObject({
  space: slug,
  resource: z.string(),
  name: z.string(),
  address: z.url().regex(/\.example\//),
  times: z.array(z.strictObject({ day, times: hours, title: z.string() })).min(1),
});

export const lines = z.strictObject({
  series: z.array(
    z.strictObject({ space: slug, resource: z.string(), title: z.string(), weekday: z.enum(["MO", "TU", "WE", "TH", "FR"]) }),
  ),
  waits: z.array(
    z.strictObject({
      space: slug,
      resource: z.string(),
      line: z.array(z.strictObject({ person: email, title: z.string(), people: headcount, hoursAgo: z.number().positive() })),
    }),
  ),
});
