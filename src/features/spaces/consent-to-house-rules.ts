import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { consentsOf, currentHouseRules, findSpace } from "./queries.ts";
import { spaceRefusals } from "./refusals.ts";

/** The actor says yes to the version that holds. @throws Refusal space.rules_replaced when it is an older one */
export async function consentToHouseRules({ db, now }: Installation, actor: Actor, idOrSlug: string, version: number) {
  authorize(actor, true);
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const space = found(await findSpace(tx, idOrSlug));
    const current = found(await currentHouseRules(tx, space.id));
    if (version > current.version) found(undefined);
    if (version < current.version) throw spaceRefusals.rulesReplaced({ current: current.version });
    const isNew = await recordConsent(tx, { spaceId: space.id, personId: actor.personId, version, at });
    if (isNew) {
      const subject = { kind: "house_rules", id: `${space.id}/${version}` };
      await audit(tx, { actor, at, action: "house_rules.consent", subject, organizationId: space.organization_id });
    }
    const consents = await consentsOf(tx, space.id, actor);
    return { spaceId: space.id, version, consentedAt: (consents.get(version) ?? at).toString() };
  });
}

/** Records a yes in the transaction of what it was a condition for. The first one stands. @returns whether this was the first */
export async function recordConsent(
  tx: Tx,
  { spaceId, personId, version, at }: { spaceId: string; personId: string; version: number; at: Temporal.Instant },
): Promise<boolean> {
  const recorded = await tx
    .insertInto("house_rule_consents")
    .values({ space_id: spaceId, person_id: personId, rules_version: version, consented_at: at })
    .onConflict((conflict) => conflict.columns(["space_id", "person_id", "rules_version"]).doNothing())
    .returning("rules_version")
    .executeTakeFirst();
  return recorded !== undefined;
}
