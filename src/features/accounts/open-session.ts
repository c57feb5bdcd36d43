import type { Identity } from "./identity.ts";
import { accountRefusals } from "./refusals.ts";
import type { SignInLimits } from "./sign-in-limits.ts";

type Given = { token: string; place: string; userAgent: string | undefined };

/**
 * Signs the browser in by a link's token and uses the token up.
 * @returns the cookies to set
 * @throws Refusal account.link_spent when it is unknown, used or too old; account.too_many_links
 */
export async function openSession(identity: Identity, limits: SignInLimits, { token, place, userAgent }: Given): Promise<string[]> {
  await limits.countTry(place);
  const opened = await identity.openSession(token, headersOf(userAgent));
  if (!opened) throw accountRefusals.linkSpent();
  return opened.cookies;
}

/**
 * Signs a browser in whose owner has shown who they are in another way than by a letter: by the code printed at start, or because
 * it is the demonstration. @returns the cookies to set; none when the address is no person's
 */
export async function openSessionFor(identity: Identity, email: string, userAgent: string | undefined): Promise<string[]> {
  const opened = await identity.openSession(await identity.issueLink(email), headersOf(userAgent));
  return opened?.cookies ?? [];
}

function headersOf(userAgent: string | undefined): Headers {
  return new Headers(userAgent ? { "user-agent": userAgent.slice(0, 300) } : {});
}
