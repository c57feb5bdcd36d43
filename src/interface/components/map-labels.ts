/** Something to be shown at a place: where it lies, its name and what stands in its square. */
export type Anchor = { x: number; y: number; name: string; amount: string };

export type Placed = {
  /** The square's middle; away from the anchor when it had to move. */
  x: number;
  y: number;
  squareWidth: number;
  isMoved: boolean;
  labelX: number;
  labelEnds: "start" | "end";
};

type Box = { left: number; top: number; right: number; bottom: number };

/** Height of a square, and width of one with at most two signs. */
export const squareSize = 22;

const labelHeight = 18;
const letterWidth = 8.4;
const labelGap = 6;

/**
 * Gives every anchor a square and a label that cover no other's. Those alone keep their place; crowded ones move out,
 * as near as there is room, to be joined to their place by a line. The same anchors are always placed the same way.
 * Where nothing is free, the nearest place stands: a map that overlaps is better than one that leaves a place out.
 */
export function placeLabels<Point extends Anchor>(points: readonly Point[], area: { width: number; height: number }): Map<Point, Placed> {
  const taken: Box[] = [];
  const placed = new Map<Point, Placed>();
  const neighbours = new Map(points.map((point) => [point, points.filter((other) => distance(point, other) < 45).length]));
  const loneliestFirst = points.toSorted((a, b) => (neighbours.get(a) ?? 0) - (neighbours.get(b) ?? 0) || a.y - b.y || a.x - b.x);
  for (const point of loneliestFirst) {
    const dots = points.filter((other) => other !== point && !placed.has(other)).map((other) => around(other.x, other.y, 5, 5));
    const candidates = candidatesFor(point, area);
    const free = candidates.find((candidate) =>
      boxesOf(point, candidate).every((box) => isInside(box, area) && !touches(box, [...taken, ...dots])),
    );
    const chosen = free ?? candidates[0];
    if (!chosen) continue;
    taken.push(...boxesOf(point, chosen));
    placed.set(point, chosen);
  }
  return placed;
}

const rings = [30, 42, 56, 72, 90, 110];
/** Sideways first: a name reads best beside its place. */
const directions = [0, 180, 30, 150, 330, 210, 60, 120, 300, 240, 90, 270];

function candidatesFor(point: Anchor, area: { width: number }): Placed[] {
  const squareWidth = squareSize + Math.max(0, point.amount.length - 2) * 8;
  const sides = point.x < area.width * 0.45 ? (["end", "start"] as const) : (["start", "end"] as const);
  const offsets = [
    { dx: 0, dy: 0 },
    ...rings.flatMap((radius) =>
      directions.map((degrees) => ({
        dx: Math.round(radius * Math.cos((degrees / 180) * Math.PI)),
        dy: Math.round(radius * Math.sin((degrees / 180) * Math.PI)),
      })),
    ),
  ];
  return offsets.flatMap(({ dx, dy }) =>
    sides.map((labelEnds): Placed => {
      const [x, y] = [point.x + dx, point.y + dy];
      const away = squareWidth / 2 + labelGap;
      return { x, y, squareWidth, isMoved: dx !== 0 || dy !== 0, labelX: labelEnds === "end" ? x - away : x + away, labelEnds };
    }),
  );
}

function boxesOf(point: Anchor, { x, y, squareWidth, labelX, labelEnds }: Placed): Box[] {
  const labelWidth = point.name.length * letterWidth;
  const left = labelEnds === "end" ? labelX - labelWidth : labelX;
  const label = { left, top: y - labelHeight / 2, right: left + labelWidth, bottom: y + labelHeight / 2 };
  return [around(x, y, squareWidth / 2 + 2, squareSize / 2 + 2), label];
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

function isInside(box: Box, area: { width: number; height: number }): boolean {
  return box.left >= 2 && box.top >= 2 && box.right <= area.width - 2 && box.bottom <= area.height - 2;
}

function touches(box: Box, others: readonly Box[]): boolean {
  return others.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
}

function distance(a: Anchor, b: Anchor): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
