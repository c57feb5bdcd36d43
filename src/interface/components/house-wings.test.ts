import { expect, test } from "vitest";
import { wings } from "./house-wings.ts";

const bodo = { name: "Bodø", latitude: 67.28, longitude: 14.4 };
const tromso = { name: "Tromsø", latitude: 69.65, longitude: 18.96 };
const bergen = { name: "Bergen", latitude: 60.39, longitude: 5.32 };
const oslo = { name: "Oslo", latitude: 59.91, longitude: 10.75 };
const kristiansand = { name: "Kristiansand", latitude: 58.15, longitude: 8.0 };

function names(rooms: { name: string }[]): string[] {
  return rooms.map(({ name }) => name);
}

test("of two neighbours from the north, the one furthest east has its room in the east wing", () => {
  const places = [oslo, bodo, bergen, tromso];

  const { east, west } = wings(places);

  expect(names(east)).toEqual(["Tromsø", "Oslo"]);
  expect(names(west)).toEqual(["Bodø", "Bergen"]);
});

test("the last of an odd number stands in the west wing, and no place is lost", () => {
  const places = [kristiansand, oslo, bergen, bodo, tromso];

  const { east, west } = wings(places);

  expect(names(east)).toEqual(["Tromsø", "Oslo"]);
  expect(names(west)).toEqual(["Bodø", "Bergen", "Kristiansand"]);
});

test("a network of one place is a house of one room", () => {
  expect(wings([oslo])).toEqual({ east: [], west: [oslo] });
});
