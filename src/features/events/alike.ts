import { type SqlBool, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { titleIn } from "./event.ts";
import type { PreparedEvent } from "./prepare-event.ts";

/** An event there is, and the one that looks like a copy of it. */
export interface Alike {
  of: string;
  title: string;
  slug: string;
}

/** Events that begin when some new ones do, with a host in common and a like name: what was copied instead of held together. */
export async function alikeTo(db: Db, events: readonly PreparedEvent[]): Promise<Alike[]> {
  if (events.length === 0) return [];
  const rows = await db
    .selectFrom("events as e")
    .select(["e.slug", "e.starts_at", sql<Texts>`e.titles`.as("titles")])
    .select(sql<string[]>`array(select h.organization_id from event_hosts h where h.event_id = e.id)`.as("host_ids"))
    .where("e.status", "<>", "cancelled")
    .where(sql<SqlBool>`e.starts_at = any(${events.map(({ startsAt }) => startsAt.toString())}::timestamptz[])`)
    .execute();
  return events.flatMap((event) =>
    rows
      .filter(
        ({ starts_at, host_ids, titles }) =>
          starts_at.equals(event.startsAt) && host_ids.some((id) => event.hostIds.includes(id)) && isLikeTitle(titles, event.title),
      )
      .map(({ slug, titles }) => ({ of: event.id, slug, title: titleIn(titles, "nb") })),
  );
}

/** Whether two events have, in some language, the same words in their names, whatever their order, signs and capitals. */
export function isLikeTitle(one: Texts, other: Texts): boolean {
  return (["nb", "nn", "en"] as const).some((language) => {
    const [first, second] = [wordsOf(one[language] ?? ""), wordsOf(other[language] ?? "")];
    const shared = first.filter((word) => second.includes(word)).length;
    // three words of four are the same
    return shared > 0 && shared * 2 >= Math.max(first.length, second.length) * 1.5;
  });
}

function wordsOf(title: string): string[] {
  return [...new Set(title.toLocaleLowerCase("nb").match(/[\p{L}\p{N}]+/gu) ?? [])];
}
