import { createHash } from "node:crypto";
import { catalogue, type Language } from "../../platform/language/language.ts";
import type { Letter } from "../../platform/mail/index.ts";

const words = catalogue({
  nb: {
    subject: (site: string) => `Logg inn på ${site}`,
    hello: (name: string) => `Hei, ${name}.`,
    asked: "Noen, helst du, ba om å få logge inn. Lenken virker én gang, i femten minutter.",
    signIn: "Logg inn",
    ignore: "Var det ikke du, trenger du ikke gjøre noe. Ingen kommer inn uten denne lenken.",
    none: (email: string) => `Noen, helst du, ba om å få logge inn med ${email}. Ingen konto bruker denne adressen.`,
    other: "Prøv en annen adresse, eller be huset eller nettverket ditt om å registrere deg.",
  },
  nn: {
    subject: (site: string) => `Logg inn på ${site}`,
    hello: (name: string) => `Hei, ${name}.`,
    asked: "Nokon, helst du, bad om å få logge inn. Lenkja verkar éin gong, i femten minutt.",
    signIn: "Logg inn",
    ignore: "Var det ikkje du, treng du ikkje gjere noko. Ingen kjem inn utan denne lenkja.",
    none: (email: string) => `Nokon, helst du, bad om å få logge inn med ${email}. Ingen konto brukar denne adressa.`,
    other: "Prøv ei anna adresse, eller be huset eller nettverket ditt om å registrere deg.",
  },
  en: {
    subject: (site: string) => `Sign in to ${site}`,
    hello: (name: string) => `Hello, ${name}.`,
    asked: "Somebody, we hope you, asked to sign in. The link works once, within fifteen minutes.",
    signIn: "Sign in",
    ignore: "If it was not you, there is nothing you need to do. Nobody gets in without this link.",
    none: (email: string) => `Somebody, we hope you, asked to sign in with ${email}. No account uses this address.`,
    other: "Try another address, or ask your space or network to register you.",
  },
});

type Addressed = { email: string; token: string; language: Language; siteName: string; at: Temporal.Instant };

/** The letter with the link, for somebody who has an account. */
export function linkLetter(given: Addressed & { name: string; url: string }): Letter {
  const text = words[given.language];
  return {
    ...envelope(given),
    parts: [text.hello(given.name), text.asked, { label: text.signIn, url: given.url }, text.ignore],
  };
}

/** The letter for an address no account uses: whoever owns it is told, and nobody else learns it. */
export function noAccountLetter(given: Addressed): Letter {
  const text = words[given.language];
  return { ...envelope(given), parts: [text.none(given.email), text.other] };
}

function envelope({ email, token, language, siteName, at }: Addressed) {
  const key = `sign-in-link/${createHash("sha256").update(token).digest("base64url")}`;
  return { key, to: email, language, subject: words[language].subject(siteName), from: siteName, at };
}
