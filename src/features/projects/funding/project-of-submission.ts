import type { Actor } from "../../../platform/access/actor.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import { mayWorkOn } from "../policy.ts";
import { findProject } from "../queries.ts";

/** The project what was granted for an application is taken up in, for those who see that project. */
export async function projectOfSubmission(db: Db, actor: Actor, submissionId: string): Promise<{ slug: string; title: Texts } | null> {
  const funding = await db.selectFrom("fundings").select("project_id").where("submission_id", "=", submissionId).executeTakeFirst();
  const project = funding && (await findProject(db, funding.project_id));
  return project && mayWorkOn(actor, project) ? { slug: project.slug, title: project.titles } : null;
}
