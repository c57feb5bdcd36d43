import type { ImportColumn, ReasonSentence } from "../../../platform/imports/index.ts";
import { type InEveryLanguage, inAll } from "../../../platform/language/language.ts";
import { municipalityReasons, organizationNumberColumn } from "../../organizations/index.ts";
import { dayIn } from "./day-in.ts";

export type EnrollmentColumn =
  | "organizationNumber"
  | "name"
  | "legalForm"
  | "intake"
  | "exit"
  | "exitType"
  | "lastEvidence"
  | "municipality"
  | "founded";

/** Columns of the enrollments of a program. */
export const enrollmentColumns: readonly ImportColumn<EnrollmentColumn>[] = [
  {
    key: "organizationNumber",
    ...organizationNumberColumn,
    required: true,
    help: {
      nb: "Ni siffer. Selskapet kjennes igjen på det; er det ukjent, legges selskapet til.",
      nn: "Ni siffer. Selskapet blir kjent att på det; er det ukjent, blir selskapet lagt til.",
      en: "Nine digits. The company is recognised by it; one that is unknown is added.",
    },
    example: inAll("310009598"),
  },
  {
    key: "name",
    labels: { nb: "Navn", nn: "Namn", en: "Name" },
    aliases: ["selskap", "bedrift", "oppstartsselskap", "company", "startup"],
    help: {
      nb: "Må stå der når selskapet er nytt her.",
      nn: "Må stå der når selskapet er nytt her.",
      en: "Needed when the company is new here.",
    },
    example: inAll("Nordlys AS"),
  },
  {
    key: "legalForm",
    labels: { nb: "Organisasjonsform", nn: "Organisasjonsform", en: "Legal form" },
    aliases: ["form", "selskapsform"],
    help: { nb: "Som i Enhetsregisteret: AS, ENK …", nn: "Som i Einingsregisteret: AS, ENK …", en: "As in the register: AS, ENK …" },
    example: inAll("AS"),
  },
  {
    key: "intake",
    labels: { nb: "Opptak", nn: "Opptak", en: "Intake" },
    aliases: ["tatt opp", "opptaksdato", "start", "startdato", "intake date"],
    required: true,
    help: {
      nb: "Dagen selskapet kom inn i programmet.",
      nn: "Dagen selskapet kom inn i programmet.",
      en: "The day the company came into the program.",
    },
    example: inAll("2019-02-01"),
  },
  {
    key: "exit",
    labels: { nb: "Slutt", nn: "Slutt", en: "Exit" },
    aliases: ["sluttdato", "ut", "exit date"],
    help: {
      nb: "Dagen det gikk ut av programmet eller av drift.",
      nn: "Dagen det gjekk ut av programmet eller av drift.",
      en: "The day it left the program or business.",
    },
  },
  {
    key: "exitType",
    labels: { nb: "Hva det ble til", nn: "Kva det vart av det", en: "Exit type" },
    aliases: ["status", "slutttype", "utfall", "type slutt"],
    help: {
      nb: "I drift, fullført, flyttet, i dvale, konkurs, avviklet, fusjonert, kjøpt opp eller ukjent. Tom med sluttdato: ukjent.",
      nn: "I drift, fullført, flytta, i dvale, konkurs, avvikla, fusjonert, kjøpt opp eller ukjent. Tom med sluttdato: ukjent.",
      en: "Active, graduated, moved, dormant, bankrupt, dissolved, merged, acquired or unknown. Empty with an exit date: unknown.",
    },
  },
  {
    key: "lastEvidence",
    labels: { nb: "Sist sett i drift", nn: "Sist sett i drift", en: "Last evidence" },
    aliases: ["siste spor", "sist kontakt", "last seen"],
    help: {
      nb: "Siste dag noen vet at det var i drift.",
      nn: "Siste dag nokon veit at det var i drift.",
      en: "The last day it is known to have been at work.",
    },
    example: inAll("2026-03-31"),
  },
  {
    key: "municipality",
    labels: { nb: "Kommune", nn: "Kommune", en: "Municipality" },
    aliases: ["kommunenr", "kommunenummer", "municipality number"],
    help: {
      nb: "Nummer eller navn, gjerne et gammelt: 3205, Lillestrøm eller Skedsmo. Står kommunen her fra før, blir den stående.",
      nn: "Nummer eller namn, gjerne eit gammalt: 3205, Lillestrøm eller Skedsmo. Står kommunen her frå før, blir han ståande.",
      en: "A number or a name, an old one too: 3205, Lillestrøm or Skedsmo. One that is known already stands.",
    },
    example: inAll("Lillestrøm"),
  },
  {
    key: "founded",
    labels: { nb: "Stiftet", nn: "Stifta", en: "Founded" },
    aliases: ["stiftelsesdato", "stiftelse", "etablert", "founded on"],
    help: {
      nb: "Dagen selskapet ble stiftet. Står den her fra før, blir den stående.",
      nn: "Dagen selskapet vart stifta. Står han her frå før, blir han ståande.",
      en: "The day the company was founded. One that is known already stands.",
    },
    example: inAll("2018-11-20"),
  },
];

