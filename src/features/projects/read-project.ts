import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { findOrganization } from "../organizations/index.ts";
import { budgetOf, plannedOre } from "./budget/read-budget.ts";
import { changesOf } from "./funding/changes.ts";
import { untakenGrants } from "./funding/grants.ts";
import { deadlinesOf, fundingsOf, receiptsOf, rulesOf, tranchesOf } from "./funding/queries.ts";
import { workedOn } from "./on-project.ts";
import { packsOf } from "./packs/queries.ts";
import { mayManageProjects, mayRunProject, mayWorkOn } from "./policy.ts";
import { activitiesOf, milestonesOf, type ProjectRow, partnersOf, projects, workPackagesOf } from "./queries.ts";

/** Projects of an organization the actor runs or works on, the latest first. */
export async function listProjects(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  limit: number,
  after: [Day, string] | undefined,
) {
  const organization = await findOrganization(db, actor, idOrSlug, dayIn(now(), "Europe/Oslo"));
  authorize(actor, organization !== undefined);
  const { id } = found(organization);
  const mayCreate = mayManageProjects(actor, id);
  const all = await projects(db)
    .where("p.organization_id", "=", id)
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where("p.from_day", "<", after?.[0] ?? ""),
          where.and([where("p.from_day", "=", after?.[0] ?? ""), where("p.id", "<", after?.[1] ?? "")]),
        ]),
      ),
    )
    .$if(!mayCreate, (query) =>
      query.where((where) =>
        where.or([
          where("p.lead_person_id", "=", actor.personId),
          where.exists(
            where
              .selectFrom("project_rates as r")
              .select("r.id")
              .whereRef("r.project_id", "=", "p.id")
              .where("r.person_id", "=", actor.personId),
          ),
        ]),
      ),
    )
    .orderBy("p.from_day", "desc")
    .orderBy("p.id", "desc")
    .limit(limit + 1)
    .execute();
  const rows = await Promise.all(all.map(async (row) => ({ row, ...(await sumsOf(db, row)) })));
  const grants = mayCreate ? await untakenGrants(db, id, dayIn(now(), "Europe/Oslo")) : [];
  const hasGranted = mayCreate && (await hasGrantedHere(db, id));
  return { rows, mayCreate, grants, hasGranted };
}

// whose reports it then gets
async function hasGrantedHere(db: Db, funderId: string): Promise<boolean> {
  const found = await db
    .selectFrom("fundings")
    .select("id")
    .where("funder_id", "=", funderId)
    .where("submission_id", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** A project with its plan, and its awards for those who run it. */
export async function readProject({ db, now }: Pick<Installation, "db" | "now">, actor: Actor, idOrSlug: string) {
  const project = await workedOn(db, actor, idOrSlug);
  const runs = mayRunProject(actor, project);
  const [partners, workPackages, milestones, events, budget, fundings] = await Promise.all([
    partnersOf(db, project.id),
    workPackagesOf(db, project.id),
    milestonesOf(db, project.id),
    activitiesOf(db, project.id),
    budgetOf(db, project.id),
    runs ? fundingsWithParts(db, project.id) : [],
  ]);
  const planned = budget.lines.filter(({ side }) => side === "cost").reduce((sum, line) => sum + plannedOre(line, budget.hasApproved), 0);
  return {
    project,
    partners,
    workPackages,
    milestones,
    events,
    fundings,
    actual: budget.actual,
    plannedOre: planned,
    today: dayIn(now(), "Europe/Oslo"),
    abilities: { edit: runs, writeHours: mayWorkOn(actor, project) },
  };
}

export type ProjectRead = Awaited<ReturnType<typeof readProject>>;

export async function fundingsWithParts(db: Db, projectId: string) {
  const fundings = await fundingsOf(db, projectId);
  const ids = fundings.map(({ id }) => id);
  const [rules, tranches, receipts, deadlines, changes, packs] = await Promise.all([
    rulesOf(db, ids),
    tranchesOf(db, ids),
    receiptsOf(db, ids),
    deadlinesOf(db, ids),
    changesOf(db, ids),
    packsOf(db, projectId),
  ]);
  const of = <One extends { fundingId: string }>(all: readonly One[], id: string) => all.filter(({ fundingId }) => fundingId === id);
  return fundings.map((funding) => ({
    ...funding,
    rules: of(rules, funding.id),
    tranches: of(tranches, funding.id),
    receipts: of(receipts, funding.id),
    deadlines: of(deadlines, funding.id),
    changes: of(changes, funding.id),
    packs: of(packs, funding.id),
  }));
}

async function sumsOf(db: Db, { id }: ProjectRow) {
  const [budget, fundings] = await Promise.all([budgetOf(db, id), fundingsOf(db, id)]);
  const deadlines = await deadlinesOf(
    db,
    fundings.map((funding) => funding.id),
  );
  const costs = budget.lines.filter(({ side }) => side === "cost");
  return {
    plannedOre: costs.reduce((sum, line) => sum + plannedOre(line, budget.hasApproved), 0),
    spentOre: budget.actual.costOre,
    nextDeadline: deadlines.find(({ doneOn }) => doneOn === null)?.dueOn ?? null,
  };
}
