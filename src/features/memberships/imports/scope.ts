import type { Actor } from "../../../platform/access/actor.ts";
import type { ImportScope } from "../../../platform/imports/index.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findActor } from "../../accounts/index.ts";
import { organizationsKeptBy } from "../../organizations/index.ts";

/** For whom a run writes: the organization, and the person who sent the file as they are now. The command line may do all. */
export async function scopeOf(
  { db, now }: Pick<Installation, "db" | "now">,
  run: { organizationId: string; intoId: string | null; startedBy: string | null },
): Promise<ImportScope> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const actor: Actor | "system" = run.startedBy === null ? "system" : ((await findActor(db, run.startedBy, today)) ?? { kind: "visitor" });
  const mayAll = actor === "system" || (actor.kind === "person" && actor.isOperator);
  const within = mayAll ? "all" : new Set([run.organizationId, ...(await organizationsKeptBy(db, run.organizationId, today))]);
  return { organizationId: run.organizationId, intoId: run.intoId, within, actor, now: at, today };
}