type Facts = Record<string, string | number>;

/** Sentences of the reasons that only these rows have. */
export const enrollmentReasons: Record<string, InEveryLanguage<ReasonSentence>> = {
  unknown_legal_form: {
    nb: ({ value }: Facts) => `«${value}» er ingen organisasjonsform. Skriv forkortelsen, for eksempel AS eller ENK.`,
    nn: ({ value }: Facts) => `«${value}» er inga organisasjonsform. Skriv forkortinga, til dømes AS eller ENK.`,
    en: ({ value }: Facts) => `“${value}” is no legal form. Write its letters, for example AS or ENK.`,
  },
  unknown_municipality: {
    nb: ({ value }: Facts) => `Ingen kommune siden 2013 har hatt nummeret eller navnet «${value}».`,
    nn: ({ value }: Facts) => `Ingen kommune sidan 2013 har hatt nummeret eller namnet «${value}».`,
    en: ({ value }: Facts) => `No municipality since 2013 has had the number or name “${value}”.`,
  },
  ambiguous_municipality: municipalityReasons.ambiguous_municipality,
  name_needed: {
    nb: "Ingen har dette nummeret ennå. Skriv navnet, så legges selskapet til.",
    nn: "Ingen har dette nummeret enno. Skriv namnet, så blir selskapet lagt til.",
    en: "Nobody has this number yet. Write the name, and the company is added.",
  },
  in_the_future: {
    nb: ({ value }: Facts) => `${dayIn("nb", value)} ligger foran oss. Skriv det som er kjent i dag.`,
    nn: ({ value }: Facts) => `${dayIn("nn", value)} ligg framfor oss. Skriv det som er kjent i dag.`,
    en: ({ value }: Facts) => `${dayIn("en", value)} lies ahead. Write what is known today.`,
  },
  wrong_order: {
    nb: ({ value, intake }: Facts) => `${dayIn("nb", value)} ligger før opptaket ${dayIn("nb", intake)}.`,
    nn: ({ value, intake }: Facts) => `${dayIn("nn", value)} ligg før opptaket ${dayIn("nn", intake)}.`,
    en: ({ value, intake }: Facts) => `${dayIn("en", value)} lies before the intake ${dayIn("en", intake)}.`,
  },
  end_needs_day: {
    nb: "mangler. Når selskapet er ute av drift eller gått inn i et annet, må dagen være med. Vet ingen når, skriv ukjent som utfall.",
    nn: "manglar. Når selskapet er ute av drift eller gått inn i eit anna, må dagen vere med. Veit ingen når, skriv ukjent som utfall.",
    en: "is missing. When a company is out of business or within another, say the day. If nobody knows when, write unknown as the exit type.",
  },
};
