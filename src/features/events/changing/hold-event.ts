import { found } from "../../../platform/access/authorize.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import { type EventRow, findEvent } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";

/**
 * An event that is not called off, while nobody registers for it or changes it until the transaction ends.
 * @param expected the version it was seen in. @throws Refusal event.cancelled, request.changed_meanwhile
 */
export async function holdEvent(tx: Tx, id: string, expected?: number): Promise<EventRow> {
  await lockClaims(tx, id);
  await tx.selectFrom("events").select("id").where("id", "=", id).forUpdate().execute();
  const event = found(await findEvent(tx, id));
  sameVersion(expected, event);
  if (event.status === "cancelled") throw eventRefusals.cancelled();
  return event;
}
