import type { Language } from "../language/language.ts";
import { type CsvForm, type SheetValue, writeCsv, writeXlsx } from "../sheets/index.ts";
import type { ImportKind } from "./import-kind.ts";

/** A file to fill in: the header in the reader's language and one example row. */
export function template(kind: ImportKind, format: "csv" | "xlsx", language: Language, now: Temporal.Instant): ReadableStream<Uint8Array> {
  const titles = kind.columns.map(({ labels }) => labels[language]);
  const rows: SheetValue[][] = [kind.columns.map(({ example }) => example?.[language] ?? "")];
  if (format === "xlsx") return writeXlsx({ name: kind.labels[language], columns: titles.map((title) => ({ title })), rows }, now);
  return writeCsv(titles, rows, "excel" satisfies CsvForm);
}
