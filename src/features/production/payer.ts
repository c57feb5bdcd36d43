import { sql } from "kysely";
import type { SignedIn } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { dayIn } from "../../platform/time/day.ts";
import { type Team, teamsOf } from "../plans/index.ts";
import { companiesOf } from "./policy.ts";
import { productionRefusals } from "./refusals.ts";

type House = { id: string; time_zone: string };

/**
 * The companies somebody may order for at a lab, by name: those they own or manage, and those whose team in the house they are on.
 */
export async function payersFor(db: Db, actor: SignedIn, house: House, at: Temporal.Instant): Promise<Team[]> {
  const managed = companiesOf(actor);
  const [own, teams] = await Promise.all([
    db
      .selectFrom("organizations")
      .select(["id", "slug", "name"])
      .where(sql<boolean>`id = any(${managed}::uuid[])`)
      .orderBy(sql`name collate norwegian`)
      .orderBy("id")
      .execute(),
    teamsOf(db, house.id, actor.personId, dayIn(at, house.time_zone)),
  ]);
  return [...own, ...teams.filter(({ id }) => !managed.includes(id))];
}

/** The company with this id or slug, if the actor may order for it here. @throws Refusal production.not_for_them */
export async function requirePayer(db: Db, actor: SignedIn, house: House, idOrSlug: string, at: Temporal.Instant): Promise<string> {
  const payer = (await payersFor(db, actor, house, at)).find(({ id, slug }) => id === idOrSlug || slug === idOrSlug);
  if (!payer) throw productionRefusals.notForThem();
  return payer.id;
}
