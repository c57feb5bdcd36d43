import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";

export interface AuditSearch {
  /** Whose log; undefined for every organization's and what belongs to none. */
  organizationIds: string[] | undefined;
  actor?: string | undefined;
  subject?: string | undefined;
  action?: string | undefined;
  from?: Temporal.Instant | undefined;
  until?: Temporal.Instant | undefined;
  limit: number;
  /** Moment and id of the last deed seen. */
  after?: [string, string] | undefined;
}

/** Deeds, newest first, one more than asked for if there is one. */
export function findDeeds(db: Db, search: AuditSearch) {
  const [kind, ...id] = search.subject?.split(":") ?? [];
  return db
    .selectFrom("audit_log as deed")
    .leftJoin("people as actor", "actor.id", "deed.actor_person_id")
    .leftJoin("organizations as place", "place.id", "deed.organization_id")
    .select(["deed.id", "deed.done_at", "deed.actor_person_id", "deed.actor_key_id", "deed.action", "deed.subject_kind", "deed.subject_id"])
    .select(["deed.reason", "deed.details", "actor.name as actor_name", "actor.erased_at"])
    .select(nameOfSubject.as("subject_name"))
    .select(["place.id as place_id", "place.slug as place_slug", "place.name as place_name"])
    .$if(search.organizationIds !== undefined, (query) => query.where("deed.organization_id", "in", search.organizationIds ?? []))
    .$if(search.actor !== undefined, (query) => query.where(isActor(search.actor ?? "")))
    .$if(kind !== undefined, (query) => query.where("deed.subject_kind", "=", kind ?? ""))
    .$if(id.length > 0, (query) => query.where("deed.subject_id", "=", id.join(":")))
    .$if(search.action !== undefined, (query) => query.where(sql<boolean>`starts_with(deed.action, ${search.action ?? ""})`))
    .$if(search.from !== undefined, (query) => query.where("deed.done_at", ">=", search.from as Temporal.Instant))
    .$if(search.until !== undefined, (query) => query.where("deed.done_at", "<", search.until as Temporal.Instant))
    .$if(search.after !== undefined, (query) =>
      query.where(sql<boolean>`(deed.done_at, deed.id) < (${search.after?.[0]}::timestamptz, ${search.after?.[1]}::uuid)`),
    )
    .orderBy("deed.done_at", "desc")
    .orderBy("deed.id", "desc")
    .limit(search.limit + 1)
    .execute();
}

// a subject may be anything: only these kinds have an id that is one, and a name
const nameOfSubject = sql<string | null>`case deed.subject_kind
  when 'person' then (select p.name from people p where p.id = deed.subject_id::uuid and p.erased_at is null)
  when 'organization' then (select o.name from organizations o where o.id = deed.subject_id::uuid)
  when 'candidate' then (select o.name from candidates c join organizations o on o.id = c.organization_id where c.id = deed.subject_id::uuid)
  when 'space' then (select s.name from spaces s where s.id = deed.subject_id::uuid) end`;

export type DeedRow = Awaited<ReturnType<typeof findDeeds>>[number];

function isActor(text: string) {
  if (isId(text)) return sql<boolean>`deed.actor_person_id = ${text}::uuid`;
  if (text.includes("@")) return sql<boolean>`actor.email = ${text.toLowerCase()}`;
  return sql<boolean>`strpos(search_form(actor.name), search_form(${text})) > 0`;
}

/** The organization with this id or slug. */
export function findOrganizationId(db: Db, idOrSlug: string) {
  return db
    .selectFrom("organizations")
    .select("id")
    .where(isId(idOrSlug) ? "id" : "slug", "=", idOrSlug)
    .executeTakeFirst();
}
