import { z } from "@hono/zod-openapi";
import { criterion, phase, texts } from "../shapes.ts";

const scores = z
  .record(z.string(), z.number().int())
  .openapi({ description: "By the id of the criterion. One that is not there is missing, and is not zero" });
const juror = z.object({ id: z.uuid(), name: z.string() });

/** What a juror has said of a submission. */
export const review = z
  .object({
    submission: z.object({ id: z.uuid(), title: z.string() }),
    juror,
    phase: z.object({ number: z.number().int(), name: texts, closedAt: z.string().nullable() }),
    criteria: z.array(criterion),
    conflict: z
      .enum(["none", "conflict"])
      .nullable()
      .openapi({ description: "Null until it is declared: before that no score can be given" }),
    conflictReason: z.string().nullable(),
    scores,
    comment: z.string().nullable(),
    deliveredAt: z.string().nullable(),
    version: z.number().int(),
    abilities: z.object({ score: z.boolean() }),
  })
  .openapi("Review");

const change = z.object({
  at: z.string(),
  conflict: z.enum(["none", "conflict"]).nullable(),
  scores,
  isDelivered: z.boolean(),
});

/** A review as those who run the call see it: sealed until the phase closes. */
export const sealedReview = z
  .object({
    juror,
    phase: z.number().int(),
    state: z.enum(["assigned", "declared", "delivered", "recused"]),
    conflictReason: z.string().nullable(),
    isSealed: z.boolean(),
    scores: scores.nullable().openapi({ description: "Null while sealed" }),
    comment: z.string().nullable(),
    changes: z.array(change).openapi({ description: "How it stood after each change; empty while sealed" }),
  })
  .openapi("SealedReview");

export const assignment = z
  .object({
    call: z.object({ id: z.uuid(), slug: z.string(), title: texts, runner: z.string(), isBlind: z.boolean() }),
    phase: z.object({ number: z.number().int(), name: texts, isOpen: z.boolean() }),
    submission: z.object({ id: z.uuid(), title: z.string() }),
    conflict: z.enum(["none", "conflict"]).nullable(),
    scored: z.number().int(),
    criteria: z.number().int(),
    deliveredAt: z.string().nullable(),
  })
  .openapi("ReviewAssignment");

export const jurorProgress = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    assigned: z.number().int(),
    delivered: z.number().int(),
    recused: z.number().int(),
  })
  .openapi("JurorProgress");

const figure = z.number();
const ids = z.array(z.uuid());

export const results = z
  .object({
    phase,
    fewest: z.number().int().openapi({ description: "With fewer reviews than this there is no result" }),
    items: z.array(
      z.object({
        submission: z.object({ id: z.uuid(), title: z.string(), applicant: z.string().nullable() }),
        count: z.number().int().openapi({ description: "Reviews it rests on: delivered, and not recused" }),
        figures: z
          .object({
            mean: figure.openapi({ description: "Of the jurors' totals, each from 0 to 100" }),
            median: figure,
            standardised: figure.openapi({ description: "Mean of (total − the juror's mean) ÷ the juror's standard deviation, n − 1" }),
          })
          .nullable()
          .openapi({ description: "Null with too few reviews" }),
        ranks: z.object({ mean: z.number().int(), median: z.number().int(), standardised: z.number().int() }).nullable(),
        reviews: z.array(
          z.object({
            juror,
            state: z.enum(["assigned", "declared", "delivered", "recused"]),
            total: figure.nullable(),
            scores,
            comment: z.string().nullable(),
          }),
        ),
      }),
    ),
    leaders: z.object({ mean: ids, median: ids, standardised: ids }),
    isUnanimous: z.boolean().openapi({ description: "Whether the three ways of counting name the same winner" }),
  })
  .openapi("CallResults");
