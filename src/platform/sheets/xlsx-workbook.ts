import { SheetError } from "./sheet-error.ts";
import { type NumberKind, numberKind } from "./xlsx-value.ts";
import { readXml } from "./xml-scanner.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** What must be known of a workbook before one of its sheets can be read. */
export type Workbook = {
  sheets: readonly { name: string; path: string; isHidden: boolean }[];
  startsIn1904: boolean;
  sharedStrings: readonly string[];
  /** By the style number of a cell. */
  numberKinds: readonly NumberKind[];
};

type Relationship = { id: string; type: string; path: string };

/** Reads the parts around the sheets, found by their relationships, since only Excel itself gives them Excel's names. */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook> {
  const workbookPath = (await relationshipsOf(zip, "")).find(({ type }) => type === "officeDocument")?.path;
  if (!workbookPath || !zip.names.includes(workbookPath)) throw new SheetError("unreadable", { found: "a zip file without a workbook" });
  if (workbookPath.endsWith(".bin")) throw new SheetError("old-excel", {});

  const relationships = await relationshipsOf(zip, workbookPath);
  const pathOf = (wanted: string) => relationships.find(({ type }) => type === wanted)?.path;
  return {
    ...(await readSheetList(zip, workbookPath, relationships)),
    sharedStrings: await readSharedStrings(zip, pathOf("sharedStrings")),
    numberKinds: await readNumberKinds(zip, pathOf("styles")),
  };
}

/** The relationships of a part; of the whole file for "". Types by their last word, which the strict and the usual form share. */
async function relationshipsOf(zip: ZipArchive, path: string): Promise<Relationship[]> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const part = zip.open(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const relationships: Relationship[] = [];
  if (!part) return relationships;
  await readXml(part, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes();
      if (mode !== "External") relationships.push({ id, type: type.slice(type.lastIndexOf("/") + 1), path: resolved(target, folder) });
    },
  });
  return relationships;
}

function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

async function readSheetList(
  zip: ZipArchive,
  path: string,
  relationships: readonly Relationship[],
): Promise<Pick<Workbook, "sheets" | "startsIn1904">> {
  const sheets: { name: string; path: string; isHidden: boolean }[] = [];
  let startsIn1904 = false;
  const part = zip.open(path);
  if (part) {
    await readXml(part, {
      open(name, attributes) {
        if (name === "workbookPr") startsIn1904 = ["1", "true", "on"].includes(attributes().date1904 ?? "");
        if (name !== "sheet") return;
        const values = attributes();
        const id = Object.entries(values).find(([key]) => key.endsWith(":id"))?.[1];
        const target = relationships.find((relationship) => relationship.id === id);
        // Chart sheets have no cells.
        if (target?.type !== "worksheet") return;
        sheets.push({ name: values.name ?? "", path: target.path, isHidden: (values.state ?? "visible") !== "visible" });
      },
    });
  }
  return { sheets, startsIn1904 };
}

async function readSharedStrings(zip: ZipArchive, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  const part = path === undefined ? undefined : zip.open(path);
  if (!part) return strings;
  let text = "";
  let isInText = false;
  let isInPhonetic = false;
  await readXml(part, {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isInPhonetic = true;
      isInText = name === "t" && !isInPhonetic;
    },
    text(piece) {
      if (isInText) text += piece;
    },
    close(name) {
      isInText = false;
      if (name === "rPh") isInPhonetic = false;
      if (name === "si") strings.push(unescaped(text));
    },
  });
  return strings;
}

async function readNumberKinds(zip: ZipArchive, path: string | undefined): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  const part = path === undefined ? undefined : zip.open(path);
  if (!part) return kinds;
  let isInCellFormats = false;
  await readXml(part, {
    open(name, attributes) {
      if (name === "cellXfs") isInCellFormats = true;
      if (name === "numFmt") {
        const { numFmtId, formatCode = "" } = attributes();
        codes.set(Number(numFmtId), formatCode);
      }
      if (name === "xf" && isInCellFormats) {
        const formatId = Number(attributes().numFmtId ?? 0);
        kinds.push(numberKind(formatId, codes.get(formatId)));
      }
    },
    close(name) {
      if (name === "cellXfs") isInCellFormats = false;
    },
  });
  return kinds;
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
