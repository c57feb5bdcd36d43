import type { Db } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";

/** The space with this id or slug, whoever asks; closed ones too. */
export function findSpace(db: Db, idOrSlug: string) {
  return db
    .selectFrom("spaces")
    .selectAll()
    .where(isId(idOrSlug) ? "id" : "slug", "=", idOrSlug)
    .executeTakeFirst();
}
