import type { ReactNode } from "react";
import { placeLabels } from "./map-labels.ts";
import { type Anchored, Pin } from "./map-pin.tsx";
import { mapSize, south, whole } from "./nordic-outline.ts";

export type MapPoint = {
  id: string;
  latitude: number;
  longitude: number;
  /** Short: the town, or the house. */
  name: string;
  /** What stands in the square: a number, or "–". */
  amount: string;
  /** The whole of it for those who do not see the map: "Flow, Tromsø: 4 av 6 ledige". */
  words: string;
  isLit: boolean;
  href?: string;
};

/** From home to host, by the points' ids. The line is as thick as its amount against the largest. */
export type Flow = { from: string; to: string; amount: number };

type NorwayMapProps = {
  points: readonly MapPoint[];
  flows?: readonly Flow[];
  /** The finding, or what is shown and where the same stands as a list. */
  title: string;
  /** With the credit: "Landomriss: Natural Earth." */
  caption: ReactNode;
  /** Where the operator's map tiles come from: then a script lays the same places on them. Without script the drawing stands. */
  live?: LiveMap | undefined;
  /** The south alone, when every point lies there. */
  isSouth?: boolean;
};

/** The address of raster tiles with {z}, {x} and {y}, and the page's nonce for the script. */
export type LiveMap = { tiles: string; nonce: string };

/**
 * Norway with places as rooms. Drawn on the server, without any script and without any request.
 * Not for a page that is hydrated: the outline is read from an atlas of 750 kB.
 */
export function NorwayMap({ points, flows = [], title, caption, live, isSouth = false }: NorwayMapProps) {
  const drawn = isSouth ? south : whole;
  const anchored = points.map((point) => ({ ...point, ...drawn.at(point), name: shortened(point.name) }));
  const placed = placeLabels(anchored, mapSize);
  const hasLinks = points.some(({ href }) => href);
  return (
    <figure className="map room" data-tiles={live?.tiles} data-places={live && JSON.stringify(points)}>
      <svg viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} role={hasLinks ? "group" : "img"} aria-label={title}>
        <path className="near" d={drawn.neighbours} />
        <path className="land" d={drawn.norway} />
        <Flows flows={flows} anchors={new Map(anchored.map((point) => [point.id, point]))} />
        {[...placed].map(([point, place]) => (
          <Pin key={point.id} point={point} place={place} />
        ))}
      </svg>
      <figcaption className="fine soft">{caption}</figcaption>
      {live && <script type="module" src="/scripts/map.js" nonce={live.nonce} />}
    </figure>
  );
}

// longer names reach past the edge; the whole stands in the words of the place, and in the list beside
const longestName = 22;

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;
}

const thickest = 9;

function Flows({ flows, anchors }: { flows: readonly Flow[]; anchors: ReadonlyMap<string, Anchored> }) {
  const most = Math.max(1, ...flows.map(({ amount }) => amount));
  return flows.map(({ from, to, amount }) => {
    const [start, end] = [anchors.get(from), anchors.get(to)];
    if (!start || !end) return null;
    return (
      <path key={`${from}-${to}`} className="flow" strokeWidth={tenth(Math.max(1, (amount / most) * thickest))} d={curve(start, end)} />
    );
  });
}

/** Bends to its right, so that the ways there and back are two lines. */
function curve(start: Anchored, end: Anchored): string {
  const x = (start.x + end.x) / 2 - (end.y - start.y) * 0.22;
  const y = (start.y + end.y) / 2 + (end.x - start.x) * 0.22;
  return `M${start.x} ${start.y}Q${tenth(x)} ${tenth(y)} ${end.x} ${end.y}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
