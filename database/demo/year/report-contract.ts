import { z } from "zod";
import { clocks, mergerViews } from "../../../src/features/programs/survival/follow-up.ts";
import { drawnBy } from "../../../src/features/reports/report.ts";
import { appearances } from "../../../src/features/reports/stories/story.ts";
import { email, slug, texts } from "../contract.ts";

// a part may go without words
const words = z.union([texts, z.strictObject({})]);
const metric = slug;
// a day, or so many years before the day it is loaded
const day = z.union([z.iso.date(), z.string().regex(/^today(-\d+y)?$/)]);

/** Reports: words around figures, which are counted from the rows. What was published is counted a moment after the network is loaded, a draft when it is read. */
export const reports = z.array(
  z.strictObject({
    organization: slug,
    slug,
    titles: texts,
    leads: texts,
    from: day,
    to: day,
    borders: day,
    writtenBy: email,
    /** Absent: a draft. */
    publishedOn: z.iso.date().optional(),
    parts: z
      .array(
        z.discriminatedUnion("kind", [
          z.strictObject({ kind: z.literal("figures"), metrics: z.array(metric).min(1).max(12) }),
          z.strictObject({ kind: z.literal("figure"), metric, by: z.enum(drawnBy), headings: words, texts: words }),
          z.strictObject({ kind: z.literal("goal"), metric, amount: z.number().positive(), headings: words, texts: words }),
          z.strictObject({ kind: z.literal("text"), headings: texts, texts }),
          z.strictObject({ kind: z.literal("map"), metric, headings: words, texts: words }),
          z.strictObject({
            ...{ kind: z.literal("survival"), program: slug, clock: z.enum(clocks), merged: z.enum(mergerViews) },
            ...{ headings: words, texts: words },
          }),
          z.strictObject({
            kind: z.literal("story"),
            titles: texts,
            texts,
            people: z.array(z.strictObject({ email, appearance: z.enum(appearances) })),
          }),
          z.strictObject({ kind: z.literal("targets"), program: slug, headings: words, texts: words }),
        ]),
      )
      .min(1),
  }),
);

export type DemoReport = z.infer<typeof reports>[number];
