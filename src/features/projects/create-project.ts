import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { findOrganization, freeSlug, slugOf } from "../organizations/index.ts";
import { requirePersonAt } from "./change-project.ts";
import { mayManageProjects } from "./policy.ts";
import { slugsLike } from "./queries.ts";
import { projectRefusals } from "./refusals.ts";

export interface NewProject {
  organization: string;
  title: Texts;
  description?: Texts | undefined;
  leadId?: string | undefined;
  leadPercent?: number | undefined;
  from: Day;
  to: Day;
}

/** Begins a project. @returns its id. @throws Refusal not_here, project.empty_period, project.unknown_person */
export async function createProject({ db, now }: Installation, actor: Actor, given: NewProject): Promise<string> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const organization = await findOrganization(db, actor, given.organization, today);
  authorize(actor, organization !== undefined && mayManageProjects(actor, organization.id));
  const { id: organizationId } = found(organization);
  if (given.from > given.to) throw projectRefusals.emptyPeriod();
  const id = newId();
  const slug = slugOf(given.title.nb ?? given.title.nn ?? given.title.en ?? "").slice(0, 70) || id;
  await db.transaction().execute(async (tx) => {
    if (given.leadId !== undefined) await requirePersonAt(tx, organizationId, given.leadId, today);
    await tx
      .insertInto("projects")
      .values({
        id,
        organization_id: organizationId,
        slug: freeSlug(slug, await slugsLike(tx, slug)),
        titles: JSON.stringify(given.title),
        descriptions: JSON.stringify(given.description ?? {}),
        lead_person_id: given.leadId ?? null,
        lead_percent: given.leadPercent ?? null,
        from_day: given.from,
        to_day: given.to,
        created_at: at,
        created_by: actor.personId,
      })
      .execute();
    await audit(tx, { actor, at, action: "project.create", subject: { kind: "project", id }, organizationId });
  });
  return id;
}
