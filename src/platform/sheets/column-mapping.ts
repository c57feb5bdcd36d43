import type { InEveryLanguage } from "../language/language.ts";
import { foldedName } from "./folded-name.ts";
import type { SheetColumn } from "./sheet.ts";

/** A column that an import knows. */
export type KnownColumn<Key extends string = string> = {
  key: Key;
  labels: InEveryLanguage;
  aliases?: readonly string[];
  required?: boolean;
};

/** How sure a match is, the surest first. `similar`: one letter wrong in a long name, to be shown for confirmation. */
export type MatchStrength = "remembered" | "key" | "label" | "alias" | "folded" | "similar";

export type ColumnMapping<Key extends string = string> = {
  matches: readonly { key: Key; column: SheetColumn; by: MatchStrength }[];
  /** Required columns that nothing in the file matches. */
  missing: readonly Key[];
  /** Columns of the file that would not be read; blank ones without a title are left out. */
  unused: readonly SheetColumn[];
};

/** Names shorter than this are too easily one letter from another word. */
const shortestSimilar = 6;

/**
 * Proposes which column of a file is which column of an import. The surest matches are made first; each column is used once; a
 * title one letter from two known columns is left unmatched rather than guessed.
 * `remembered` is what was chosen last time: the title in the file → the key.
 */
export function proposeMapping<Key extends string>(
  columns: readonly SheetColumn[],
  known: readonly KnownColumn<Key>[],
  remembered: Readonly<Record<string, string>> = {},
): ColumnMapping<Key> {
  const rememberedKeys = new Map(Object.entries(remembered).map(([title, key]) => [foldedName(title), key]));
  const tests: [MatchStrength, (title: string, candidate: KnownColumn<Key>) => boolean][] = [
    ["remembered", (title, { key }) => rememberedKeys.get(foldedName(title)) === key],
    ["key", (title, { key }) => title === key],
    ["label", (title, { labels }) => Object.values(labels).some((label) => label.toLowerCase() === title.toLowerCase())],
    ["alias", (title, { aliases = [] }) => aliases.some((alias) => alias.toLowerCase() === title.toLowerCase())],
    ["folded", (title, candidate) => foldedName(title) !== "" && namesOf(candidate).includes(foldedName(title))],
    ["similar", (title, candidate) => isSimilar(title, candidate) && known.filter((other) => isSimilar(title, other)).length === 1],
  ];

  const found = new Map<Key, { key: Key; column: SheetColumn; by: MatchStrength }>();
  const used = new Set<SheetColumn>();
  for (const [by, isMatch] of tests) {
    for (const candidate of known) {
      if (found.has(candidate.key)) continue;
      const column = columns.find((column) => !used.has(column) && column.title !== "" && isMatch(column.title, candidate));
      if (!column) continue;
      found.set(candidate.key, { key: candidate.key, column, by });
      used.add(column);
    }
  }
  return {
    matches: known.flatMap(({ key }) => found.get(key) ?? []),
    missing: known.filter(({ key, required }) => required && !found.has(key)).map(({ key }) => key),
    unused: columns.filter((column) => column.title !== "" && !used.has(column)),
  };
}

function namesOf({ key, labels, aliases = [] }: KnownColumn): string[] {
  return [key, ...Object.values(labels), ...aliases].map(foldedName);
}

function isSimilar(title: string, candidate: KnownColumn): boolean {
  const folded = foldedName(title);
  return namesOf(candidate).some((name) => Math.min(name.length, folded.length) >= shortestSimilar && isWithinOneEdit(name, folded));
}

/** Whether one letter added, left out or changed makes the one into the other (Levenshtein distance at most 1). */
function isWithinOneEdit(one: string, other: string): boolean {
  if (one.length > other.length) return isWithinOneEdit(other, one);
  if (other.length - one.length > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return one.slice(one.length === other.length ? same + 1 : same) === other.slice(same + 1);
}
