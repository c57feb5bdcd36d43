import type { Language } from "../language/language.ts";
import { defineRefusals } from "../refusal/refusal.ts";
import type { SheetErrorCode } from "../sheets/index.ts";

type FileFacts = { code: SheetErrorCode } & Record<string, unknown>;

export const importRefusals = defineRefusals("import", {
  unknownKind: {
    status: 422,
    texts: {
      nb: "Denne typen import finnes ikke.",
      nn: "Denne typen import finst ikkje.",
      en: "This kind of import does not exist.",
    },
  },
  unknownPlace: {
    status: 422,
    texts: {
      nb: "Si hva fila skal inn i, og at det er organisasjonens eget.",
      nn: "Sei kva fila skal inn i, og at det er organisasjonens eige.",
      en: "Say what the file goes into, and that it is the organization's own.",
    },
  },
  unreadableFile: {
    status: 422,
    texts: {
      nb: (details: FileFacts) => fileSentence("nb", details),
      nn: (details: FileFacts) => fileSentence("nn", details),
      en: (details: FileFacts) => fileSentence("en", details),
    },
  },
  noRows: {
    status: 422,
    texts: {
      nb: "Fila har overskrifter, men ingen rader under.",
      nn: "Fila har overskrifter, men ingen rader under.",
      en: "The file has headings, but no rows below them.",
    },
  },
  unknownColumn: {
    status: 422,
    texts: {
      nb: (details: { column: string }) => `Kolonnen «${details.column}» finnes ikke.`,
      nn: (details: { column: string }) => `Kolonnen «${details.column}» finst ikkje.`,
      en: (details: { column: string }) => `The column “${details.column}” does not exist.`,
    },
  },
  columnUsedTwice: {
    status: 422,
    texts: {
      nb: (details: { column: string }) => `Kolonnen «${details.column}» er valgt to ganger.`,
      nn: (details: { column: string }) => `Kolonnen «${details.column}» er vald to gonger.`,
      en: (details: { column: string }) => `The column “${details.column}” is chosen twice.`,
    },
  },
  columnsMissing: {
    status: 422,
    texts: {
      nb: (details: { columns: string[] }) => `Si hvilken kolonne i fila som er: ${details.columns.join(", ")}.`,
      nn: (details: { columns: string[] }) => `Sei kva kolonne i fila som er: ${details.columns.join(", ")}.`,
      en: (details: { columns: string[] }) => `Say which column of the file is: ${details.columns.join(", ")}.`,
    },
  },
  notReady: {
    status: 409,
    texts: {
      nb: "Fila blir lest nå. Vent til den er ferdig lest.",
      nn: "Fila blir lesen no. Vent til ho er ferdig lesen.",
      en: "The file is being read. Wait until that is done.",
    },
  },
  alreadyDone: {
    status: 409,
    texts: {
      nb: "Denne fila er allerede importert.",
      nn: "Denne fila er alt importert.",
      en: "This file has already been imported.",
    },
  },
  rowsRefused: {
    status: 409,
    texts: {
      nb: (details: { refused: number }) => `Antall avviste rader: ${details.refused}. Rett dem, eller importer de gode radene.`,
      nn: (details: { refused: number }) => `Talet på avviste rader: ${details.refused}. Rett dei, eller importer dei gode radene.`,
      en: (details: { refused: number }) => `Rows refused: ${details.refused}. Correct them, or import the good rows.`,
    },
  },
});

function fileSentence(language: Language, { code, ...facts }: FileFacts): string {
  const row = String(facts.row ?? "");
  const limit = Number(facts.limit ?? 0);
  const megabytes = Math.round(Number(facts.limitBytes ?? 0) / 1024 / 1024);
  const sentences: Record<SheetErrorCode, Record<Language, string>> = {
    empty: { nb: "Fila er tom.", nn: "Fila er tom.", en: "The file is empty." },
    "no-header": {
      nb: `Rad ${row} er ikke en rad med kolonnenavn.`,
      nn: `Rad ${row} er ikkje ei rad med kolonnenamn.`,
      en: `Row ${row} is not a row of column names.`,
    },
    "too-large": {
      nb: `Fila er større enn ${megabytes} MB. Del den i to.`,
      nn: `Fila er større enn ${megabytes} MB. Del ho i to.`,
      en: `The file is larger than ${megabytes} MB. Split it in two.`,
    },
    "unpacks-too-large": {
      nb: "Fila er for stor når den pakkes ut. Del den i to.",
      nn: "Fila er for stor når ho blir pakka ut. Del ho i to.",
      en: "The file is too large when unpacked. Split it in two.",
    },
    "too-many-rows": {
      nb: `Fila har mer enn ${limit} rader. Del den i flere.`,
      nn: `Fila har meir enn ${limit} rader. Del ho i fleire.`,
      en: `The file has more than ${limit} rows. Split it.`,
    },
    "too-many-columns": {
      nb: `Rad ${row} har mer enn ${limit} kolonner.`,
      nn: `Rad ${row} har meir enn ${limit} kolonnar.`,
      en: `Row ${row} has more than ${limit} columns.`,
    },
    "cell-too-long": {
      nb: `En celle i rad ${row} er for lang. Mangler det et anførselstegn?`,
      nn: `Ei celle i rad ${row} er for lang. Manglar det eit hermeteikn?`,
      en: `A cell in row ${row} is too long. Is a quotation mark missing?`,
    },
    "unbalanced-quotes": {
      nb: `Et anførselstegn i rad ${row} er ikke lukket.`,
      nn: `Eit hermeteikn i rad ${row} er ikkje lukka.`,
      en: `A quotation mark in row ${row} is not closed.`,
    },
    "sheet-not-found": { nb: "Arket finnes ikke i fila.", nn: "Arket finst ikkje i fila.", en: "The file has no such sheet." },
    "old-excel": {
      nb: "Dette er det gamle Excel-formatet. Lagre fila som .xlsx eller CSV.",
      nn: "Dette er det gamle Excel-formatet. Lagre fila som .xlsx eller CSV.",
      en: "This is the old Excel format. Save the file as .xlsx or CSV.",
    },
    encrypted: {
      nb: "Fila er låst med passord. Lagre den uten.",
      nn: "Fila er låst med passord. Lagre ho utan.",
      en: "The file is locked by a password. Save it without one.",
    },
    unreadable: {
      nb: "Fila er verken CSV eller Excel (.xlsx), eller den er skadet.",
      nn: "Fila er korkje CSV eller Excel (.xlsx), eller ho er skadd.",
      en: "The file is neither CSV nor Excel (.xlsx), or it is damaged.",
    },
  };
  return sentences[code][language];
}
