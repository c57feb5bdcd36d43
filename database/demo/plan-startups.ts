import type { ExitType } from "../../src/features/programs/enrolling/outcome.ts";
import { kaplanMeier, type Span, stepAt } from "../../src/features/programs/survival/kaplan-meier.ts";
import { chance } from "./chance.ts";
import type { PlannedProgram } from "./program-contract.ts";

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

type Fate = { intake: Date; evidence: Date; exit: Date | null; type: ExitType };

const daysOfAYear = 365.25;
const ends = ["dissolved", "bankrupt", "dissolved", "dormant"] as const;

/**
 * The startups of a program as of today: they come in evenly, and so many end, go within others or are lost sight of that survival and
 * jobs come out as the file says. The same day gives the same startups.
 */
export function planStartups(program: PlannedProgram, today: Date): PlannedStartup[] {
  const random = chance(program.slug);
  const first = program.firstIntake ? Temporal.PlainDate.from(program.firstIntake) : today.subtract({ years: program.yearsBack ?? 1 });
  const span = first.until(today.subtract({ days: 40 })).days;
  const fates = Array.from({ length: program.startups }, (_, index): Fate => {
    const intake = first.add({ days: Math.floor((span * (index + random.below(100) / 100)) / program.startups) });
    const evidence = later(intake, today.subtract({ days: 10 + random.below(300) }));
    return { intake, evidence, exit: null, type: "active" };
  });
  endSome(fates, program, random, today);
  return withJobs(fates, program, random, today);
}

type Random = ReturnType<typeof chance>;

/** The startup that is told of: one that came in some years ago, and is in business. */
export function toldPlace({ startups }: PlannedProgram): number {
  return Math.floor(startups * 0.8);
}

// how near the share has to come, so that it reads as the file says
const nearEnough = 0.0045;

function endSome(fates: Fate[], program: PlannedProgram, random: Random, today: Date): void {
  const { survival, unknown, within } = program;
  const told = program.told && fates[toldPlace(program)];
  const order = random.shuffle(fates.filter((fate) => fate !== told && fate.intake.until(today).days > 400));
  const end = (fate: Fate, type: ExitType) => {
    const lived = fate.intake.until(today).days - 60;
    fate.exit = fate.intake.add({ days: 200 + random.below(Math.max(1, Math.min(lived, 9 * 365) - 200)) });
    fate.evidence = fate.exit;
    fate.type = type;
  };
  for (const fate of order.splice(0, unknown)) {
    end(fate, "unknown");
    fate.exit = null;
  }
  for (const [index, fate] of order.splice(0, within).entries()) end(fate, index % 2 === 0 ? "acquired" : "merged");
  // one after the other, until as many are left as the file says; one that would be too much lives on
  let unmeasured = 0;
  for (const [index, fate] of order.entries()) {
    const before = { ...fate };
    end(fate, ends[index % ends.length] as ExitType);
    if (unmeasured-- > 0) continue;
    const share = shareLeft(fates, survival.years);
    // far from the share one end more or less is too little to be measured
    unmeasured = Math.max(0, Math.floor(((share - survival.share - 0.02) * fates.length) / 3));
    if (share < survival.share - nearEnough) Object.assign(fate, before);
    else if (share <= survival.share + nearEnough) break;
  }
  for (const fate of fates) if (fate.type === "active" && fate.intake.until(today).days > 1_400) graduate(fate);
}

// out of the program after three years, and still in business
function graduate(fate: Fate): void {
  fate.type = "graduated";
  fate.exit = fate.intake.add({ years: 3 });
}

function shareLeft(fates: readonly Fate[], years: number): number {
  const spans = fates.map(({ intake, evidence, type }): Span => {
    const exit = intake.until(evidence).days / daysOfAYear;
    return { entry: 0, exit, isEnd: (ends as readonly string[]).includes(type) };
  });
  return stepAt(kaplanMeier(spans), years)?.survival ?? 1;
}

function withJobs(fates: readonly Fate[], program: PlannedProgram, random: Random, today: Date): PlannedStartup[] {
  const isRunning = ({ type }: Fate) => type === "active" || type === "graduated";
  // a few have never said how many they are; the register says that they are below five
  const silent = new Set(fates.filter((fate, index) => isRunning(fate) && index % 29 === 5 && index !== toldPlace(program)));
  const telling = fates.filter((fate) => isRunning(fate) && !silent.has(fate));
  const peaks = new Map(fates.map((fate) => [fate, 1 + random.below(4) + (random.below(4) === 0 ? random.below(12) : 0)]));
  level(telling, peaks, program.heads);
  let inside = Math.round(program.heads * program.insideShare);
  return fates.map((fate, index): PlannedStartup => {
    const peak = peaks.get(fate) ?? 1;
    const isInside = program.region !== undefined && (telling.includes(fate) ? inside - peak >= 0 : index % 2 === 0);
    if (isInside && telling.includes(fate)) inside -= peak;
    const places = isInside ? weighted(program.region?.municipalities ?? []) : program.outside;
    const baseline = Math.min(peak, 1 + random.below(2));
    return {
      intake: fate.intake,
      legalForm: index % 7 === 3 && index !== toldPlace(program) ? "ENK" : "AS",
      exit: fate.exit,
      exitType: fate.type,
      lastEvidence: fate.evidence,
      municipality: places[random.below(places.length)] ?? "0301",
      baseline: silent.has(fate) ? null : baseline,
      observations: silent.has(fate)
        ? [{ on: later(fate.intake, today.subtract({ days: 50 })), least: 0, most: 4, source: "register" }]
        : observationsOf(fate, { baseline, peak, isEveryYear: program.observesEveryYear }, random),
    };
  });
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
  { intake, evidence }: Fate,
  { baseline, peak, isEveryYear }: { baseline: number; peak: number; isEveryYear: boolean },
  random: Random,
): PlannedObservation[] {
  const years = Math.floor(intake.until(evidence).days / 365);
  const told = Array.from({ length: isEveryYear ? years : 0 }, (_, year): PlannedObservation => {
    const reached = Math.round(baseline + (peak - baseline) * Math.min(1, (year + 1) / 4)) - (random.below(5) === 0 ? 1 : 0);
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
