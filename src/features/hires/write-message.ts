import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { isTalkedOf } from "./hire.ts";
import { type Asked, onHire } from "./on-hire.ts";
import { hireRefusals } from "./refusals.ts";

/** House and hirer write to each other; the other side is told by letter. @throws Refusal hire.not_talked_of */
export async function writeHireMessage(installation: Installation, asked: Asked, text: string): Promise<void> {
  await onHire(installation, asked, async ({ tx, hire, side, actor, by, at }) => {
    if (!isTalkedOf(hire.state)) throw hireRefusals.notTalkedOf();
    const messageId = newId(at.epochMilliseconds);
    await tx
      .insertInto("hire_messages")
      .values({ space_id: hire.space_id, id: messageId, hire_id: hire.id, written_at: at, written_by: by, text })
      .execute();
    const subject = { kind: "hire", id: hire.id };
    await audit(tx, { actor, at, action: "hire.write", subject, organizationId: hire.host_id, details: { messageId } });
    const payload = { hireId: hire.id, spaceId: hire.space_id, messageId, side, by };
    await announce(tx, [{ at, topic: "hire.message", organizationIds: [hire.host_id], payload }]);
  });
}
