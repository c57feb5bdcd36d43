import { expect, test } from "vitest";
import { afterYes, facilitating, type Introduction, mayAnswer } from "./introductions/introduction.ts";
import { type LooksFor, matchOf, type Summary } from "./match.ts";
import { amountBand } from "./raises/raise.ts";

test("an amount is told as a band", () => {
  expect([99_999_999, 100_000_000, 999_999_999, 1_000_000_000, 9_000_000_000].map(amountBand)).toEqual([
    { fromOre: 0, toOre: 100_000_000 },
    { fromOre: 100_000_000, toOre: 300_000_000 },
    { fromOre: 300_000_000, toOre: 1_000_000_000 },
    { fromOre: 1_000_000_000, toOre: 3_000_000_000 },
    { fromOre: 3_000_000_000, toOre: null },
  ]);
});

const raise: Summary = { stage: "seed", sectors: ["health", "technology"], county: "32", band: amountBand(500_000_000) };
const wish: LooksFor = { stages: ["seed"], sectors: ["health"], counties: ["32"], ticketFromOre: 50_000_000, ticketToOre: null };

test("a match says what fits, what is open and what differs", () => {
  expect(matchOf(wish, raise)).toEqual({
    isMatch: true,
    fits: 4,
    reasons: [
      { kind: "stage", fit: "fits", shared: ["seed"] },
      { kind: "sector", fit: "fits", shared: ["health"] },
      { kind: "geography", fit: "fits", shared: ["32"] },
      { kind: "ticket", fit: "fits", shared: [] },
    ],
  });
  expect(matchOf({ ...wish, counties: ["03"] }, raise)).toMatchObject({ isMatch: false, fits: 3 });
  expect(matchOf({ stages: [], sectors: [], counties: [], ticketFromOre: null, ticketToOre: null }, raise)).toMatchObject({
    isMatch: false,
    fits: 0,
  });
});

test("no ticket tells two amounts of one band apart", () => {
  const tickets = [0, 300_000_000, 499_999_999, 500_000_001, 999_999_999, 1_000_000_000];
  const told = (amountOre: number) =>
    tickets.map((ticketFromOre) => matchOf({ ...wish, ticketFromOre }, { ...raise, band: amountBand(amountOre) }).isMatch);

  expect(told(500_000_000)).toEqual([true, true, true, true, true, false]);
  expect(told(900_000_000)).toEqual(told(500_000_000));
});

const asked: Introduction = {
  state: "asked",
  askedBySide: "investor",
  expiresOn: "2026-12-14",
  hasSaidYes: { startup: false, investor: true },
};

test("only the second yes introduces", () => {
  const byNetwork: Introduction = { ...asked, askedBySide: "network", hasSaidYes: { startup: false, investor: false } };

  expect(afterYes(byNetwork, "startup")).toBe("asked");
  expect(afterYes(asked, "startup")).toBe("introduced");
});

test("one answers for oneself, once, and in time", () => {
  expect(mayAnswer(asked, "startup", "2026-12-14")).toBe(true);
  expect(mayAnswer(asked, "startup", "2026-12-15")).toBe(false);
  expect(mayAnswer(asked, "investor", "2026-12-01")).toBe(false);
  expect(mayAnswer({ ...asked, state: "declined" }, "startup", "2026-12-01")).toBe(false);
});

test("a closing is the network's doing only when the two were introduced on an earlier day", () => {
  const made = [
    { id: "late", raiseId: "r", profileId: "anna", introducedOn: "2026-11-10" },
    { id: "first", raiseId: "r", profileId: "anna", introducedOn: "2026-11-01" },
    { id: "never", raiseId: "r", profileId: "bo", introducedOn: null },
  ];
  const of = (profileId: string | null, closedOn: string) => facilitating(made, { raiseId: "r", profileId, closedOn })?.id;

  expect(of("anna", "2026-11-20")).toBe("first");
  expect(of("anna", "2026-11-01")).toBeUndefined();
  expect(of("bo", "2026-11-20")).toBeUndefined();
  expect(of(null, "2026-11-20")).toBeUndefined();
});
