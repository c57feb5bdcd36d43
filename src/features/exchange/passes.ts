import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { partiesOf } from "./end-day-pass.ts";
import { maySeePass } from "./policy.ts";
import { findPass, type PassRow, passes } from "./queries.ts";

/** One pass, for those who have to do with it. */
export async function seePass({ db }: Installation, actor: Actor, id: string): Promise<PassRow> {
  const pass = found(await findPass(db, id));
  authorize(actor, maySeePass(actor, partiesOf(pass)));
  return pass;
}

/** The actor's own passes, the latest day first. */
export async function passesOf(
  { db }: Installation,
  actor: Actor,
  {
    limit,
    after,
    from,
    to,
  }: { limit: number; after?: [day: string, id: string] | undefined; from?: string | undefined; to?: string | undefined },
): Promise<PassRow[]> {
  authorize(actor, true);
  return passes(db)
    .where("p.person_id", "=", actor.personId)
    .$if(from !== undefined, (query) => query.where("p.day", ">=", from ?? ""))
    .$if(to !== undefined, (query) => query.where("p.day", "<=", to ?? ""))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(p.day, p.id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`))
    .orderBy("p.day", "desc")
    .orderBy("p.id", "desc")
    .limit(limit + 1)
    .execute();
}
