import { auditAll } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { dayIn } from "../../../platform/time/day.ts";

/** Questions nobody answered in time run out, and those who asked are told. */
export async function expireIntroductions({ db, now }: Installation): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const expired = await tx
      .updateTable("introductions as i")
      .from("raises as r")
      .set({ state: "expired", state_since: at })
      .whereRef("r.id", "=", "i.raise_id")
      .where("i.state", "=", "asked")
      .where("i.expires_on", "<", dayIn(at, "Europe/Oslo"))
      .returning(["i.id", "r.network_id", "r.organization_id"])
      .execute();
    await auditAll(
      tx,
      expired.map(({ id, network_id }) => ({
        ...{ actor: "system" as const, at, action: "introduction.expire" },
        ...{ subject: { kind: "introduction", id }, organizationId: network_id },
      })),
    );
    await announce(
      tx,
      expired.map(({ id, network_id, organization_id }) => ({
        ...{ at, topic: "introduction.expired", organizationIds: [organization_id, network_id] },
        payload: { introductionId: id },
      })),
    );
  });
}
