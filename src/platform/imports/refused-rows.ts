import type { Db } from "../database/database.ts";
import type { Language } from "../language/language.ts";
import { writeCsv } from "../sheets/index.ts";
import type { ImportKind } from "./import-kind.ts";
import { reasonSentence } from "./reasons.ts";
import { findRows, type ImportRun } from "./runs.ts";

const reasonTitle: Record<Language, string> = { nb: "Hvorfor avvist", nn: "Kvifor avvist", en: "Why refused" };

/** The refused rows as they were sent, with why in a last column: corrected, the file can be sent again. */
export function refusedRows(db: Db, run: ImportRun, kind: ImportKind, language: Language): ReadableStream<Uint8Array> {
  return writeCsv([...run.header.map(({ name }) => name), reasonTitle[language]], lines(db, run, kind, language), "excel");
}

async function* lines(db: Db, run: ImportRun, kind: ImportKind, language: Language): AsyncGenerator<string[]> {
  for (let after = 0; ; ) {
    const rows = await findRows(db, run.id, { outcome: "refuse", after, limit: 1_000 });
    for (const { cells, reasons } of rows) {
      const padded = run.header.map((_, place) => cells[place] ?? "");
      yield [...padded, reasons.map((reason) => reasonSentence(kind, reason, language)).join(" ")];
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}
