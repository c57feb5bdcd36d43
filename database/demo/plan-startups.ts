import type { ExitType } from "../../src/features/programs/enrolling/outcome.ts";
import { chance } from "./chance.ts";
import { goOn } from "./go-on.ts";
import type { PlannedProgram } from "./program-contract.ts";
import { endType, endUntilLeft } from "./startups-left.ts";

type Date = Temporal.PlainDate;

export interface PlannedObservation {
  on: Date;
  least: number;
  most: number;
  source: "self" | "register" | "adviser";
}

export interface PlannedStartup {
  intake: Date;
  legalForm: "AS" | "ENK";
  exit: Date | null;
  exitType: ExitType;
  lastEvidence: Date;
  municipality: string;
  /** Null when nobody asked. */
  baseline: number | null;
  observations: PlannedObservation[];
}

type Fate = { intake: Date; lastSeen: Date; lastEvidence: Date; exit: Date | null; exitType: ExitType };

/**
 * The startups of a program as of today: they come in evenly, and so many end, go within others or are lost sight of that survival and
 * jobs come out as the file says, today or on the day it tells them for. The same day gives the same startups.
 */
export function planStartups(program: PlannedProgram, today: Date): PlannedStartup[] {
  const random = chance(program.slug);
  if (program.countedOn === undefined) return planAsOf(program, today, random);
  const from = Temporal.PlainDate.from(program.countedOn);
  return goOn(planAsOf(program, from, random), program, { from, today, random, told: toldPlace(program) });
}

function planAsOf(program: PlannedProgram, today: Date, random: Random): PlannedStartup[] {
  const first = program.firstIntake ? Temporal.PlainDate.from(program.firstIntake) : today.subtract({ years: program.yearsBack ?? 1 });
  const span = first.until(today.subtract({ days: 40 })).days;
  const fates = Array.from({ length: program.startups }, (_, index): Fate => {
    const intake = first.add({ days: Math.floor((span * (index + random.below(100) / 100)) / program.startups) });
    const lastSeen = later(intake, today.subtract({ days: 10 + random.below(300) }));
    // who is seen on a later day than the numbers are of was there that day
    const lastEvidence = program.countedOn === undefined ? lastSeen : today;
    return { intake, lastSeen, lastEvidence, exit: null, exitType: "active" };
  });
  endSome(fates, program, random, today);
  return withJobs(fates, program, random, today);
}

type Random = ReturnType<typeof chance>;

/** The startup that is told of: one that came in some years ago, and is in business. */
export function toldPlace({ startups }: PlannedProgram): number {
  return Math.floor(startups * 0.8);
}

function endSome(fates: Fate[], program: PlannedProgram, random: Random, today: Date): void {
  const { survival, unknown, within } = program;
  const told = program.told && fates[toldPlace(program)];
  const order = random.shuffle(fates.filter((fate) => fate !== told && fate.intake.until(today).days > 400));
  const end = (fate: Fate, type: ExitType) => {
    const lived = fate.intake.until(today).days - 60;
    fate.exit = fate.intake.add({ days: 200 + random.below(Math.max(1, Math.min(lived, 9 * 365) - 200)) });
    fate.lastSeen = fate.exit;
    fate.lastEvidence = fate.exit;
    fate.exitType = type;
  };
  for (const fate of order.splice(0, unknown)) {
    end(fate, "unknown");
    fate.exit = null;
  }
  for (const [index, fate] of order.splice(0, within).entries()) end(fate, index % 2 === 0 ? "acquired" : "merged");
  endUntilLeft(fates, order, survival, (fate, index) => end(fate, endType(index)));
  for (const fate of fates) if (fate.exitType === "active" && fate.intake.until(today).days > 1_400) graduate(fate);
}

// out of the program after three years, and still in business
function graduate(fate: Fate): void {
  fate.exitType = "graduated";
  fate.exit = fate.intake.add({ years: 3 });
}

