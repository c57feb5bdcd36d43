import type { Actor } from "../../platform/access/actor.ts";
import { authorize } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { mayNameInstallation } from "./policy.ts";

/** What the installation is called: what its operator wrote, else ROMSLIG_NAME. */
export async function readInstallationName({ db, settings }: Pick<Installation, "db" | "settings">): Promise<string> {
  const fact = await db.selectFrom("installation_facts").select("value").where("name", "=", "name").executeTakeFirst();
  return typeof fact?.value === "string" ? fact.value : settings.name;
}

export async function nameInstallation({ db, now }: Installation, actor: Actor, name: string): Promise<void> {
  authorize(actor, mayNameInstallation(actor));
  await db.transaction().execute(async (tx) => {
    await writeInstallationName(tx, name);
    await audit(tx, { actor, at: now(), action: "installation.name", subject: { kind: "installation", id: "name" }, details: { name } });
  });
}

export async function writeInstallationName(tx: Db | Tx, name: string): Promise<void> {
  const value = JSON.stringify(name);
  await tx
    .insertInto("installation_facts")
    .values({ name: "name", value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}
