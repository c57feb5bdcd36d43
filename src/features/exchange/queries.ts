import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { PassState } from "./day-pass.ts";

export interface PassRow {
  id: string;
  space_id: string;
  space_slug: string;
  space_name: string;
  space_town: string | null;
  time_zone: string;
  host_id: string;
  day: string;
  person_id: string;
  home_id: string;
  home_name: string;
  company_id: string | null;
  network_id: string;
  agreement_id: string;
  agreement_version: number;
  state: PassState;
  waits_for: "seat" | "host" | null;
  code: string;
  holder_name: string;
  message: string | null;
  price_ore: number;
  claimed_at: Temporal.Instant;
  held_at: Temporal.Instant | null;
  checked_in_at: Temporal.Instant | null;
  offer_expires_at: Temporal.Instant | null;
  ending: string | null;
  ending_reason: string | null;
  terms: unknown;
  place_in_line: number | null;
  arrival: Texts;
}

/** Passes with their host, home, offer and ending. Filter and order it further. */
export function passes(db: Db) {
  return db
    .selectFrom("day_passes as p")
    .innerJoin("spaces as s", "s.id", "p.space_id")
    .innerJoin("organizations as h", "h.id", "p.home_id")
    .innerJoin("agreement_versions as v", (join) =>
      join.onRef("v.agreement_id", "=", "p.agreement_id").onRef("v.version", "=", "p.agreement_version"),
    )
    .leftJoin("offers as o", (join) => join.onRef("o.space_id", "=", "p.space_id").onRef("o.pass_id", "=", "p.id"))
    .leftJoin("day_pass_endings as e", (join) => join.onRef("e.space_id", "=", "p.space_id").onRef("e.pass_id", "=", "p.id"))
    .select([
      "p.id",
      "p.space_id",
      "s.slug as space_slug",
      "s.name as space_name",
      "s.town as space_town",
      "s.time_zone",
      "s.organization_id as host_id",
      "p.day",
      "p.person_id",
      "p.home_id",
      "h.name as home_name",
      "p.company_id",
      "p.network_id",
      "p.agreement_id",
      "p.agreement_version",
      sql<PassState>`p.state`.as("state"),
      sql<"seat" | "host" | null>`p.waits_for`.as("waits_for"),
      "p.code",
      "p.holder_name",
      "p.message",
      "p.price_ore",
      "p.claimed_at",
      "p.held_at",
      "p.checked_in_at",
      "o.expires_at as offer_expires_at",
      "e.kind as ending",
      "e.reason as ending_reason",
      "v.terms",
      "s.arrival",
      sql<
        number | null
      >`case when p.waits_for = 'seat' then (select count(*) from day_passes w where w.space_id = p.space_id and w.day = p.day
        and w.state = 'waiting' and w.waits_for = 'seat' and (w.claimed_at, w.id) <= (p.claimed_at, p.id)) end`.as("place_in_line"),
    ]);
}

export function findPass(db: Db, id: string): Promise<PassRow | undefined> {
  return passes(db).where("p.id", "=", id).executeTakeFirst();
}

/** The organizations a person is a member of on a day, by themselves or through a company: their homes. */
export async function homesOf(db: Db, personId: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organization_id as id from memberships where member_person_id = ${personId} and during @> ${day}::date
    union
    select m.organization_id from positions p join memberships m on m.member_organization_id = p.organization_id and m.confirmed_at is not null and m.during @> ${day}::date
    where p.person_id = ${personId} and p.during @> ${day}::date`.execute(db);
  return rows.map(({ id }) => id);
}

/** What a claim must know of a host before it is decided: its id, zone and owner. */
export function findHost(db: Db, idOrSlug: string) {
  return db
    .selectFrom("spaces")
    .select(["id", "slug", "organization_id", "time_zone", "name"])
    .where(isId(idOrSlug) ? "id" : "slug", "=", idOrSlug)
    .executeTakeFirst();
}

/** Those on a host's list for a day, in the order they came. */
export function waitingFor(db: Db, spaceId: string, day: string) {
  return db
    .selectFrom("day_passes")
    .select(["id", "person_id"])
    .where("space_id", "=", spaceId)
    .where("day", "=", day)
    .where("state", "=", "waiting")
    .where("waits_for", "=", "seat")
    .orderBy("claimed_at")
    .orderBy("id")
    .execute();
}

/** The days with a free seat that somebody waits for, of the person, the company and the space, or all. */
export function waitedForAndFree(db: Db, of?: { person_id: string; company_id: string | null; space_id: string }) {
  return db
    .selectFrom("day_passes as p")
    .innerJoin("guest_days as g", (join) => join.onRef("g.space_id", "=", "p.space_id").onRef("g.day", "=", "p.day"))
    .select(["p.space_id", "p.day"])
    .distinct()
    .where("p.state", "=", "waiting")
    .where("p.waits_for", "=", "seat")
    .whereRef("g.taken", "<", "g.capacity")
    .$if(of !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where("p.person_id", "=", of?.person_id ?? ""),
          where("p.space_id", "=", of?.space_id ?? ""),
          ...(of?.company_id ? [where("p.company_id", "=", of.company_id)] : []),
        ]),
      ),
    )
    .orderBy("p.day")
    .orderBy("p.space_id")
    .execute();
}
