import type { Installation } from "../../platform/installation.ts";
import { isLanguage, type Language } from "../../platform/language/language.ts";
import { sendLetter } from "../../platform/mail/index.ts";
import type { Identity } from "./identity.ts";
import { findPersonByEmail, moveLoginToAddress } from "./queries.ts";
import { safePath } from "./safe-path.ts";
import { linkLetter, noAccountLetter } from "./sign-in-letters.ts";
import type { SignInLimits } from "./sign-in-limits.ts";

type Asked = { email: string; to: string | undefined; language: Language; place: string };

/**
 * Sends a sign-in link to the address. Does the same work and gives the same answer whether or not an account uses it: a token
 * is made and a letter written for both, and only the one who reads that mailbox learns the difference.
 * @throws Refusal account.too_many_links
 */
export async function askForSignInLink(installation: Installation, identity: Identity, limits: SignInLimits, asked: Asked): Promise<void> {
  const { db, now, settings } = installation;
  await limits.countTry(asked.place);
  await limits.countLetter(asked.email);
  await moveLoginToAddress(db, asked.email, now());
  const person = await findPersonByEmail(db, asked.email);
  const token = await identity.issueLink(asked.email);
  const language = isLanguage(person?.locale) ? person.locale : asked.language;
  const envelope = { email: asked.email, token, language, siteName: settings.name, at: now() };
  const letter = person
    ? linkLetter({ ...envelope, name: person.name, url: linkAddress(settings.url, language, token, asked.to) })
    : noAccountLetter(envelope);
  await sendLetter(db, letter);
}

function linkAddress(site: string, language: Language, token: string, to: string | undefined): string {
  const query = new URLSearchParams({ token });
  const onward = safePath(to);
  if (onward) query.set("to", onward);
  return `${site}/${language}/sign-in/link?${query}`;
}
