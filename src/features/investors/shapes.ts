import { z } from "@hono/zod-openapi";
import { dayField } from "../../platform/http/fields.ts";
import { interestStates } from "./raises/interest-states.ts";
import { instruments, stages } from "./raises/raise.ts";
import { tiers } from "./raises/tier.ts";

export const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
export const ore = z.number().int().openapi({ description: "In øre" });
export const place = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
const contact = z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() });

const wish = {
  ticketFromOre: ore.nullable(),
  ticketToOre: ore.nullable(),
  stages: z.array(z.enum(stages)),
  sectors: z.array(z.string()),
  counties: z.array(z.string()),
  looksFor: z.string().nullable(),
  avoids: z.string().nullable().openapi({ description: "What they do not put money into" }),
};

export const investorLineSchema = z.object({ id: z.uuid(), network: place, organization: place, ...wish }).openapi("Investor");

export const profileSchema = z
  .object({
    ...investorLineSchema.shape,
    contact: contact
      .extend({ name: z.string().nullable(), email: z.string().nullable() })
      .nullable()
      .openapi({ description: "For the investor itself" }),
    hasEnded: z.boolean(),
    version: z.number().int(),
    abilities: z.object({ edit: z.boolean(), editContact: z.boolean(), end: z.boolean() }),
  })
  .openapi("InvestorProfile");

export const matchSchema = z.object({
  isMatch: z.boolean(),
  fits: z.number().int(),
  reasons: z.array(
    z.object({
      kind: z.enum(["stage", "sector", "geography", "ticket"]),
      fit: z.enum(["fits", "any", "differs"]),
      sentence: z.string().openapi({ description: "In the language asked for" }),
    }),
  ),
});

const event = z.object({ slug: z.string(), titles: texts });

/** What the tier does not reach is null. */
export const toldSchema = z
  .object({
    id: z.uuid(),
    network: place,
    tier: z.enum(tiers),
    profileId: z.uuid().nullable().openapi({ description: "The investor it is told to; null for those who run the network" }),
    stage: z.enum(stages),
    instrument: z.enum(instruments),
    summaries: texts,
    band: z.object({ fromOre: ore, toOre: ore.nullable() }),
    sectors: z.array(z.string()),
    county: z.object({ number: z.string(), name: z.string() }).nullable(),
    publishedAt: z.string(),
    hasEnded: z.boolean(),
    names: z
      .object({ organization: place, amountOre: ore, deadline: dayField.nullable(), texts, event: event.nullable() })
      .nullable()
      .openapi({ description: "From the tier `names`" }),
    contact: contact.extend({ terms: texts }).nullable().openapi({ description: "At the tier `contact`" }),
    interest: z.object({ state: z.enum(interestStates), note: z.string().nullable() }).nullable(),
    match: matchSchema.nullable(),
  })
  .openapi("ToldRaise");

const consent = z.object({
  id: z.uuid(),
  tier: z.enum(tiers),
  investor: z.object({ profileId: z.uuid(), name: z.string() }).nullable().openapi({ description: "null: every investor of the network" }),
  introductionId: z.uuid().nullable(),
  givenAt: z.string(),
  givenBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
});

export const recordSchema = z
  .object({
    id: z.uuid(),
    network: place,
    organization: place,
    state: z.enum(["draft", "shared", "ended"]),
    stage: z.enum(stages),
    instrument: z.enum(instruments),
    summaries: texts,
    amountOre: ore,
    deadline: dayField.nullable(),
    texts,
    event: event.extend({ id: z.uuid() }).nullable(),
    terms: texts,
    contact,
    version: z.number().int(),
  })
  .openapi("RaiseRecord");

export const recordWithConsents = recordSchema.extend({ consents: z.array(consent) }).openapi("RaiseRecordWithConsents");

export const investorOfRaise = z
  .object({
    investor: investorLineSchema,
    match: matchSchema,
    tier: z.enum(tiers).nullable().openapi({ description: "How far it sees; null: nothing" }),
    isFollowing: z.boolean().nullable().openapi({ description: "Told to those who run the network alone" }),
  })
  .openapi("InvestorOfRaise");
