import { isId } from "../../platform/database/id.ts";

const longest = 80;
const letters: Record<string, string> = { æ: "ae", ø: "o", å: "a", ä: "a", ö: "o", đ: "d", ŋ: "ng", ŧ: "t", ß: "ss" };

/**
 * The word for a name in paths: "Blåbær & Øl AS" becomes "blabaer-ol-as". Small letters a to z, digits and single hyphens, at
 * most 80. Empty when the name has no letter or digit that can be written so.
 */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize("NFC")
    .replace(/[æøåäöđŋŧß]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-");
  const slug = plain.slice(0, longest).replace(/^-+|-+$/g, "");
  // a slug that looks like an id could not be told from one
  return isId(slug) ? `o-${slug}` : slug;
}

/** The slug itself when it is free, else the first of slug-2, slug-3 … that is. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  const base = slug === "" ? "organization" : slug;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const tried = `${base.slice(0, longest - ending.length).replace(/-+$/, "")}${ending}`;
    if (!taken.has(tried)) return tried;
  }
}
