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
type Area = { width: number; height: number };

/** Height of a square, and width of one with at most two signs. */
export const squareSize = 22;

const labelHeight = 19;
const letterWidth = 9;
const labelGap = 6;
/** Places nearer than this crowd each other. */
const crowding = 60;

/**
 * Gives every anchor a square and a label that cover no other's. Those alone keep their place; crowded ones move out,
 * away from the crowd and as near as there is room, to be joined to their place by a line. The same anchors are always
 * placed the same way. Where nothing is free, its own place stands: a map that overlaps is better than one with a place left out.
 */
export function placeLabels<Point extends Anchor>(points: readonly Point[], area: Area): Map<Point, Placed> {
  const taken: Box[] = [];
  const placed = new Map<Point, Placed>();
  const crowd = new Map(points.map((point) => [point, points.filter((other) => other !== point && distance(point, other) < crowding)]));
  const loneliestFirst = points.toSorted((a, b) => (crowd.get(a)?.length ?? 0) - (crowd.get(b)?.length ?? 0) || a.y - b.y || a.x - b.x);
  for (const point of loneliestFirst) {
    const dots = points.filter((other) => other !== point && !placed.has(other)).map((other) => around(other.x, other.y, 5, 5));
    const obstacles = [...taken, ...dots];
    const candidates = candidatesFor(point, crowd.get(point) ?? [], area);
    const chosen =
      candidates.find((candidate) => isFree(point, candidate, obstacles, area) && isReachable(point, candidate, obstacles)) ??
      candidates.find((candidate) => isFree(point, candidate, obstacles, area)) ??
      candidates[0];
    if (!chosen) continue;
    taken.push(...boxesOf(point, chosen), ...leaderDots(point, chosen));
    placed.set(point, chosen);
  }
  return placed;
}

function isFree(point: Anchor, candidate: Placed, obstacles: readonly Box[], area: Area): boolean {
  return boxesOf(point, candidate).every((box) => isInside(box, area) && !touches(box, obstacles));
}

/** Whether its line crosses nothing. */
function isReachable(point: Anchor, candidate: Placed, obstacles: readonly Box[]): boolean {
  return !leaderDots(point, candidate).some((dot) => touches(dot, obstacles));
}

const radii = [28, 36, 46, 58, 72, 88, 106, 128, 154];
const directions = Array.from({ length: 16 }, (_, part) => (part / 16) * 2 * Math.PI);

/** Its own place first, then by how far it is and how much it turns towards the crowd. */
function candidatesFor(point: Anchor, crowd: readonly Anchor[], area: Area): Placed[] {
  const squareWidth = squareSize + Math.max(0, point.amount.length - 2) * 8;
  const away = Math.atan2(point.y - mean(crowd.map(({ y }) => y)), point.x - mean(crowd.map(({ x }) => x)));
  const moved = radii
    .flatMap((radius) => directions.map((angle) => ({ radius, angle, cost: radius * (1.6 - Math.cos(angle - away)) })))
    .toSorted((a, b) => a.cost - b.cost);
  const offsets = [{ dx: 0, dy: 0 }, ...moved.map(({ radius, angle }) => ({ dx: radius * Math.cos(angle), dy: radius * Math.sin(angle) }))];
  return offsets.flatMap(({ dx, dy }) => {
    const [x, y] = [tenth(point.x + dx), tenth(point.y + dy)];
    const beside = squareWidth / 2 + labelGap;
    const sides = namesItself(x, y, dx, area);
    return sides.map(
      (labelEnds): Placed => ({
        x,
        y,
        squareWidth,
        isMoved: dx !== 0 || dy !== 0,
        labelX: labelEnds === "end" ? x - beside : x + beside,
        labelEnds,
      }),
    );
  });
}

/** A moved name goes on the way it moved; one at its place goes out over the sea, which lies west of the line from south to north. */
function namesItself(x: number, y: number, dx: number, area: Area): ("start" | "end")[] {
  const goesWest = Math.abs(dx) > 4 ? dx < 0 : x < area.width * 0.7 - y * 0.3;
  return goesWest ? ["end", "start"] : ["start", "end"];
}

function boxesOf(point: Anchor, { x, y, squareWidth, labelX, labelEnds }: Placed): Box[] {
  const labelWidth = point.name.length * letterWidth;
  const left = labelEnds === "end" ? labelX - labelWidth : labelX;
  const label = { left, top: y - labelHeight / 2, right: left + labelWidth, bottom: y + labelHeight / 2 };
  return [around(x, y, squareWidth / 2 + 2, squareSize / 2 + 2), label];
}

/** The line from its place to a moved square, as small boxes, so that nothing is laid over it. */
function leaderDots(point: Anchor, { x, y, isMoved }: Placed): Box[] {
  if (!isMoved) return [];
  return [0.25, 0.45, 0.65].map((part) => around(point.x + (x - point.x) * part, point.y + (y - point.y) * part, 3, 3));
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

function isInside(box: Box, area: Area): boolean {
  return box.left >= 2 && box.top >= 2 && box.right <= area.width - 2 && box.bottom <= area.height - 2;
}

function touches(box: Box, others: readonly Box[]): boolean {
  return others.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
}

function distance(a: Anchor, b: Anchor): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
