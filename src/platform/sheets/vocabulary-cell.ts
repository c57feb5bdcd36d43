import type { InEveryLanguage } from "../language/language.ts";
import { foldedName } from "./folded-name.ts";
import { accepted, type ParsedCell, rejected } from "./parsed-cell.ts";
import { oneLine } from "./text-cells.ts";

export type VocabularyEntry<Key extends string> = { key: Key; labels: InEveryLanguage; aliases?: readonly string[] };

/**
 * A parser for one of a vocabulary, by key, label in any language or alias; without regard to case, spaces, punctuation and
 * diacritics, unless they are what tells two entries apart.
 */
export function vocabularyCell<Key extends string>(entries: readonly VocabularyEntry<Key>[]): (raw: string) => ParsedCell<Key> {
  const exact = new Map<string, Set<Key>>();
  const folded = new Map<string, Set<Key>>();
  for (const { key, labels, aliases = [] } of entries) {
    for (const word of [key, ...Object.values(labels), ...aliases]) {
      add(exact, word.toLowerCase(), key);
      add(folded, foldedName(word), key);
    }
  }
  return function parse(raw) {
    const word = oneLine(raw).normalize("NFC").toLowerCase();
    if (word === "") return rejected("empty");
    const [key, ...others] = exact.get(word) ?? folded.get(foldedName(word)) ?? [];
    if (key === undefined) return rejected("not-in-vocabulary");
    return others.length > 0 ? rejected("ambiguous-word") : accepted(key);
  };
}

function add<Key>(index: Map<string, Set<Key>>, word: string, key: Key): void {
  const keys = index.get(word) ?? new Set();
  index.set(word, keys.add(key));
}
