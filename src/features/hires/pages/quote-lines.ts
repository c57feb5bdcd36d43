import { oneOf, type Written, wholeOf } from "../../../interface/form-values.ts";

/** How many lines the form of a quote has room for beyond those there are. */
export const emptyLines = 3;

const rates = [0, 12, 15, 25] as const;

/** The lines of a quote as they were filled in; those without text are left out. VAT left to the law is left to the API. */
export function quoteLinesIn(written: Written, oreOf: (kroner: string) => number) {
  return linesWritten(written).map((number) => {
    const field = (name: string) => oneOf(written, `line-${number}-${name}`).trim();
    const vatPercent = rates.find((rate) => String(rate) === field("vat"));
    return {
      kind: (field("kind") || "other") as "other",
      text: field("text"),
      quantity: wholeOf(field("quantity") || "1"),
      unitOre: oreOf(field("unit")),
      supply: (field("supply") || "service") as "service",
      ...(vatPercent !== undefined && { vatPercent }),
    };
  });
}

/** The numbers of the lines that have text, in the order they are sent. */
export function linesWritten(written: Written): string[] {
  const numbers = Object.keys(written).flatMap((name) => /^line-(\d+)-text$/.exec(name)?.[1] ?? []);
  return numbers.filter((number) => oneOf(written, `line-${number}-text`).trim() !== "");
}
