import { z } from "zod";
import { askers } from "../../src/features/investors/introductions/introduction.ts";
import { interestStates } from "../../src/features/investors/raises/interest-states.ts";
import { instruments, stages } from "../../src/features/investors/raises/raise.ts";
import { givenTiers } from "../../src/features/investors/raises/tier.ts";
import { day, email, slug, texts } from "./contract.ts";

const contact = z.strictObject({ name: z.string(), email, phone: z.string().optional() });

export const investors = z.strictObject({
  network: slug,
  program: slug,
  investors: z.array(
    z.strictObject({
      organization: slug,
      ticketFrom: z.number().int(),
      ticketTo: z.number().int(),
      stages: z.array(z.enum(stages)),
      sectors: z.array(z.string()),
      counties: z.array(z.string().regex(/^\d{2}$/)),
      looksFor: z.string(),
      avoids: z.string().optional(),
      contact: contact.optional(),
    }),
  ),
  raises: z.array(
    z.strictObject({
      /** The startup of the program that is told of, or one of those that run, the latest taken in first. */
      startup: z.enum(["told", "first", "second"]),
      stage: z.enum(stages),
      instrument: z.enum(instruments),
      kroner: z.number().int(),
      deadline: day.optional(),
      sectors: z.array(z.string()),
      summary: texts,
      text: texts,
      terms: texts,
      contact,
      shared: day,
      consents: z.array(z.strictObject({ tier: z.enum(givenTiers), investor: slug.optional(), given: day, withdrawn: day.optional() })),
      introductions: z.array(
        z.strictObject({
          investor: slug,
          by: z.enum(askers),
          asked: day,
          note: z.string().optional(),
          /** The day both had said yes. */
          yes: day.optional(),
          meetings: z.array(z.strictObject({ day, note: z.string().optional() })).optional(),
        }),
      ),
      interests: z.array(z.strictObject({ investor: slug, state: z.enum(interestStates), note: z.string() })),
      closings: z.array(z.strictObject({ investor: slug, day, kroner: z.number().int() })).optional(),
    }),
  ),
});
