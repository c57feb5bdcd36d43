/** What badges are printed on. Measures in millimetres. */
export interface Paper {
  page: { width: number; height: number };
  badge: { width: number; height: number };
  columns: number;
  rows: number;
  /** From the edge of the page to the first badge, and between badges. */
  left: number;
  top: number;
  gap: number;
  /** Whether the sheet is cut: then there are marks to cut by. */
  isCut: boolean;
}

/** The most badges in one file. */
export const mostBadges = 200;

export const paperNames = ["a4-8", "a4-10", "card", "label"] as const;
export type PaperName = (typeof paperNames)[number];

const a4 = { width: 210, height: 297 };

/**
 * a4-8: a sheet of eight labels of 99.1 × 67.7. a4-10: ten cards of 90 × 55 to be cut, as they fit the usual holders. card and label:
 * one a page, for printers that take cards, and rolls of 62 mm.
 */
export const papers: Record<PaperName, Paper> = {
  "a4-8": { page: a4, badge: { width: 99.1, height: 67.7 }, columns: 2, rows: 4, left: 4.65, top: 13.1, gap: 2.5, isCut: false },
  "a4-10": { page: a4, badge: { width: 90, height: 55 }, columns: 2, rows: 5, left: 15, top: 11, gap: 0, isCut: true },
  card: { page: { width: 90, height: 55 }, badge: { width: 90, height: 55 }, columns: 1, rows: 1, left: 0, top: 0, gap: 0, isCut: false },
  label: {
    page: { width: 100, height: 62 },
    badge: { width: 100, height: 62 },
    columns: 1,
    rows: 1,
    left: 0,
    top: 0,
    gap: 0,
    isCut: false,
  },
};

/** How many badges a page has. */
export function perPage({ columns, rows }: Paper): number {
  return columns * rows;
}

/** Where a badge is printed: which page, the first being 0, and its upper left corner. `skipped` places of the first sheet are used up. */
export function placeOf(paper: Paper, number: number, skipped: number): { page: number; left: number; top: number } {
  const place = number + (skipped % perPage(paper));
  const onPage = place % perPage(paper);
  const [column, row] = [onPage % paper.columns, Math.floor(onPage / paper.columns)];
  return {
    page: Math.floor(place / perPage(paper)),
    left: paper.left + column * (paper.badge.width + paper.gap),
    top: paper.top + row * paper.badge.height,
  };
}
