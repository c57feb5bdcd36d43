/**
 * Sheets in and out: CSV and XLSX files as rows of text, the parsers that make values of cells, the proposal of which column is
 * which, and the two writers. Knows no feature; says no word to a person: errors and reasons are codes that the callers translate.
 */
export { type ColumnMapping, type KnownColumn, type MatchStrength, proposeMapping } from "./column-mapping.ts";
export { dateCell } from "./date-cell.ts";
export { municipalityNumberCell, organizationNumberCell, phoneCell, postcodeCell } from "./norwegian-cells.ts";
export { coordinatesCell, decimalCell, integerCell, latitudeCell, longitudeCell } from "./number-cells.ts";
export type { CellReason, ParsedCell } from "./parsed-cell.ts";
export { type ReadSheetOptions, readSheet } from "./read-sheet.ts";
export { defaultLimits, type Sheet, type SheetColumn, type SheetFile, type SheetLimits, type SheetRow } from "./sheet.ts";
export { SheetError, type SheetErrorCode, type SheetErrorDetails } from "./sheet-error.ts";
export type { SheetRows, SheetValue } from "./sheet-value.ts";
export { emailCell, textCell, yesNoCell } from "./text-cells.ts";
export { type VocabularyEntry, vocabularyCell } from "./vocabulary-cell.ts";
export { type CsvForm, writeCsv } from "./write-csv.ts";
export { writeXlsx, type XlsxColumn, type XlsxSheet } from "./write-xlsx.ts";
