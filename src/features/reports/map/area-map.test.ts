import { expect, test } from "vitest";
import { areaMap } from "./area-map.ts";

const places = [
  { number: "3205", latitude: 60, longitude: 11 },
  { number: "3222", latitude: 60, longitude: 11.2 },
  { number: "0301", latitude: 59.9, longitude: 10.7 },
  { number: "5001", latitude: 63.4, longitude: 10.4 },
];
const value = (key: string, amount: number | null) => ({ key, label: key, value: amount });

test("shows the places that have a value with those around, and leaves out what lies far away", () => {
  const map = areaMap(places, [value("3205", 10), value("3222", 5), value("unknown", 3)]);

  expect(map?.cells.map(({ number, share }) => [number, share])).toEqual([
    ["3205", 1],
    ["3222", 0.5],
    ["0301", null],
  ]);
  expect(map?.points.map(({ number }) => number)).toEqual(["3205", "3222"]);
});

test("parts two neighbours by the line halfway between them", () => {
  const [west, east] = areaMap(places.slice(0, 2), [value("3205", 1), value("3222", 1)])?.points ?? [];
  const cells = areaMap(places.slice(0, 2), [value("3205", 1), value("3222", 1)])?.cells ?? [];
  const eastings = (path = "") => [...path.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x));
  const middle = ((west?.x ?? 0) + (east?.x ?? 0)) / 2;

  expect(Math.max(...eastings(cells[0]?.path))).toBeCloseTo(middle, 0);
  expect(Math.min(...eastings(cells[1]?.path))).toBeCloseTo(middle, 0);
});

test("is not drawn where nothing can be placed, nor what is held back or none", () => {
  expect(areaMap(places, [value("unknown", 4), value("3205", null), value("0301", 0)])).toBeUndefined();
});
