import { z } from "zod";
import { lineKinds, orderStates, priorities } from "../../src/features/production/order.ts";
import { day, email, hours, moment, slug } from "./contract.ts";

const kroner = z.number().int().min(0);

const induction = z.strictObject({
  space: slug,
  resource: z.string(),
  /** A key of certifications.json. */
  certification: z.string(),
  level: z.number().int().min(1),
  instructor: email,
  day,
  /** The first of these that is free, that day or one of the days after. */
  times: z.array(hours).min(1),
  places: z.number().int().min(1),
  note: z.string().optional(),
  signUps: z.array(email),
});

const consumable = z.strictObject({
  space: slug,
  name: z.string(),
  unit: z.string(),
  kroner,
  inStock: z.number().int().min(0),
  lowAt: z.number().int().min(0).optional(),
});

const consultation = z.strictObject({
  space: slug,
  /** 1 is Monday. */
  weekday: z.number().int().min(1).max(7),
  times: hours,
  slotMinutes: z.number().int().min(5),
  staff: email,
  note: z.string().optional(),
  /** Who comes the next time it is held: to which slot, counted from 0, and why. */
  taken: z.array(z.strictObject({ person: email, slot: z.number().int().min(0), about: z.string() })),
});

const order = z.strictObject({
  space: slug,
  customer: email,
  title: z.string(),
  description: z.string().optional(),
  material: z.string().optional(),
  quantity: z.number().int().min(1),
  wantedBy: day.optional(),
  priority: z.enum(priorities),
  /** Oldest first; the last is where it stands. */
  history: z.array(z.strictObject({ state: z.enum(orderStates), at: moment, reason: z.string().optional() })).min(1),
  lines: z.array(
    z.strictObject({
      kind: z.enum(lineKinds),
      text: z.string(),
      kroner,
      /** What of it is to be paid, of an order that was stopped. */
      owed: kroner.optional(),
      /** A name among the consumables of the space. */
      consumable: z.string().optional(),
      consumed: z.number().int().min(1).optional(),
    }),
  ),
  messages: z.array(z.strictObject({ at: moment, from: z.enum(["customer", "lab"]), text: z.string() })),
  files: z.array(z.strictObject({ name: z.string(), content: z.string() })),
});

export const making = z.strictObject({
  inductions: z.array(induction),
  consultations: z.array(consultation),
  consumables: z.array(consumable),
  orders: z.array(order),
});
