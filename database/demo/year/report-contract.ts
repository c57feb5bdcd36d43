import { z } from "zod";
import { drawnBy } from "../../../src/features/reports/report.ts";
import { email, slug, texts } from "../contract.ts";

// a part may go without words
const words = z.union([texts, z.strictObject({})]);
const metric = slug;

/** Yearly reports that were published: their words around figures, which are counted from the rows when they are loaded. */
export const reports = z.array(
  z.strictObject({
    organization: slug,
    slug,
    titles: texts,
    leads: texts,
    from: z.iso.date(),
    to: z.iso.date(),
    borders: z.iso.date(),
    publishedOn: z.iso.date(),
    publishedBy: email,
    parts: z
      .array(
        z.discriminatedUnion("kind", [
          z.strictObject({ kind: z.literal("figures"), metrics: z.array(metric).min(1).max(12) }),
          z.strictObject({ kind: z.literal("figure"), metric, by: z.enum(drawnBy), headings: words, texts: words }),
          z.strictObject({ kind: z.literal("text"), headings: texts, texts }),
        ]),
      )
      .min(1),
  }),
);
