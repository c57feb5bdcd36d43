import { expect, test } from "vitest";
import { type Placed, placeLabels, squareSize } from "./map-labels.ts";
import { mapSize, whole } from "./nordic-outline.ts";

const network = [
  { name: "Tromsø", latitude: 69.65, longitude: 18.96 },
  { name: "Bodø", latitude: 67.28, longitude: 14.4 },
  { name: "Trondheim", latitude: 63.43, longitude: 10.4 },
  { name: "Vågå", latitude: 61.88, longitude: 9.1 },
  { name: "Lillehammer", latitude: 61.11, longitude: 10.47 },
  { name: "Bergen", latitude: 60.39, longitude: 5.32 },
  { name: "Oslo", latitude: 59.91, longitude: 10.75 },
  { name: "Drammen", latitude: 59.74, longitude: 10.2 },
  { name: "Fredrikstad", latitude: 59.22, longitude: 10.93 },
  { name: "Stavanger", latitude: 58.97, longitude: 5.73 },
  { name: "Kristiansand", latitude: 58.15, longitude: 8.0 },
].map((place) => ({ ...place, ...whole.at(place), amount: "6" }));

test("every place of the network stands on the map, and none on another", () => {
  const placed = [...placeLabels(network, mapSize).values()];

  expect(placed).toHaveLength(network.length);
  expect(placed.filter((place) => !isOnTheMap(place))).toEqual([]);
  expect(placed.filter((place) => placed.some((other) => other !== place && overlap(place, other)))).toEqual([]);
});

test("a place alone keeps its spot, and of crowded ones some are moved out to be joined by a line", () => {
  const placed = placeLabels(network, mapSize);

  const moved = [...placed].filter(([, place]) => place.isMoved).map(([{ name }]) => name);

  expect(moved).not.toContain("Tromsø");
  expect(moved).not.toContain("Bodø");
  expect(moved).toEqual(expect.arrayContaining(["Drammen"]));
});

test("the same places are placed the same way, in whichever order they come", () => {
  const once = placeLabels(network, mapSize);
  const again = placeLabels(network.toReversed(), mapSize);

  expect(network.map((place) => again.get(place))).toEqual(network.map((place) => once.get(place)));
});

test("many places in one town are all drawn", () => {
  const town = Array.from({ length: 40 }, (_, place) => ({ name: `Hus ${place}`, amount: "1", x: 200, y: 240 }));

  expect(placeLabels(town, mapSize).size).toBe(40);
});

test("the outline of the country is light enough for a front page", () => {
  expect(whole.norway.length).toBeGreaterThan(5_000);
  expect(whole.norway.length + whole.neighbours.length).toBeLessThan(40_000);
});

test("the outline ends where it should: Norway's land stays within the drawing", () => {
  for (const ring of whole.norway.split("z").filter(Boolean)) {
    const [start, steps] = ring.slice(1).split("l");
    let [x = 0, y = 0] = (start ?? "").split(" ").map(Number);
    const numbers = (steps ?? "").match(/-?(\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
    for (let place = 0; place < numbers.length; place += 2) {
      x += numbers[place] ?? 0;
      y += numbers[place + 1] ?? 0;
      expect(x).toBeGreaterThan(-3);
      expect(x).toBeLessThan(mapSize.width - 5);
      expect(y).toBeLessThan(mapSize.height - 30);
    }
  }
});

function isOnTheMap({ x, y }: Placed): boolean {
  return x > squareSize / 2 && y > squareSize / 2 && x < mapSize.width - squareSize / 2 && y < mapSize.height - squareSize / 2;
}

function overlap(one: Placed, other: Placed): boolean {
  return Math.abs(one.x - other.x) < squareSize && Math.abs(one.y - other.y) < squareSize;
}
