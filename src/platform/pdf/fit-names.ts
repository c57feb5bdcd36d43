import type { Pages } from "./document.ts";
import { sizeThatFits, wrapped } from "./wrap.ts";

/** Between lines, of their size. */
export const leading = 1.2;

export interface Block {
  lines: string[];
  size: number;
}

type Room = { wide: number; beside: number; height: number; scale: number };

const bodySizes = [13, 11, 9.5, 8];

/**
 * The given name as large as it goes, and below it the whole name and the organization, so that all stays within the height: first
 * the letters get smaller, then what is left over is left out.
 * @param room `wide` above the code, `beside` it below
 */
export function fitNames(pages: Pick<Pages, "widthOf">, name: string, organization: string | null, room: Room) {
  const { wide, beside, height, scale } = room;
  const given = name.trim().split(/\s+/)[0] ?? "";
  const sizes = [34 * scale, 28 * scale, 22 * scale];
  const size = sizeThatFits(pages, given, { sizes, face: "wide", within: wide });
  const head = { lines: given === "" ? [] : wrapped(pages, given, { size, face: "wide", within: wide }).slice(0, 2), size };
  const rest = height - heightOf(head);
  for (const bodySize of bodySizes) {
    const [whole, from] = body(bodySize * scale);
    if (heightOf(whole) + heightOf(from) <= rest) return { given: head, name: whole, organization: from };
  }
  const smallest = (bodySizes.at(-1) ?? 0) * scale;
  const [whole, from] = body(smallest);
  const most = Math.max(0, Math.floor(rest / (smallest * leading)));
  const kept = whole.lines.slice(0, Math.min(2, most));
  return { given: head, name: { ...whole, lines: kept }, organization: { ...from, lines: from.lines.slice(0, most - kept.length) } };

  function body(bodySize: number): [name: Block, organization: Block] {
    const lines = (text: string) => wrapped(pages, text, { size: bodySize, within: beside });
    return [
      // a name of one word is said once
      { lines: name.trim() === given ? [] : lines(name), size: bodySize },
      { lines: organization === null ? [] : lines(organization), size: bodySize },
    ];
  }
}

export function heightOf({ lines, size }: Block): number {
  return lines.length * size * leading;
}
