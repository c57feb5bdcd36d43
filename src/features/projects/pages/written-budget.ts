import { kronerOf, oreOf } from "../../../interface/form-values.ts";
import { costKinds, financingKinds, type LineKind, type Side } from "../budget/balance.ts";
import type { ShownBudget } from "./parts/project-of-api.ts";

/** A line as it stands in the form, right or wrong. `paidBy` is the key of another line. */
export interface WrittenLine {
  key: string;
  id: string;
  side: Side;
  kind: LineKind;
  text: string;
  amount: string;
  isInKind: boolean;
  paidBy: string;
  fundingId: string;
}

/** The lines there are, as the form begins with them. */
export function linesToWrite({ lines, draft }: Pick<ShownBudget, "lines" | "draft">): WrittenLine[] {
  return lines
    .filter((line) => (draft === null ? line.revisedOre : line.draftOre) !== null)
    .map((line) => ({
      key: line.id,
      id: line.id,
      side: line.side,
      kind: line.kind,
      text: line.text,
      amount: kronerOf((draft === null ? line.revisedOre : line.draftOre) ?? 0),
      isInKind: line.isInKind,
      paidBy: line.financedById ?? "",
      fundingId: line.fundingId ?? "",
    }));
}

/** Empty lines to write in, so many on each side. */
export function emptyLines(count: number, from: number): WrittenLine[] {
  const line = (side: Side, place: number): WrittenLine => ({
    key: `new-${side}-${from + place}`,
    id: "",
    side,
    kind: side === "cost" ? "purchase" : "own",
    text: "",
    amount: "",
    isInKind: false,
    paidBy: "",
    fundingId: "",
  });
  return (["financing", "cost"] as const).flatMap((side) => Array.from({ length: count }, (_, place) => line(side, place)));
}

/** Reads the form; lines without words or taken out are left out. */
export function writtenLines(form: FormData): WrittenLine[] {
  const said = (name: string) => String(form.get(name) ?? "").trim();
  return form
    .getAll("line")
    .map(String)
    .filter((key) => form.get(`remove-${key}`) === null && (said(`text-${key}`) !== "" || said(`amount-${key}`) !== ""))
    .map((key) => {
      const side = said(`side-${key}`) === "cost" ? "cost" : "financing";
      const kinds: readonly LineKind[] = side === "cost" ? costKinds : financingKinds;
      return {
        key,
        id: said(`id-${key}`),
        side,
        kind: kinds.find((kind) => kind === said(`kind-${key}`)) ?? "other",
        text: said(`text-${key}`),
        amount: said(`amount-${key}`),
        isInKind: form.get(`in-kind-${key}`) !== null,
        paidBy: said(`paid-by-${key}`),
        fundingId: said(`award-${key}`),
      };
    });
}

/** The same as the API takes it. */
export function linesForApi(lines: readonly WrittenLine[]) {
  return lines.map(({ id, side, kind, text, amount, isInKind, paidBy, fundingId }) => {
    const paying = lines.findIndex(({ key }) => key === paidBy);
    return {
      ...(id && { id }),
      side,
      kind,
      text,
      isInKind,
      amountOre: oreOf(amount),
      ...(side === "financing" && kind === "grant" && fundingId && { fundingId }),
      ...(side === "cost" && paying >= 0 && { financedBy: paying }),
    };
  });
}
