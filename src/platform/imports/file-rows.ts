import type { Files } from "../files/files.ts";
import { defaultLimits, readSheet, type Sheet, SheetError, type SheetRow } from "../sheets/index.ts";
import type { Cells, FileRow } from "./import-kind.ts";
import { importRefusals } from "./refusals.ts";
import type { FileColumn, ImportRun, Mapping } from "./runs.ts";

/** Bytes of a request that brings a file: the largest file, and the words around it. */
export const largestImportBody = defaultLimits.bytes + 256 * 1024;

const examplesShown = 3;

/** Reads a file whole, so that what is wrong with it is told at once: its columns, and how many rows it has. */
export async function surveyFile(name: string, bytes: Uint8Array): Promise<{ sheet: Sheet; header: FileColumn[]; rows: number }> {
  try {
    const sheet = await readSheet({ name, bytes });
    const header = sheet.columns.map(({ name: unique, title }): FileColumn => ({ name: unique, title, examples: [] }));
    let rows = 0;
    for await (const row of sheet.rows) {
      rows += 1;
      for (const [place, { examples }] of header.entries()) {
        const cell = (row.cells[place] ?? "").slice(0, 60);
        if (examples.length < examplesShown && cell.trim() !== "") examples.push(cell);
      }
    }
    if (rows === 0) throw importRefusals.noRows();
    return { sheet, header, rows };
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    throw importRefusals.unreadableFile({ code: error.code, ...error.details });
  }
}

/** The rows of a kept file, some at a time, with the cells under the columns they were matched to. */
export async function* fileRows(
  files: Files,
  run: Pick<ImportRun, "fileKey" | "fileName" | "mapping">,
  size: number,
): AsyncGenerator<FileRow[]> {
  const file = await files.read(run.fileKey);
  if (!file) throw new Error("The file of this import is gone");
  const sheet = await readSheet({ name: run.fileName, bytes: file.bytes });
  const places = placesOf(sheet, run.mapping);
  let batch: FileRow[] = [];
  for await (const row of sheet.rows) {
    batch.push(fileRow(row, places));
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function placesOf(sheet: Sheet, mapping: Mapping): [key: string, index: number][] {
  return Object.entries(mapping).flatMap(([key, name]) => {
    const column = sheet.columns.find((candidate) => candidate.name === name);
    return column ? [[key, column.index] as [string, number]] : [];
  });
}

function fileRow({ number, cells, surplus }: SheetRow, places: [key: string, index: number][]): FileRow {
  const named: Cells = {};
  for (const [key, index] of places) named[key] = cells[index] ?? "";
  return { number, cells: named, raw: [...cells], surplus };
}
