import { timingSafeEqual } from "node:crypto";
import type { Installation } from "../../../platform/installation.ts";
import { type Identity, openProvenSession } from "../../accounts/index.ts";
import { proofRefusals } from "./refusals.ts";
import { codeHash } from "./send-code.ts";

const mostTries = 5;

/**
 * Uses the code up and signs its person in. Each try is counted before it is looked at, so that no two at once share one.
 * @returns the cookies to set
 * @throws Refusal proof.wrong_code: wrong, too old, used, tried too often, or never sent, all alike
 */
export async function prove(
  installation: Installation,
  identity: Identity,
  { spaceId, email, code, userAgent }: { spaceId: string; email: string; code: string; userAgent: string | undefined },
): Promise<string[]> {
  const { db, now, settings } = installation;
  const tried = await db
    .updateTable("proof_codes")
    .set((row) => ({ attempts: row("attempts", "+", 1) }))
    .where("email", "=", email)
    .where("space_id", "=", spaceId)
    .where("used_at", "is", null)
    .where("expires_at", ">", now())
    .where("attempts", "<", mostTries)
    .returning(["id", "code_hash"])
    .executeTakeFirst();
  if (!tried || !timingSafeEqual(tried.code_hash, codeHash(settings.secret, tried.id, code))) throw proofRefusals.wrongCode();
  const used = await db
    .updateTable("proof_codes")
    .set({ used_at: now() })
    .where("id", "=", tried.id)
    .where("used_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  const cookies = used && (await openProvenSession(installation, identity, { email, userAgent }));
  if (!cookies) throw proofRefusals.wrongCode();
  return cookies;
}