function withJobs(fates: readonly Fate[], program: PlannedProgram, random: Random, today: Date): PlannedStartup[] {
  const isRunning = ({ exitType }: Fate) => exitType === "active" || exitType === "graduated";
  // a few have never said how many they are; the register says that they are below five
  const silent = new Set(fates.filter((fate, index) => isRunning(fate) && index % 29 === 5 && index !== toldPlace(program)));
  const telling = fates.filter((fate) => isRunning(fate) && !silent.has(fate));
  const peaks = new Map(fates.map((fate) => [fate, 1 + random.below(4) + (random.below(4) === 0 ? random.below(12) : 0)]));
  for (const fate of fates) if (isYoung(fate, today)) peaks.set(fate, Math.min(3, peaks.get(fate) ?? 1));
  level(
    telling.filter((fate) => !isYoung(fate, today)),
    peaks,
    program.heads - telling.filter((fate) => isYoung(fate, today)).reduce((sum, fate) => sum + (peaks.get(fate) ?? 0), 0),
  );
  const inside = insideOf(random.shuffle(telling), peaks, Math.round(program.heads * program.insideShare));
  return fates.map((fate, index): PlannedStartup => {
    const peak = peaks.get(fate) ?? 1;
    const isInside = program.region !== undefined && (telling.includes(fate) ? inside.has(fate) : index % 2 === 0);
    const places = isInside ? weighted(program.region?.municipalities ?? []) : program.outside;
    const baseline = Math.min(peak, 1 + random.below(2));
    return {
      intake: fate.intake,
      legalForm: index % 7 === 3 && index !== toldPlace(program) ? "ENK" : "AS",
      exit: fate.exit,
      exitType: fate.exitType,
      lastEvidence: fate.lastEvidence,
      municipality: places[random.below(places.length)] ?? "0301",
      baseline: silent.has(fate) ? null : baseline,
      observations: silent.has(fate)
        ? [{ on: later(fate.intake, today.subtract({ days: 50 })), least: 0, most: 4, source: "register" }]
        : observationsOf(fate, { baseline, peak, isEveryYear: program.observesEveryYear }, random),
    };
  });
}

// who has just begun is not many
function isYoung({ intake }: Fate, today: Date): boolean {
  return intake.until(today).days < 730;
}

/** As many of them as employ so many people together. */
function insideOf(telling: readonly Fate[], peaks: ReadonlyMap<Fate, number>, heads: number): Set<Fate> {
  const inside = new Set<Fate>();
  let left = heads;
  for (const fate of telling) {
    const peak = peaks.get(fate) ?? 0;
    if (peak > left) continue;
    inside.add(fate);
    left -= peak;
  }
  return inside;
}

// so many in all, by one more or fewer here and there
function level(telling: readonly Fate[], peaks: Map<Fate, number>, heads: number): void {
  let missing = heads - telling.reduce((sum, fate) => sum + (peaks.get(fate) ?? 0), 0);
  for (let index = 0; missing !== 0; index++) {
    const fate = telling[index % telling.length] as Fate;
    const now = peaks.get(fate) ?? 1;
    if (missing < 0 && now === 1) continue;
    peaks.set(fate, now + Math.sign(missing));
    missing -= Math.sign(missing);
  }
}

function observationsOf(
  { intake, lastSeen: evidence }: Fate,
  { baseline, peak, isEveryYear }: { baseline: number; peak: number; isEveryYear: boolean },
  random: Random,
): PlannedObservation[] {
  const years = Math.floor(intake.until(evidence).days / 365);
  const told = Array.from({ length: isEveryYear ? years : 0 }, (_, year): PlannedObservation => {
    const reached =
      Math.round(baseline + (peak - baseline) * Math.min(1, (year + 1) / Math.min(6, years + 1))) - (random.below(5) === 0 ? 1 : 0);
    const heads = Math.max(1, reached);
    return { on: intake.add({ years: year + 1 }), least: heads, most: heads, source: "self" };
  });
  const source = random.below(3) === 0 ? ("adviser" as const) : ("self" as const);
  const before = told.filter(({ on }) => on.until(evidence).total("days") > 120);
  return [...before, { on: evidence, least: peak, most: peak, source }];
}

// the first of a region is its centre
function weighted(places: readonly string[]): string[] {
  const [centre = "0301", ...others] = places;
  return [centre, centre, centre, centre, centre, centre, ...others, ...others.slice(0, 4)];
}

function later(one: Date, other: Date): Date {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
}
