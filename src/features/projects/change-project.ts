import type { Actor } from "../../platform/access/actor.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import { isId, newId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Day } from "../../platform/time/day.ts";
import { findOrganization } from "../organizations/index.ts";
import { type OnProject, onProject } from "./on-project.ts";
import { milestonesOf, peopleAt, workPackagesOf } from "./queries.ts";
import { projectRefusals } from "./refusals.ts";

export interface ProjectChange {
  title?: Texts | undefined;
  description?: Texts | undefined;
  leadId?: string | null | undefined;
  leadPercent?: number | null | undefined;
  focusAreas?: string[] | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
  /** An organization here by its slug, or another by its name. */
  partners?: { organization?: string | undefined; name?: string | undefined; role?: string | undefined }[] | undefined;
  /** Slugs or ids of events the organization holds. */
  events?: string[] | undefined;
  workPackages?: { id?: string | undefined; title: string; summary?: string | undefined }[] | undefined;
}

/** Changes a project; what is left out stays. @throws Refusal any of `project`, version conflicts */
export async function changeProject(
  installation: Installation,
  actor: Actor,
  idOrSlug: string,
  change: ProjectChange,
  expected: number | undefined,
): Promise<void> {
  await onProject(installation, actor, idOrSlug, "runs", async (given) => {
    const { tx, project, today } = given;
    sameVersion(expected, project);
    const from = change.from ?? project.from_day;
    const to = change.to ?? project.to_day;
    if (from > to) throw projectRefusals.emptyPeriod();
    if (change.leadId && change.leadId !== project.leadId) await requirePersonAt(tx, project.organizationId, change.leadId, today);
    await tx
      .updateTable("projects")
      .set({
        titles: JSON.stringify(change.title ?? project.titles),
        descriptions: JSON.stringify(change.description ?? project.descriptions),
        lead_person_id: change.leadId === undefined ? project.leadId : change.leadId,
        lead_percent: change.leadPercent === undefined ? project.lead_percent : change.leadPercent,
        focus_areas: change.focusAreas ?? project.focus_areas,
        from_day: from,
        to_day: to,
        version: project.version + 1,
      })
      .where("id", "=", project.id)
      .execute();
    if (change.partners) await writePartners(given, change.partners);
    if (change.events) await linkEvents(tx, project, change.events);
    if (change.workPackages) await writePackages(tx, project.id, change.workPackages);
    return { action: "project.change", details: { fields: Object.keys(change) }, result: undefined };
  });
}

/** @throws Refusal project.unknown_person for one without a position at the organization */
export async function requirePersonAt(db: Db, organizationId: string, personId: string, day: Day): Promise<void> {
  const people = await peopleAt(db, organizationId, day);
  if (!people.some(({ id }) => id === personId)) throw projectRefusals.unknownPerson();
}

async function writePartners({ tx, project, actor, today }: OnProject, partners: NonNullable<ProjectChange["partners"]>): Promise<void> {
  const rows = [];
  for (const [place, { organization, name, role }] of partners.entries()) {
    const known = organization === undefined ? undefined : await findOrganization(tx, actor, organization, today);
    if (organization !== undefined && !known) throw projectRefusals.unknownPartner({ partner: organization });
    const who = known ? { organization_id: known.id } : { name: name ?? "" };
    rows.push({ project_id: project.id, number: place + 1, role: role ?? null, ...who });
  }
  await tx.deleteFrom("project_partners").where("project_id", "=", project.id).execute();
  if (rows.length > 0) await tx.insertInto("project_partners").values(rows).execute();
}

async function linkEvents(tx: Tx, project: OnProject["project"], events: readonly string[]): Promise<void> {
  const wanted = [...new Set(events)];
  const known =
    wanted.length === 0
      ? []
      : await tx
          .selectFrom("events as e")
          .innerJoin("event_hosts as h", "h.event_id", "e.id")
          .select(["e.id", "e.slug"])
          .where("h.organization_id", "=", project.organizationId)
          .where((where) => where.or([where("e.slug", "in", wanted), where("e.id", "in", wanted.filter(isId))]))
          .execute();
  const missing = wanted.find((event) => !known.some(({ id, slug }) => id === event || slug === event));
  if (missing !== undefined) throw projectRefusals.unknownEvent({ event: missing });
  await tx.deleteFrom("project_events").where("project_id", "=", project.id).execute();
  const ids = [...new Set(known.map(({ id }) => id))];
  if (ids.length > 0)
    await tx
      .insertInto("project_events")
      .values(ids.map((event_id) => ({ project_id: project.id, event_id })))
      .execute();
}

async function writePackages(tx: Tx, projectId: string, packages: NonNullable<ProjectChange["workPackages"]>): Promise<void> {
  const before = await workPackagesOf(tx, projectId);
  const kept = new Set(packages.map(({ id }) => id).filter((id) => before.some((one) => one.id === id)));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const milestones = await milestonesOf(tx, projectId);
  if (milestones.some(({ workPackageId }) => workPackageId !== null && gone.includes(workPackageId))) throw projectRefusals.packageInUse();
  if (gone.length > 0) await tx.deleteFrom("work_packages").where("id", "in", gone).execute();
  // out of the way of the numbers they get
  await tx
    .updateTable("work_packages")
    .set(({ eb }) => ({ number: eb("number", "+", 1_000) }))
    .where("project_id", "=", projectId)
    .execute();
  for (const [place, { id, title, summary }] of packages.entries()) {
    const row = { number: place + 1, title, summary: summary ?? null };
    if (id !== undefined && kept.has(id)) await tx.updateTable("work_packages").set(row).where("id", "=", id).execute();
    else
      await tx
        .insertInto("work_packages")
        .values({ id: newId(), project_id: projectId, ...row })
        .execute();
  }
}
