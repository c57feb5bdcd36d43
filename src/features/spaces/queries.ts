import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";
import type { Day } from "../../platform/time/day.ts";
import type { Opening, OpeningException, WeekdayTime } from "./opening.ts";
import { daysOfRange, type SpaceRow } from "./space.ts";

/** The space with this id or slug, whoever asks; closed ones too. */
export function findSpace(db: Db, idOrSlug: string) {
  return db
    .selectFrom("spaces")
    .selectAll()
    .where(isId(idOrSlug) ? "id" : "slug", "=", idOrSlug)
    .executeTakeFirst();
}

/** The same, kept from other edits until the transaction ends. Passes of its guests go on: their foreign keys do not wait. */
export function lockSpace(tx: Db, idOrSlug: string) {
  return tx
    .selectFrom("spaces")
    .selectAll()
    .where(isId(idOrSlug) ? "id" : "slug", "=", idOrSlug)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** The organization with this id or slug. */
export function findOrganization(db: Db, idOrSlug: string) {
  return db
    .selectFrom("organizations")
    .select(["id", "slug", "name"])
    .where(isId(idOrSlug) ? "id" : "slug", "=", idOrSlug)
    .executeTakeFirst();
}

/** The name the municipality had on the day its number was written down. */
export async function municipalityName(db: Db, space: SpaceRow): Promise<string | null> {
  const row = await db
    .selectFrom("municipalities")
    .select("name")
    .where("number", "=", space.municipality_number)
    .where("valid_from", "<=", space.municipality_recorded_on)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">", space.municipality_recorded_on)]))
    .executeTakeFirst();
  return row?.name ?? null;
}

/** When the space is open: its week, and the days from `since` on that differ. */
export async function openingOf(db: Db, space: SpaceRow, since: Day): Promise<Opening> {
  const hours = await openingHours(db, space.id);
  const exceptions = await openingExceptions(db, space.id, since);
  const { from, until } = daysOfRange(space.during);
  return { timeZone: space.time_zone, hours, exceptions, isOpenOnHolidays: space.open_on_holidays, from, until };
}

async function openingHours(db: Db, spaceId: string): Promise<WeekdayTime[]> {
  const rows = await db
    .selectFrom("opening_hours")
    .select(["weekday", "opens", "closes"])
    .where("space_id", "=", spaceId)
    .orderBy("weekday")
    .orderBy("opens")
    .execute();
  return rows.map(({ weekday, opens, closes }) => ({ weekday, opens: minutes(opens), closes: minutes(closes) }));
}

async function openingExceptions(db: Db, spaceId: string, since: Day): Promise<OpeningException[]> {
  const rows = await db
    .selectFrom("opening_exceptions")
    .select(["day", "opens", "closes", "reasons"])
    .where("space_id", "=", spaceId)
    .where("day", ">=", since)
    .orderBy("day")
    .execute();
  return rows.map(({ day, opens, closes, reasons }) => ({
    day,
    opens: opens && minutes(opens),
    closes: closes && minutes(closes),
    reasons,
  }));
}

/** The house rules that hold now: the newest version, or undefined when none was published. */
export function currentHouseRules(db: Db, spaceId: string) {
  return houseRules(db, spaceId).limit(1).executeTakeFirst();
}

/** Versions of the house rules, newest first, below a version when one is given. */
export function houseRulesBelow(db: Db, spaceId: string, limit: number, version: number | undefined) {
  return houseRules(db, spaceId)
    .$if(version !== undefined, (query) => query.where("version", "<", version ?? 0))
    .limit(limit)
    .execute();
}

function houseRules(db: Db, spaceId: string) {
  return db
    .selectFrom("house_rules")
    .select(["version", "texts", "published_at"])
    .where("space_id", "=", spaceId)
    .orderBy("version", "desc");
}

/** When the actor said yes to which versions of the house rules, by version; nothing for a visitor. */
export async function consentsOf(db: Db, spaceId: string, actor: Actor): Promise<Map<number, Temporal.Instant>> {
  if (actor.kind !== "person") return new Map();
  const rows = await db
    .selectFrom("house_rule_consents")
    .select(["rules_version", "consented_at"])
    .where("space_id", "=", spaceId)
    .where("person_id", "=", actor.personId)
    .execute();
  return new Map(rows.map(({ rules_version, consented_at }) => [rules_version, consented_at]));
}

/** The checklist for receiving a guest, in order. */
export function hostDuties(db: Db, spaceId: string) {
  return db
    .selectFrom("host_duties")
    .select(["id", "texts"])
    .where("space_id", "=", spaceId)
    .orderBy("place_in_order")
    .orderBy("id")
    .execute();
}

/** The photos of a space, in order. */
export function photosOf(db: Db, spaceId: string) {
  return db
    .selectFrom("space_photos")
    .select(["id", "file_key", "width", "height", "texts"])
    .where("space_id", "=", spaceId)
    .orderBy("place_in_order")
    .orderBy("id")
    .execute();
}

/** Who changed the space last and when, for those who edit it; undefined when the log knows of no change. */
export async function lastChange(db: Db, spaceId: string) {
  return await db
    .selectFrom("audit_log")
    .leftJoin("people", "people.id", "audit_log.actor_person_id")
    .select(["people.name as by", "audit_log.done_at as at"])
    .where("subject_kind", "=", "space")
    .where("subject_id", "=", spaceId)
    .where("action", "like", "space.%")
    .orderBy("done_at", "desc")
    .orderBy("audit_log.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Everything about a space that its pages show. */
export async function spaceFacts(db: Db, space: SpaceRow, today: Day) {
  const organization = await findOrganization(db, space.organization_id);
  const municipality = await municipalityName(db, space);
  const opening = await openingOf(db, space, today);
  const rules = await currentHouseRules(db, space.id);
  const photos = await photosOf(db, space.id);
  return { space, organization, municipality, opening, rules, photos };
}

export type SpaceFacts = Awaited<ReturnType<typeof spaceFacts>>;

// the database writes seconds too
function minutes(time: string): string {
  return time.slice(0, 5);
}
