import { describe, expect, test } from "vitest";
import { brokenPromise, type Promised } from "./promises.ts";

const told: Promised = { freeCancelDays: 3, lateCancelPercent: 50, needsApproval: false, audience: "members", audienceIds: ["kyst"] };
const somebody = { isRegistered: true, asked: 0 };
const nobody = { isRegistered: false, asked: 0 };

/** What a change of what was told breaks, for the event of a host. */
function breaks(change: Partial<Promised>, relying = somebody, before = told) {
  return brokenPromise(before, { ...before, ...change }, ["naustet"], relying);
}

describe("Once somebody has registered", () => {
  test("giving a place back may become cheaper and free for longer, and not the other way", () => {
    expect(
      [{ freeCancelDays: 1 }, { lateCancelPercent: 20 }, { freeCancelDays: null }, { lateCancelPercent: 0 }].map((to) => breaks(to)),
    ).toEqual([undefined, undefined, undefined, undefined]);
    expect(
      [{ freeCancelDays: 7 }, { lateCancelPercent: 51 }, { freeCancelDays: 1, lateCancelPercent: 60 }].map((to) => breaks(to)),
    ).toEqual(["terms", "terms", "terms"]);
    expect(breaks({ freeCancelDays: 0, lateCancelPercent: 10 }, somebody, { ...told, freeCancelDays: null })).toBe("terms");
  });

  test("the event may be opened to more, and shut to nobody", () => {
    expect([{ audience: "public" as const }, { audienceIds: ["kyst", "fjell"] }].map((to) => breaks(to))).toEqual([undefined, undefined]);
    expect([{ audience: "invited" as const }, { audienceIds: ["fjell"] }, { audienceIds: [] }].map((to) => breaks(to))).toEqual([
      "audience",
      "audience",
      "audience",
    ]);
    // named by nobody, it is for the members of those who hold it
    const ofHosts = { ...told, audienceIds: [] };
    expect(breaks({ audienceIds: ["naustet", "kyst"] }, somebody, ofHosts)).toBeUndefined();
    expect(breaks({ audienceIds: ["kyst"] }, somebody, ofHosts)).toBe("audience");
    expect(breaks({ audience: "members" }, somebody, { ...told, audience: "public" })).toBe("audience");
    expect(breaks({ audience: "members" }, somebody, { ...told, audience: "invited" })).toBeUndefined();
  });

  test("those who come later are let in as those before them were", () => {
    expect(breaks({ needsApproval: true })).toBe("approval");
    expect(breaks({ needsApproval: false }, { isRegistered: true, asked: 2 }, { ...told, needsApproval: true })).toBe("answers");
    expect(breaks({ needsApproval: false }, somebody, { ...told, needsApproval: true })).toBeUndefined();
  });
});

test("before anybody has registered, everything may be changed", () => {
  expect([{ freeCancelDays: 30 }, { needsApproval: true }, { audience: "invited" as const }].map((to) => breaks(to, nobody))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
