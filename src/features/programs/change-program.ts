import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { type GivenRegion, regionColumns } from "./create-program.ts";
import { mayRunProgram } from "./policy.ts";
import type { ProgramKind } from "./program.ts";
import { findProgram } from "./queries.ts";

/** Changes a program; what is not named stays. */
export async function changeProgram(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  given: { name?: Texts | undefined; kind?: ProgramKind | undefined; region?: GivenRegion | null | undefined },
  version: number | undefined,
): Promise<void> {
  const at = now();
  const program = await findProgram(db, idOrSlug);
  authorize(actor, program !== undefined && mayRunProgram(actor, program.organizationId));
  const { id, organizationId } = found(program);
  const region = given.region === undefined ? {} : await regionColumns(db, given.region);
  await db.transaction().execute(async (tx) => {
    const current = await tx.selectFrom("programs").select("version").where("id", "=", id).forUpdate().executeTakeFirst();
    sameVersion(version, found(current));
    await tx
      .updateTable("programs")
      .set({
        ...(given.name && { names: JSON.stringify(given.name) }),
        ...(given.kind && { kind: given.kind }),
        ...region,
        version: sql<number>`version + 1`,
      })
      .where("id", "=", id)
      .execute();
    await audit(tx, { actor, at, action: "program.change", subject: { kind: "program", id }, organizationId });
  });
}
