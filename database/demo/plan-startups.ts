import type { ExitType } from "../../src/features/programs/enrolling/outcome.ts";
import { chance } from "./chance.ts";
import { laterDay } from "./day.ts";
import { goOn } from "./go-on.ts";
import type { PlannedProgram } from "./program-contract.ts";
import { withJobs } from "./startup-jobs.ts";
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

export type Fate = { intake: Date; lastSeen: Date; lastEvidence: Date; exit: Date | null; exitType: ExitType };

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
    const lastSeen = laterDay(intake, today.subtract({ days: 10 + random.below(300) }));
    // who is seen on a later day than the numbers are of was there that day
    const lastEvidence = program.countedOn === undefined ? lastSeen : today;
    return { intake, lastSeen, lastEvidence, exit: null, exitType: "active" };
  });
  endSome(fates, program, random, today);
  return withJobs(fates, program, { random, today, told: toldPlace(program) });
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
