import type { chance } from "./chance.ts";
import { laterDay } from "./day.ts";
import type { Fate, PlannedObservation, PlannedStartup } from "./plan-startups.ts";
import type { PlannedProgram } from "./program-contract.ts";

type Date = Temporal.PlainDate;
type Random = ReturnType<typeof chance>;

/** How many they employ, year by year, and where they are: so many in all, and so many of those inside the region, as the file says. */
export function withJobs(
  fates: readonly Fate[],
  program: PlannedProgram,
  { random, today, told }: { random: Random; today: Date; told: number },
): PlannedStartup[] {
  const isRunning = ({ exitType }: Fate) => exitType === "active" || exitType === "graduated";
  // a few have never said how many they are; the register says that they are below five
  const silent = new Set(fates.filter((fate, index) => isRunning(fate) && index % 29 === 5 && index !== told));
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
      legalForm: index % 7 === 3 && index !== told ? "ENK" : "AS",
      exit: fate.exit,
      exitType: fate.exitType,
      lastEvidence: fate.lastEvidence,
      municipality: places[random.below(places.length)] ?? "0301",
      baseline: silent.has(fate) ? null : baseline,
      observations: silent.has(fate)
        ? [{ on: laterDay(fate.intake, today.subtract({ days: 50 })), least: 0, most: 4, source: "register" }]
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
