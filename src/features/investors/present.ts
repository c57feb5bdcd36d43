import type { Language } from "../../platform/language/language.ts";
import type { matchOf } from "./match.ts";
import { type ReasonReader, reasonSentence } from "./match-words.ts";
import type { Contact, ProfileRow } from "./profiles/queries.ts";
import type { readProfile } from "./profiles/read-profiles.ts";
import type { Counties } from "./raises/counties.ts";
import type { ConsentRow, RaiseRow } from "./raises/queries.ts";
import type { Answered, investorsOfRaise } from "./raises/read-raises.ts";

export function presentInvestor({ hasEnded: _, version: __, ...row }: ProfileRow) {
  return row;
}

export function presentProfile({ profile, contact, abilities }: Awaited<ReturnType<typeof readProfile>>) {
  return { ...profile, contact: contact satisfies Contact | null, abilities };
}

/** A raise as somebody is told it. */
export function presentTold({ told, counties, interest, match }: Answered, language: Language) {
  const { municipalityNumber: _, municipalityRecordedOn: __, publishedAt, ...row } = told;
  const county = counties.of(told);
  return {
    ...row,
    publishedAt: publishedAt.toString(),
    county: county && { number: county.number, name: county.nameNo },
    interest,
    // a raise told beside a match is told to the investor the match is of
    match: match && presentMatch(match, counties, language, "investor"),
  };
}

export function presentRecord({ contactName, contactEmail, contactPhone, createdAt: _, publishedAt, endedAt, ...row }: RaiseRow) {
  const state = endedAt !== null ? ("ended" as const) : publishedAt !== null ? ("shared" as const) : ("draft" as const);
  return { ...row, state, contact: { name: contactName, email: contactEmail, phone: contactPhone } };
}

export function presentConsent({ givenAt, withdrawnAt, ...row }: ConsentRow) {
  return { ...row, givenAt: givenAt.toString(), withdrawnAt: withdrawnAt?.toString() ?? null };
}

type OfRaise = Awaited<ReturnType<typeof investorsOfRaise>>;

export function presentInvestorOfRaise({ profile, match, ...row }: OfRaise["investors"][number], counties: Counties, language: Language) {
  return { ...row, investor: presentInvestor(profile), match: presentMatch(match, counties, language, "others") };
}

function presentMatch(
  { isMatch, fits, reasons }: ReturnType<typeof matchOf>,
  { names }: Counties,
  language: Language,
  reader: ReasonReader,
) {
  const said = reasons.map((reason) => ({ kind: reason.kind, fit: reason.fit, sentence: reasonSentence(reason, names, language, reader) }));
  return { isMatch, fits, reasons: said };
}
