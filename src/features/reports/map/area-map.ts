/** A point on the land of an area, in degrees. */
export type Place = { number: string; latitude: number; longitude: number };

/** What is drawn: areas as schematic cells around their points, and where the points lie, in a picture of `width` and `height`. */
export interface AreaMap {
  width: number;
  height: number;
  /** `share` is the area's value against the greatest; null where it has none. */
  cells: { number: string; path: string; share: number | null }[];
  points: { number: string; label: string; value: number; x: number; y: number }[];
}

type Valued = { key: string; label: string; value: number | null };
type Point = { x: number; y: number };

const width = 400;
const [lowest, highest] = [280, 480];
/** As far as a cell reaches from its point, in degrees of latitude (some 30 km): what lies further out is sea, or somebody else's. */
const reach = 0.27;
const corners = 24;

/**
 * The part of the country in which areas have values, with every area around: each is all that lies nearer to its point than to any
 * other's. Undefined when no area that can be placed has a value.
 */
export function areaMap(places: readonly Place[], values: readonly Valued[]): AreaMap | undefined {
  const placeOf = new Map(places.map((place) => [place.number, place]));
  const valued = values.flatMap(({ key, label, value }) => {
    const place = placeOf.get(key);
    return place && value !== null && value > 0 ? [{ ...place, label, value }] : [];
  });
  if (valued.length === 0) return undefined;
  const { at, scale, height } = viewOf(valued);
  const radius = reach * scale;
  const all = places.map(({ number, ...place }) => ({ number, ...at(place) }));
  const near = all.filter(({ x, y }) => x > -radius && y > -radius && x < width + radius && y < height + radius);
  const most = Math.max(...valued.map(({ value }) => value));
  const shares = new Map(valued.map(({ number, value }) => [number, value / most]));
  return {
    width,
    height,
    cells: near.map((point) => ({
      number: point.number,
      path: pathOf(cellOf(point, near, radius)),
      share: shares.get(point.number) ?? null,
    })),
    points: valued
      .map(({ number, label, value, ...place }) => ({ number, label, value, ...at(place) }))
      .toSorted((one, other) => other.value - one.value),
  };
}

/** Equirectangular around the middle, so that the valued places fill the picture with room for their names. */
function viewOf(valued: readonly Place[]) {
  const latitudes = valued.map(({ latitude }) => latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const squeeze = Math.cos((middle * Math.PI) / 180);
  const eastings = valued.map(({ longitude }) => longitude * squeeze);
  const [west, east] = [Math.min(...eastings), Math.max(...eastings)];
  const spanX = Math.max(east - west, reach) * 1.5;
  const spanY = Math.max(Math.max(...latitudes) - Math.min(...latitudes), reach) * 1.35;
  const height = Math.round(Math.min(highest, Math.max(lowest, (width * spanY) / spanX)));
  const scale = Math.min(width / spanX, height / spanY);
  const centre = (west + east) / 2;
  return {
    scale,
    height,
    at: ({ latitude, longitude }: Omit<Place, "number">): Point => ({
      x: tenth(width / 2 + (longitude * squeeze - centre) * scale),
      y: tenth(height / 2 - (latitude - middle) * scale),
    }),
  };
}

/** What of the circle around a point lies nearer to it than to each other point. */
function cellOf(point: Point, others: readonly Point[], radius: number): Point[] {
  let cell: Point[] = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI;
    return { x: point.x + radius * Math.cos(angle), y: point.y + radius * Math.sin(angle) };
  });
  for (const other of others) {
    const [dx, dy] = [other.x - point.x, other.y - point.y];
    if ((dx === 0 && dy === 0) || Math.hypot(dx, dy) >= 2 * radius) continue;
    const middle = { x: point.x + dx / 2, y: point.y + dy / 2 };
    cell = nearerThan(cell, ({ x, y }) => (x - middle.x) * dx + (y - middle.y) * dy);
  }
  return cell;
}

/** The part of a polygon on the near side of a line: where `side` is not above zero. */
function nearerThan(polygon: readonly Point[], side: (point: Point) => number): Point[] {
  return polygon.flatMap((point, place) => {
    const before = polygon[(place + polygon.length - 1) % polygon.length] ?? point;
    const [from, to] = [side(before), side(point)];
    const kept = to <= 0 ? [point] : [];
    if (from > 0 === to > 0) return kept;
    const share = from / (from - to);
    return [{ x: before.x + (point.x - before.x) * share, y: before.y + (point.y - before.y) * share }, ...kept];
  });
}

function pathOf(polygon: readonly Point[]): string {
  return polygon.length === 0 ? "" : `M${polygon.map(({ x, y }) => `${tenth(x)} ${tenth(y)}`).join("L")}Z`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
