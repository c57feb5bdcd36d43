import { z } from "zod";
import type { Day } from "../../platform/time/day.ts";
import { type Headcount, headcountOf } from "./headcount.ts";
import type { RegisterStatus } from "./organization.ts";

/** What the register says of one unit, in our words. Contact data and the names of people are left out: we have no purpose for them. */
export type RegisterEntry = {
  unitKind: "unit" | "sub_unit";
  organizationNumber: string;
  parentNumber: string | null;
  name: string;
  legalForm: string | null;
  foundedOn: Day | null;
  deletedOn: Day | null;
  industryCode: string | null;
  industryStandard: "SN2007" | "SN2025" | null;
  municipalityNumber: string | null;
  address: { lines: string[]; postcode: string | null; town: string | null } | null;
  status: RegisterStatus;
  headcount: Headcount | null;
  headcountOn: Day | null;
  vatRegistered: boolean | null;
};

const address = z.object({
  adresse: z.array(z.string()).optional(),
  postnummer: z.string().optional(),
  poststed: z.string().optional(),
  kommunenummer: z.string().optional(),
});

const day = z.iso.date();

// What is absent is left out by the register, never null.
const unit = z.object({
  organisasjonsnummer: z.string().regex(/^\d{9}$/),
  navn: z.string().min(1),
  organisasjonsform: z.object({ kode: z.string() }).optional(),
  overordnetEnhet: z.string().optional(),
  forretningsadresse: address.optional(),
  beliggenhetsadresse: address.optional(),
  stiftelsesdato: day.optional(),
  oppstartsdato: day.optional(),
  nedleggelsesdato: day.optional(),
  slettedato: day.optional(),
  naeringskode1: z.object({ kode: z.string() }).optional(),
  antallAnsatte: z.number().int().min(0).optional(),
  registreringsdatoAntallAnsatteNAVAaregisteret: day.optional(),
  registrertIMvaregisteret: z.boolean().optional(),
  konkurs: z.boolean().optional(),
  underAvvikling: z.boolean().optional(),
  underTvangsavviklingEllerTvangsopplosning: z.boolean().optional(),
});

// The register went over from SN2007 to SN2025 in September 2025; the code itself does not say which it is.
const newStandardSince = "2025-09-01";

/** Reads an answer of `/enheter/{number}` or `/underenheter/{number}`. Undefined when it is not of the shape we know. */
export function readRegisterEntry(answer: unknown, unitKind: RegisterEntry["unitKind"], today: Day): RegisterEntry | undefined {
  const { success, data: said } = unit.safeParse(answer);
  if (!success) return undefined;
  const place = said.forretningsadresse ?? said.beliggenhetsadresse;
  const deletedOn = said.slettedato ?? said.nedleggelsesdato ?? null;
  return {
    unitKind,
    organizationNumber: said.organisasjonsnummer,
    parentNumber: said.overordnetEnhet ?? null,
    name: said.navn,
    legalForm: said.organisasjonsform?.kode ?? null,
    foundedOn: said.stiftelsesdato ?? said.oppstartsdato ?? null,
    deletedOn,
    industryCode: said.naeringskode1?.kode ?? null,
    industryStandard: said.naeringskode1 ? (today < newStandardSince ? "SN2007" : "SN2025") : null,
    municipalityNumber: place?.kommunenummer ?? null,
    address: place
      ? { lines: (place.adresse ?? []).filter(isNoPerson), postcode: place.postnummer ?? null, town: place.poststed ?? null }
      : null,
    status: statusOf(said, deletedOn),
    headcount: deletedOn === null ? headcountOf(said.antallAnsatte) : null,
    headcountOn: said.registreringsdatoAntallAnsatteNAVAaregisteret ?? null,
    vatRegistered: said.registrertIMvaregisteret ?? null,
  };
}

/** "EKSEMPELHUSET AS" as one would write it: "Eksempelhuset AS". Words of up to three letters may be shortenings and stay. */
export function readableName(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .split(" ")
    .map((word, place) => {
      if (place > 0 && smallWords.has(word)) return word.toLowerCase();
      if (word.length <= 3) return word;
      return word.toLowerCase().replace(/(^|[-/(.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
    })
    .join(" ");
}

const smallWords = new Set(["OG", "I", "PÅ", "AV", "FOR", "TIL", "MED", "VED", "AVD"]);

// "c/o Kari Nordmann" names a private person
function isNoPerson(line: string): boolean {
  return line.trim() !== "" && !/^\s*(c\/o|v\/)/i.test(line);
}

function statusOf(said: z.infer<typeof unit>, deletedOn: Day | null): RegisterStatus {
  if (deletedOn !== null) return "deleted";
  if (said.konkurs) return "bankrupt";
  return said.underAvvikling || said.underTvangsavviklingEllerTvangsopplosning ? "being_wound_up" : "active";
}
