import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { callStages, openStages, type Stage } from "./candidate.ts";
import { literally } from "./member-queries.ts";

/** A candidate with the names around it. */
export interface CandidateRow {
  id: string;
  network_id: string;
  network_slug: string;
  network_name: string;
  organization_id: string;
  slug: string;
  name: string;
  town: string | null;
  municipality: string | null;
  desks: number | null;
  stage: Stage;
  next_step: string | null;
  next_step_on: Day | null;
  next_step_at: string | null;
  owner_id: string | null;
  owner_name: string | null;
  latest_note: string | null;
  version: number;
  /** Written only by the board: how many of its stage match. */
  in_stage: number;
}

export interface CandidateFilter {
  networkId: string;
  text: string;
  county: string;
  municipality: string;
  ownerId: string;
  only: "" | "overdue" | "without_next_step";
  stage?: Stage | undefined;
  today: Day;
}

/** Candidates in the order of their next steps; one more than asked for, if there is one. */
export async function findCandidates(
  db: Db,
  filter: CandidateFilter,
  { limit, after }: { limit: number; after?: [day: string, name: string, id: string] | undefined },
): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select ${columns}, 0 as in_stage ${from}
    where ${matches(filter)}
      and (${after?.[2] ?? null}::uuid is null or (${stepDay}, o.name collate norwegian, c.id)
        > (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::text, ${after?.[2] ?? null}::uuid))
    order by ${stepDay}, o.name collate norwegian, c.id
    limit ${limit + 1}`.execute(db);
  return rows;
}

/** The first so many of each stage, with how many there are. */
export async function findBoardCards(db: Db, filter: CandidateFilter, each: number): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select * from (
      select ${columns}, count(*) over (partition by c.stage) as in_stage,
        row_number() over (partition by c.stage order by ${stepDay}, o.name collate norwegian, c.id) as place
      ${from} where ${matches(filter)} and c.stage = any(${[...openStages, ...(filter.stage ? [filter.stage] : [])]})
    ) cards where place <= ${each} order by place`.execute(db);
  return rows;
}

/** Those to be rung today or before, longest overdue first. Bounded: nobody makes more calls than that in a day. */
export async function findCalls(db: Db, networkId: string, today: Day): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select ${columns}, 0 as in_stage ${from}
    where c.network_id = ${networkId}::uuid and c.stage = any(${[...callStages]}) and c.next_step is not null and c.next_step_on <= ${today}::date
    order by c.next_step_on desc, o.name collate norwegian, c.id limit 24`.execute(db);
  return rows;
}

export interface StageCount {
  stage: Stage;
  count: number;
  overdue: number;
  without: number;
  /** Of those who declined: when to ask again. */
  year: number | null;
}

/** How many stand where on the whole board, and how many of them press. */
export async function countBoard(db: Db, networkId: string, today: Day): Promise<StageCount[]> {
  const open = sql`c.stage = any(${[...openStages]})`;
  const { rows } = await sql<StageCount>`
    select c.stage, case when c.stage = 'declined' then extract(year from c.next_step_on)::integer end as year, count(*) as count,
      count(*) filter (where ${open} and c.next_step is not null and c.next_step_on < ${today}::date) as overdue,
      count(*) filter (where ${open} and c.next_step is null) as without
    from candidates c where c.network_id = ${networkId}::uuid group by 1, 2 order by 2`.execute(db);
  return rows;
}

/** One candidate. */
export async function findCandidate(db: Db, id: string): Promise<CandidateRow | undefined> {
  const { rows } = await sql<CandidateRow>`select ${columns}, 0 as in_stage ${from} where c.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** A candidate locked for a change. */
export function lockCandidate(db: Db, id: string) {
  return db.selectFrom("candidates").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

/** Who may see to a next step: the network's coordinators of the day, by name. */
export async function findOwners(db: Db, networkId: string, today: Day): Promise<{ personId: string; name: string }[]> {
  return db
    .selectFrom("positions")
    .innerJoin("people", "people.id", "positions.person_id")
    .select(["people.id as personId", "people.name"])
    .where("positions.organization_id", "=", networkId)
    .where("positions.role", "=", "coordinator")
    .where(sql<boolean>`positions.during @> ${today}::date`)
    .orderBy(sql`people.name collate norwegian`)
    .orderBy("people.id")
    .execute();
}

/** The municipality number as it stands today, if it is in use. */
export async function isMunicipality(db: Db, number: string, today: Day): Promise<boolean> {
  const row = await db
    .selectFrom("municipalities")
    .select("number")
    .where("number", "=", number)
    .where("valid_from", "<=", today)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">", today)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** The day a candidate stands in the list by: the last of all for one without a next step on a day. */
export function stepDayOf({ next_step_on }: Pick<CandidateRow, "next_step_on">): Day {
  return next_step_on ?? "9999-12-31";
}

const stepDay = sql`coalesce(c.next_step_on, date '9999-12-31')`;
const columns = sql`c.id, c.network_id, n.slug as network_slug, n.name as network_name, c.organization_id, o.slug, o.name, c.town,
  g.name_no as municipality, c.desks, c.stage, c.next_step, c.next_step_on, left(c.next_step_at::text, 5) as next_step_at, c.owner_id,
  w.name as owner_name, c.version,
  (select t.note from candidate_notes t where t.candidate_id = c.id order by t.id desc limit 1) as latest_note`;
const from = sql`from candidates c join organizations o on o.id = c.organization_id join organizations n on n.id = c.network_id
  left join people w on w.id = c.owner_id
  left join municipalities g on g.number = o.municipality_number and g.valid_from <= o.municipality_recorded_on
    and (g.valid_to is null or g.valid_to > o.municipality_recorded_on)`;

function matches({ networkId, text, county, municipality, ownerId, only, stage, today }: CandidateFilter): RawBuilder<unknown> {
  const wanted = literally(text.trim());
  const presses = {
    "": sql`true`,
    overdue: sql`(c.stage = any(${[...openStages]}) and c.next_step is not null and c.next_step_on < ${today}::date)`,
    without_next_step: sql`(c.stage = any(${[...openStages]}) and c.next_step is null)`,
  }[only];
  return sql`c.network_id = ${networkId}::uuid and ${presses}
    and (${stage ?? ""} = '' or c.stage = ${stage ?? ""})
    and (${wanted} = '' or search_form(o.name) like '%' || search_form(${wanted}) || '%' or search_form(c.town) like '%' || search_form(${wanted}) || '%')
    and (${county} = '' or g.county_number = ${county})
    and (${municipality} = '' or o.municipality_number = ${municipality})
    and (${ownerId} = '' or c.owner_id::text = ${ownerId})`;
}
