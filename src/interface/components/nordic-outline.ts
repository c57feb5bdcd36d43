import { geoConicConformal, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };

/** The drawing's size; every coordinate below is in it. Narrow, so that labels keep their size on a phone. */
export const mapSize = { width: 400, height: 480 } as const;

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
      [104, 14],
      [width - 12, height - 40],
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

/** Land outlines by Natural Earth (public domain), as SVG paths; islands too small to be seen are left out. Drawn once, when the module is read. */
export const outlines = drawnOutlines();

function drawnOutlines(): { norway: string; neighbours: string } {
  // the atlas types its geometry as plain JSON; it is TopoJSON by its README
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
  const path = geoPath(projection).digits(1);
  const draw = (isWanted: (id: string) => boolean, leastSize: number) =>
    topology.objects.countries.geometries
      .filter(({ id }) => isWanted(String(id)))
      .map((country) => light(path(feature(topology, country)) ?? "", leastSize))
      .join("");
  return { norway: draw((id) => id === norwayId, 3), neighbours: draw((id) => neighbourIds.has(id), 6) };
}

/** The rings of a path that are large enough to be seen, in steps from point to point: two thirds of the weight of d3's own text. */
function light(path: string, leastSize: number): string {
  return path
    .split(/(?=M)/)
    .map((ring) => (ring.match(/-?[\d.]+/g) ?? []).map(Number))
    .filter((numbers) => Math.max(span(everyOther(numbers, 0)), span(everyOther(numbers, 1))) >= leastSize)
    .map((numbers) => `M${numbers[0]} ${numbers[1]}l${steps(numbers)}z`)
    .join("");
}

function steps(numbers: readonly number[]): string {
  return numbers
    .slice(2)
    .map((value, place) => String(tenth(value - (numbers[place] ?? 0))).replace(/^(-?)0\./, "$1."))
    .map((step, place) => (place === 0 || step.startsWith("-") ? step : ` ${step}`))
    .join("");
}

function everyOther(numbers: readonly number[], first: 0 | 1): number[] {
  return numbers.filter((_, place) => place % 2 === first);
}

function span(values: number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
