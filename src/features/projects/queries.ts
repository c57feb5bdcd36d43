import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Day } from "../../platform/time/day.ts";

/** Projects with whose they are, who leads them and who has a rate in them. Filter and order them further. */
export function projects(db: Db) {
  return db
    .selectFrom("projects as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .leftJoin("people as l", "l.id", "p.lead_person_id")
    .select(["p.id", "p.slug", "p.organization_id as organizationId", "p.lead_person_id as leadId", "p.lead_percent", "p.focus_areas"])
    .select(["p.from_day", "p.to_day", "p.version", "o.slug as organization_slug", "o.name as organization_name", "l.name as lead_name"])
    .select(["o.organization_number", sql<Texts>`p.titles`.as("titles"), sql<Texts>`p.descriptions`.as("descriptions")])
    .select(
      sql<string[]>`array(select distinct r.person_id::text from project_rates r where r.project_id = p.id order by 1)`.as("workerIds"),
    );
}

export type ProjectRow = Awaited<ReturnType<ReturnType<typeof projects>["execute"]>>[number];

export function findProject(db: Db, idOrSlug: string): Promise<ProjectRow | undefined> {
  return projects(db)
    .where(isId(idOrSlug) ? "p.id" : "p.slug", "=", idOrSlug)
    .executeTakeFirst();
}

/** Slugs like this one that are taken. */
export async function slugsLike(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom("projects").select("slug").where("slug", "like", `${slug}%`).execute();
  return new Set(rows.map((row) => row.slug));
}

export function partnersOf(db: Db, projectId: string) {
  return db
    .selectFrom("project_partners as a")
    .leftJoin("organizations as o", "o.id", "a.organization_id")
    .select(["o.slug", "a.role", sql<string>`coalesce(o.name, a.name)`.as("name")])
    .where("a.project_id", "=", projectId)
    .orderBy("a.number")
    .execute();
}

/** Linked events, the first first, with the people on their lists and those who came. */
export async function activitiesOf(db: Db, projectId: string) {
  const linked = await db
    .selectFrom("project_events as a")
    .innerJoin("events as e", "e.id", "a.event_id")
    .select(["e.id", "e.slug", "e.status", sql<Texts>`e.titles`.as("titles"), "e.starts_at", "e.ends_at", "e.time_zone"])
    .where("a.project_id", "=", projectId)
    .orderBy("e.starts_at")
    .orderBy("e.id")
    .execute();
  const counted = await placesOf(
    db,
    linked.map(({ id }) => id),
  );
  return linked.map((event) => ({ ...event, registered: 0, checkedIn: 0, ...counted.get(event.id) }));
}

// registrations and tickets lie by event: they are counted apart and joined here
async function placesOf(db: Db, eventIds: string[]): Promise<Map<string, { registered: number; checkedIn: number }>> {
  if (eventIds.length === 0) return new Map();
  const { rows } = await sql<{ event_id: string; registered: number; checkedIn: number }>`
    select t.event_id, count(*)::integer as registered, (count(*) filter (where t.checked_in_at is not null))::integer as "checkedIn"
    from tickets t join registrations r on r.event_id = t.event_id and r.id = t.registration_id
    where t.event_id = any(${eventIds}::uuid[]) and r.state = 'confirmed' and not t.is_cancelled
    group by t.event_id`.execute(db);
  return new Map(rows.map(({ event_id, ...counts }) => [event_id, counts]));
}

export function workPackagesOf(db: Db, projectId: string) {
  return db
    .selectFrom("work_packages")
    .select(["id", "number", "title", "summary"])
    .where("project_id", "=", projectId)
    .orderBy("number")
    .execute();
}

export function milestonesOf(db: Db, projectId: string) {
  return db
    .selectFrom("milestones")
    .select(["id", "work_package_id as workPackageId", "title", "planned_on as plannedOn", "forecast_on as forecastOn"])
    .select(["done_on as doneOn", "evidence"])
    .where("project_id", "=", projectId)
    .orderBy("planned_on")
    .orderBy("id")
    .execute();
}

/** People with a position at the organization on the day: who a project can be led and worked on by. */
export function peopleAt(db: Db, organizationId: string, day: Day) {
  return db
    .selectFrom("positions as p")
    .innerJoin("people as n", "n.id", "p.person_id")
    .select(["n.id", "n.name"])
    .groupBy("n.id")
    .where("p.organization_id", "=", organizationId)
    .where("n.erased_at", "is", null)
    .where(sql<boolean>`p.during @> ${day}::date`)
    .orderBy(sql`n.name collate norwegian`)
    .orderBy("n.id")
    .execute();
}
