/**
 * Bringing in spreadsheets: a file is kept, its columns are matched, every row is decided without writing anything (the dry run), and
 * then all rows or the good ones are written in one transaction. Knows no feature: what can be brought in is given as kinds.
 */
export { carryOut } from "./carry-out.ts";
export { cellReader } from "./cell-reader.ts";
export { checkFile, type Progress } from "./check-file.ts";
export { largestImportBody, surveyFile } from "./file-rows.ts";
export { forgetImport, forgetImports } from "./forget-imports.ts";
export { forgetImportNaming, hashOfAddress } from "./forget-naming.ts";
export {
  type Cells,
  type ImportColumn,
  type ImportDefinition,
  type ImportKind,
  type ImportScope,
  importKind,
  type ReasonSentence,
} from "./import-kind.ts";
export { checkMapping, missingColumns, proposedMapping, rememberMapping } from "./mapping.ts";
export { type Change, type DecidedRow, differences, type Outcome, type Reason, refusedFor, type Verdict } from "./outcome.ts";
export { reasonSentence } from "./reasons.ts";
export { importRefusals } from "./refusals.ts";
export { refusedRows } from "./refused-rows.ts";
export { addRun, type FileColumn, findRows, findRun, type ImportRun, latestRuns, type Mapping, moveRun, type RunState } from "./runs.ts";
export { template } from "./template.ts";
