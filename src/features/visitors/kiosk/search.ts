import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { type CountedTries, countedTries } from "../../../platform/http/counted-tries.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Day } from "../../../platform/time/day.ts";
import type { DisplayRow } from "../../displays/index.ts";
import { beginsLike, visits, worksThere } from "../queries.ts";

/** So many a search shows; where there are more, whoever searches must know more of the name. */
export const mostFound = 5;

/** How often one kiosk may be searched: a group at the door, then five a minute. Over all processes. */
export function kioskSearches(installation: Installation): CountedTries {
  return countedTries(installation, "kiosk.search", { burst: 40, perSecond: 1 / 12 });
}

/** How many may come in unannounced at one kiosk: a class, then one a minute. */
export function kioskArrivals(installation: Installation): CountedTries {
  return countedTries(installation, "kiosk.arrival", { burst: 40, perSecond: 1 / 60 });
}

type Sought = { name: string } | { code: string };

/** Those announced for the day who have not come, by a name or a code; one more than is shown, if there is one. */
export function expectedLike(db: Db, spaceId: string, day: Day, sought: Sought) {
  return like(db, spaceId, sought)
    .where("v.day", "=", day)
    .where("v.arrived_at", "is", null)
    .orderBy("v.expected_at")
    .orderBy("v.id")
    .execute();
}

/** Those in the house, by a name or a code; one more than is shown, if there is one. */
export function insideLike(db: Db, spaceId: string, sought: Sought) {
  return like(db, spaceId, sought)
    .where("v.arrived_at", "is not", null)
    .where("v.left_at", "is", null)
    .orderBy("v.arrived_at")
    .orderBy("v.id")
    .execute();
}

/** Those who work in the house and let visitors find them here, with the organization they are there for. Narrow it further. */
export function findableAt(db: Db, { space_id: spaceId, organization_id: organizationId }: DisplayRow, day: Day) {
  return db
    .selectFrom("kiosk_names as k")
    .innerJoin("people as p", "p.id", "k.person_id")
    .select(["p.id", "p.name"])
    .where("k.space_id", "=", spaceId)
    .where("p.erased_at", "is", null)
    .where(worksThere(organizationId, sql.ref("p.id"), day));
}

/** Those to be found whose name is like what was sought; one more than is shown, if there is one. */
export function findableLike(db: Db, kiosk: DisplayRow, day: Day, name: string) {
  return findableAt(db, kiosk, day)
    .where(beginsLike("p.name", name))
    .orderBy(sql`p.name collate norwegian`)
    .orderBy("p.id")
    .limit(mostFound + 1)
    .execute();
}

function like(db: Db, spaceId: string, sought: Sought) {
  return visits(db)
    .where("v.space_id", "=", spaceId)
    .where("v.cancelled_at", "is", null)
    .where("name" in sought ? beginsLike("v.name", sought.name) : sql<boolean>`v.code = ${sought.code}`)
    .limit(mostFound + 1);
}
