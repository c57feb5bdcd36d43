import { createHash, randomInt } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { audit } from "../../platform/audit.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { writeKinds } from "./create-organization.ts";
import { writeInstallationName } from "./installation-name.ts";
import { countHolders } from "./position-queries.ts";
import { slugsLike } from "./queries.ts";
import { organizationRefusals } from "./refusals.ts";
import type { firstOperator } from "./setup-contract.ts";
import { freeSlug, slugOf } from "./slug.ts";

const fact = "first_operator_code";
// letters and digits one does not mistake for one another; twelve are 58 bits
const signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * To be called once at start, before the server listens. While nobody runs the installation, and it is no demonstration, makes a
 * one-time code for the page that makes the first operator; the code before it stops working. Only its hash is kept.
 * @returns the code to print, "7KQ2-M9XD-4TBA", or undefined when there is nothing to set up
 */
export async function prepareFirstOperator(
  { db, now, settings }: Installation,
  chance: (below: number) => number = (below) => randomInt(below),
): Promise<string | undefined> {
  const mustBeSetUp = !settings.isDemo && !(await isSetUp(db, now()));
  await db.deleteFrom("installation_facts").where("name", "=", fact).execute();
  if (!mustBeSetUp) return undefined;
  const code = Array.from({ length: 12 }, () => signs[chance(signs.length)]).join("");
  await db
    .insertInto("installation_facts")
    .values({ name: fact, value: JSON.stringify(hashOf(code)) })
    .execute();
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** Whether the page that makes the first operator is there: nobody runs the installation, and a code was made. */
export async function isFirstOperatorMissing(db: Db, now: Temporal.Instant): Promise<boolean> {
  const code = await db.selectFrom("installation_facts").select("name").where("name", "=", fact).executeTakeFirst();
  return code !== undefined && !(await isSetUp(db, now));
}

/** Whether somebody runs the installation today. */
export async function isSetUp(db: Db | Tx, now: Temporal.Instant): Promise<boolean> {
  return (await countHolders(db, "operator", dayIn(now, "Europe/Oslo"))) > 0;
}

/**
 * Makes the first organization, and the person who owns it and runs the installation. The code is used up in the same transaction,
 * so that of two who send it one succeeds. @throws Refusal organization.wrong_code; unknown when the installation is set up
 */
export async function makeFirstOperator({ db, now }: Installation, given: z.infer<typeof firstOperator>) {
  const at = now();
  if (!(await isFirstOperatorMissing(db, at))) throw accessRefusals.notHere();
  return db.transaction().execute(async (tx) => {
    const used = await tx
      .deleteFrom("installation_facts")
      .where("name", "=", fact)
      .where("value", "=", JSON.stringify(hashOf(given.code)))
      .returning("name")
      .executeTakeFirst();
    if (!used) throw organizationRefusals.wrongCode();
    const organizationId = newId();
    const personId = newId();
    const { name, kind } = given.organization;
    const slug = freeSlug(slugOf(name), await slugsLike(tx, slugOf(name)));
    await tx.insertInto("organizations").values({ id: organizationId, slug, name, created_at: at }).execute();
    await writeKinds(tx, organizationId, [kind]);
    const person = { id: personId, name: given.name, email: given.email, locale: given.locale, created_at: at };
    await tx.insertInto("people").values(person).execute();
    const today = dayIn(at, "Europe/Oslo");
    const roles = ["operator", "owner", ...(kind === "network" ? ["coordinator"] : [])];
    await tx
      .insertInto("positions")
      .values(
        roles.map((role) => ({
          id: newId(),
          person_id: personId,
          organization_id: organizationId,
          role,
          during: `[${today},)`,
          last_confirmed_on: today,
        })),
      )
      .execute();
    await writeInstallationName(tx, given.installationName);
    await audit(tx, { actor: "system", at, action: "installation.set_up", subject: { kind: "person", id: personId }, organizationId });
    return { personId, organizationId, organizationSlug: slug };
  });
}

// The code is as hard to guess as a key, so one round is enough; how it is written does not matter.
function hashOf(code: string): string {
  const bare = code.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return createHash("sha256").update(bare).digest("hex");
}
