import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { findSpace } from "../spaces/index.ts";
import { mayChangeVisitorTerms } from "./policy.ts";
import { visitorTermsOf } from "./queries.ts";

export interface VisitorTerms {
  takesUnexpected: boolean;
  asksForRules: boolean;
  /** How many days after a visit its visitor is forgotten. */
  keptDays: number;
}

/** Decides how a house receives visitors and how long it remembers them. @throws Refusal request.changed_meanwhile */
export async function changeVisitorTerms(
  { db, now }: Installation,
  { actor, space, expected }: { actor: Actor; space: string; expected: number | undefined },
  terms: VisitorTerms,
): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const house = found(await findSpace(tx, space));
    authorize(actor, mayChangeVisitorTerms(actor, house));
    const before = await visitorTermsOf(tx, house.id);
    sameVersion(expected, before);
    const written = { takes_unexpected: terms.takesUnexpected, asks_for_rules: terms.asksForRules, kept_days: terms.keptDays };
    const version = before.version + 1;
    await tx
      .insertInto("visitor_terms")
      .values({ space_id: house.id, ...written, version })
      .onConflict((conflict) => conflict.column("space_id").doUpdateSet({ ...written, version }))
      .execute();
    const { organization_id: organizationId } = house;
    const subject = { kind: "space", id: house.id };
    await audit(tx, { actor, at, action: "visitor_terms.change", subject, organizationId, details: { ...terms } });
  });
}
