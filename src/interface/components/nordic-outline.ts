import { geoConicConformal, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };

/** The drawing's size; every coordinate below is in it. Narrow, so that labels keep their size on a phone. */
export const mapSize = { width: 360, height: 480 } as const;

const { width, height } = mapSize;

/** Norway's outermost points on the mainland, with room for labels at the sides. Svalbard and Jan Mayen fall outside. */
const corners = {
  type: "MultiPoint" as const,
  coordinates: [
    [4.6, 61],
    [31.1, 70.3],
    [7, 57.95],
    [25.8, 71.2],
  ],
};

const projection = geoConicConformal()
  .parallels([59, 69])
  .rotate([-16, 0])
  .fitExtent(
    [
      [46, 14],
      [width - 10, height - 34],
    ],
    corners,
  )
  .clipExtent([
    [-2, -2],
    [width + 2, height + 2],
  ]);

/** Where a place lies on the drawing. */
export function onMap({ latitude, longitude }: { latitude: number; longitude: number }): { x: number; y: number } {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return { x: tenth(x), y: tenth(y) };
}

const norwayId = "578";
const neighbourIds = new Set(["752", "246", "208", "643", "233", "428"]);

/** Land outlines by Natural Earth (public domain), as SVG paths. Drawn once, when the module is read. */
export const outlines = drawnOutlines();

function drawnOutlines(): { norway: string; neighbours: string } {
  // the atlas types its geometry as plain JSON; it is TopoJSON by its README
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
  const path = geoPath(projection).digits(1);
  const draw = (isWanted: (id: string) => boolean, leastSize: number) =>
    topology.objects.countries.geometries
      .filter(({ id }) => isWanted(String(id)))
      .map((country) => withoutSpecks(path(feature(topology, country)) ?? "", leastSize))
      .join("");
  return { norway: draw((id) => id === norwayId, 3), neighbours: draw((id) => neighbourIds.has(id), 6) };
}

/** Islands too small to be seen weigh as much as those one knows. */
function withoutSpecks(path: string, leastSize: number): string {
  return path
    .split(/(?=M)/)
    .filter((ring) => {
      const numbers = (ring.match(/-?[\d.]+/g) ?? []).map(Number);
      const xs = numbers.filter((_, place) => place % 2 === 0);
      const ys = numbers.filter((_, place) => place % 2 === 1);
      return Math.max(span(xs), span(ys)) >= leastSize;
    })
    .join("");
}

function span(values: number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
