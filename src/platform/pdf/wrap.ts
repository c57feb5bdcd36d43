import type { Pages } from "./document.ts";
import type { Face } from "./embedded-fonts.ts";

type How = { size: number; face?: Face; within: number };

/**
 * The text in lines no wider than `within`. A line that goes on below ends with the space that stood there, for those who are read
 * to. A word too long for a line is broken: after a
 * hyphen of its own where it has one in the line, else between letters with a hyphen, without one elsewhere.
 */
export function wrapped(pages: Pick<Pages, "widthOf">, text: string, how: How): string[] {
  const isWide = (line: string) => pages.widthOf(line, how.size, how.face) > how.within;
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && !isWide(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else {
      if (last !== undefined) lines[lines.length - 1] = `${last} `;
      lines.push(...pieces(word, isWide));
    }
  }
  return lines;
}

/** The largest of the sizes at which no word must be broken, else the smallest. */
export function sizeThatFits(
  pages: Pick<Pages, "widthOf">,
  text: string,
  { sizes, face, within }: { sizes: readonly number[]; face?: Face; within: number },
): number {
  const words = text.trim().split(/\s+/);
  return sizes.find((size) => words.every((word) => pages.widthOf(word, size, face) <= within)) ?? sizes.at(-1) ?? 0;
}

function pieces(word: string, isWide: (line: string) => boolean): string[] {
  const found: string[] = [];
  let rest = [...word];
  while (rest.length > 1 && isWide(rest.join(""))) {
    let length = rest.length - 1;
    while (length > 1 && isWide(ending(rest, length))) length -= 1;
    length = rest.slice(0, length).lastIndexOf("-") + 1 || length;
    found.push(ending(rest, length));
    rest = rest.slice(length);
  }
  return [...found, rest.join("")];
}

function ending(letters: string[], length: number): string {
  const isInWord = /\p{Letter}/u.test(letters[length - 1] ?? "") && /\p{Letter}/u.test(letters[length] ?? "");
  return `${letters.slice(0, length).join("")}${isInWord ? "-" : ""}`;
}
