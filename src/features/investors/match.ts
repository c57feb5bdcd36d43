import type { AmountBand, Stage } from "./raises/raise.ts";

/** What an investor looks for. An empty list, or no limit, is open to all. */
export type LooksFor = {
  stages: readonly Stage[];
  sectors: readonly string[];
  /** Numbers of counties. */
  counties: readonly string[];
  ticketFromOre: number | null;
  ticketToOre: number | null;
};

/** A raise as the summary tells it: a match never knows more, or one could find a hidden amount by changing what one looks for. */
export type Summary = { stage: Stage; sectors: readonly string[]; county: string | null; band: AmountBand };

export const reasonKinds = ["stage", "sector", "geography", "ticket"] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** Whether the two fit in one thing: `any` when the investor has no wish there. */
export type Reason = { kind: ReasonKind; fit: "fits" | "any" | "differs"; shared: readonly string[] };

/** Every reason for and against, in the same order; they match when nothing differs and something fits. */
export function matchOf(wish: LooksFor, raise: Summary): { isMatch: boolean; fits: number; reasons: Reason[] } {
  const reasons: Reason[] = [
    reason("stage", wish.stages, [raise.stage]),
    reason("sector", wish.sectors, raise.sectors),
    reason("geography", wish.counties, raise.county === null ? [] : [raise.county]),
    ticketReason(wish, raise.band),
  ];
  const fits = reasons.filter(({ fit }) => fit === "fits").length;
  return { isMatch: fits > 0 && reasons.every(({ fit }) => fit !== "differs"), fits, reasons };
}

function reason(kind: ReasonKind, wished: readonly string[], there: readonly string[]): Reason {
  if (wished.length === 0) return { kind, fit: "any", shared: [] };
  const shared = there.filter((one) => wished.includes(one));
  return { kind, fit: shared.length > 0 ? "fits" : "differs", shared };
}

// a ticket may be a part of what is raised, never more than all of it
function ticketReason({ ticketFromOre, ticketToOre }: LooksFor, band: AmountBand): Reason {
  if (ticketFromOre === null && ticketToOre === null) return { kind: "ticket", fit: "any", shared: [] };
  const isSmallEnough = band.toOre === null || (ticketFromOre ?? 0) < band.toOre;
  return { kind: "ticket", fit: isSmallEnough ? "fits" : "differs", shared: [] };
}
