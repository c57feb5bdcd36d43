import type { Installation } from "../../platform/installation.ts";
import type { Identity } from "./identity.ts";
import { moveLoginToAddress } from "./queries.ts";

/**
 * Signs the browser in as the person with an address that was proven in another way than by our link, just now.
 * @returns the cookies to set, or undefined when no person has the address
 */
export async function openProvenSession(
  { db, now }: Installation,
  identity: Identity,
  { email, userAgent }: { email: string; userAgent: string | undefined },
): Promise<string[] | undefined> {
  await moveLoginToAddress(db, email, now());
  const token = await identity.issueLink(email);
  const opened = await identity.openSession(token, new Headers(userAgent ? { "user-agent": userAgent.slice(0, 300) } : {}));
  return opened?.cookies;
}
