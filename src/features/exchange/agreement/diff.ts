import type { Dimension, Terms } from "../agreement.ts";

/** What can be compared of a version. */
export interface Comparable {
  texts: Partial<Record<"nb" | "nn" | "en", string>>;
  terms: Terms;
  quotas: { dimension: Dimension; daysPerMonth: number }[];
}

export type TextLine = { kind: "same" | "removed" | "added"; line: string };

export interface Difference {
  terms: { term: keyof Terms; before: Terms[keyof Terms]; after: Terms[keyof Terms] }[];
  quotas: { dimension: Dimension; before: number | null; after: number | null }[];
  /** The paragraphs of one language, in order; empty when nothing differs. */
  text: TextLine[];
}

/** What a version changes from the one before it, with the text in one language. */
export function differenceOf(before: Comparable, after: Comparable, language: "nb" | "nn" | "en"): Difference {
  const terms = (Object.keys(after.terms) as (keyof Terms)[])
    .filter((term) => JSON.stringify(before.terms[term]) !== JSON.stringify(after.terms[term]))
    .map((term) => ({ term, before: before.terms[term], after: after.terms[term] }));
  const dimensions = [...new Set([...before.quotas, ...after.quotas].map(({ dimension }) => dimension))];
  const daysIn = ({ quotas }: Comparable, of: Dimension) => quotas.find(({ dimension }) => dimension === of)?.daysPerMonth ?? null;
  const quotas = dimensions
    .map((dimension) => ({ dimension, before: daysIn(before, dimension), after: daysIn(after, dimension) }))
    .filter((quota) => quota.before !== quota.after);
  const lines = linesOf(paragraphs(before.texts[language]), paragraphs(after.texts[language]));
  return { terms, quotas, text: lines.some(({ kind }) => kind !== "same") ? lines : [] };
}

/** The paragraphs of a text: one a line. */
export function paragraphs(text: string | undefined): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The longest paragraphs in common stay, in order; the others were taken away or added. */
function linesOf(before: string[], after: string[]): TextLine[] {
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = common[i] ?? [];
      row[j] = before[i] === after[j] ? 1 + (common[i + 1]?.[j + 1] ?? 0) : Math.max(common[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  const lines: TextLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      lines.push({ kind: "same", line: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      lines.push({ kind: "removed", line: old });
      i += 1;
    } else if (fresh !== undefined) {
      lines.push({ kind: "added", line: fresh });
      j += 1;
    }
  }
  return lines;
}
