import { geoConicConformal, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };

/** The drawing's size; every coordinate below is in it. Narrow, so that labels keep their size on a phone. */
export const mapSize = { width: 400, height: 480 } as const;

const { width, height } = mapSize;

/** A part of the country, drawn once: its land, its neighbours', and where a place lies. */
export interface NordicMap {
  at(place: { latitude: number; longitude: number }): { x: number; y: number };
  /** Land outlines by Natural Earth (public domain), as SVG paths; islands too small to be seen are left out. */
  norway: string;
  neighbours: string;
}

type Point = [longitude: number, latitude: number];
type Room = { left: number; right: number };

const norwayId = "578";
const neighbourIds = new Set(["752", "246", "208", "643", "233", "428"]);

/** All of the mainland, by its outermost points. Svalbard and Jan Mayen fall outside. */
export const whole = drawn(
  [
    [4.6, 61],
    [31.1, 70.3],
    [7, 57.95],
    [25.8, 71.2],
  ],
  { left: 104, right: 12 },
);

/** What lies south of this is drawn by `south`. */
export const southernmost = 64.2;

/** The south alone, twice as large. */
export const south = drawn(
  [
    [4.6, 61.5],
    [12.4, 62],
    [7, 57.95],
    [10.5, southernmost],
  ],
  { left: 78, right: 70 },
);

// read when the module is: no page waits for a drawing
function drawn(corners: Point[], room: Room): NordicMap {
  const projection = geoConicConformal()
    .parallels([59, 69])
    .rotate([-16, 0])
    .fitExtent(
      [
        [room.left, 14],
        [width - room.right, height - 40],
      ],
      { type: "MultiPoint", coordinates: corners },
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  // the atlas types its geometry as plain JSON; it is TopoJSON by its README
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
  const path = geoPath(projection).digits(1);
  const draw = (isWanted: (id: string) => boolean, leastSize: number) =>
    topology.objects.countries.geometries
      .filter(({ id }) => isWanted(String(id)))
      .map((country) => light(path(feature(topology, country)) ?? "", leastSize))
      .join("");
  return {
    at({ latitude, longitude }) {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return { x: tenth(x), y: tenth(y) };
    },
    norway: draw((id) => id === norwayId, 3),
    neighbours: draw((id) => neighbourIds.has(id), 6),
  };
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
