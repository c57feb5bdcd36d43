import { expect, test } from "vitest";
import { workPlaces } from "./work-places.ts";

const of = (role: string, slug: string, spaces: string[] = []) => ({
  role,
  organization: { slug, name: slug },
  spaces: spaces.map((one) => ({ slug: one, name: one })),
});

test("whoever works somewhere finds the day of each house and network there, once, and a member nothing", () => {
  const positions = [
    of("manager", "hub", ["oslo", "baerum"]),
    of("host", "hub", ["oslo", "baerum"]),
    of("coordinator", "norge"),
    of("owner", "firma"),
    of("member", "annet", ["annet"]),
  ];

  expect(workPlaces({ positions, isOperator: true }, "Drift")).toEqual([
    { path: "/spaces/oslo/today", name: "oslo" },
    { path: "/spaces/baerum/today", name: "baerum" },
    { path: "/networks/norge/work", name: "norge" },
    { path: "/organizations/firma", name: "firma" },
    { path: "/operations/setup", name: "Drift" },
  ]);
  expect(workPlaces({ positions: [of("member", "annet", ["annet"])], isOperator: false }, "Drift")).toEqual([]);
});
