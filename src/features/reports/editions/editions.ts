import type { Db } from "../../../platform/database/database.ts";
import type { ReportRow } from "../queries.ts";

/** Another edition of a report, and why it was corrected. */
export interface Edition {
  slug: string;
  publishedAt: string | null;
  reason: string;
}

export interface Editions {
  /** The one this one takes the place of. */
  corrects: Edition | null;
  /** The one that takes its place; a draft only for those who write it. */
  correctedBy: Edition | null;
}

/** The editions before and after a report. */
export async function editionsOf(db: Db, row: ReportRow, maySeeDrafts: boolean): Promise<Editions> {
  const columns = ["slug", "published_at", "correction_reason"] as const;
  const before =
    row.corrects_id === null
      ? undefined
      : await db.selectFrom("reports").select(columns).where("id", "=", row.corrects_id).executeTakeFirst();
  const after = await db.selectFrom("reports").select(columns).where("corrects_id", "=", row.id).executeTakeFirst();
  const isSeen = after !== undefined && (after.published_at !== null || maySeeDrafts);
  return {
    corrects: before ? editionOf(before.slug, before.published_at, row.correction_reason) : null,
    correctedBy: isSeen ? editionOf(after.slug, after.published_at, after.correction_reason) : null,
  };
}

function editionOf(slug: string, publishedAt: Temporal.Instant | null, reason: string | null): Edition {
  return { slug, publishedAt: publishedAt?.toString() ?? null, reason: reason ?? "" };
}
