import { expect, test } from "vitest";
import { kilometresBetween, nearest } from "./distance.ts";

const oslo = { latitude: 59.9127, longitude: 10.7461 };
const drammen = { latitude: 59.7441, longitude: 10.2045 };
const tromso = { latitude: 69.6489, longitude: 18.9551 };

test("a degree of latitude is 111 kilometres, a degree of longitude half of that at 60 degrees north", () => {
  expect(kilometresBetween({ latitude: 59, longitude: 10 }, { latitude: 60, longitude: 10 })).toBeCloseTo(111.195, 2);
  expect(kilometresBetween({ latitude: 60, longitude: 10 }, { latitude: 60, longitude: 11 })).toBeCloseTo(55.597, 2);
});

test("Tromsø is farther from Oslo than Drammen is, and as far as Oslo is from Tromsø", () => {
  expect(Math.round(kilometresBetween(oslo, drammen))).toBe(36);
  expect(Math.round(kilometresBetween(oslo, tromso))).toBe(1148);
  expect(kilometresBetween(tromso, oslo)).toBe(kilometresBetween(oslo, tromso));
});

test("opposite ends of the earth are half its circumference apart", () => {
  expect(kilometresBetween({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 })).toBeCloseTo(20_015.1, 1);
});

test("the nearest place comes first", () => {
  const places = [
    { name: "Tromsø", at: tromso },
    { name: "Oslo", at: oslo },
    { name: "Drammen", at: drammen },
  ];

  const sorted = nearest(drammen, places, ({ at }) => at);

  expect(sorted.map(({ place }) => place.name)).toEqual(["Drammen", "Oslo", "Tromsø"]);
  expect(sorted[0]?.kilometres).toBe(0);
});
