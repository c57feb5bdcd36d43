import type { chance } from "./chance.ts";
import type { PlannedObservation, PlannedStartup } from "./plan-startups.ts";
import type { PlannedProgram } from "./program-contract.ts";
import { endType, endUntilLeft } from "./startups-left.ts";

type Date = Temporal.PlainDate;
type Random = ReturnType<typeof chance>;
type Since = { from: Date; today: Date; random: Random };

const longestBeforeAnEnd = 400;
// how many more people there are after a year
const growth = [0, 0, 0, 1, 1, 2, -1];

/**
 * What became of a program after the day its numbers are of: startups come in at the pace the file says, are asked every year, grow a
 * little, and so many end that survival stays what it was. Nothing of before that day changes. `told`: the place of one that lives on.
 */
export function goOn(
  startups: readonly PlannedStartup[],
  program: PlannedProgram,
  { told, ...since }: Since & { told: number },
): PlannedStartup[] {
  const followed = startups.map((one) => (isRunning(one) ? follow(one, since) : one));
  const all = [...followed, ...newcomers(program, since)];
  const mayEnd = all.filter((one, index) => index !== told && isRunning(one) && one.intake.until(since.today).days > longestBeforeAnEnd);
  endUntilLeft(all, since.random.shuffle(mayEnd), program.survival, (one, index) => end(one, index, since));
  return all;
}

function isRunning({ exitType }: PlannedStartup): boolean {
  return exitType === "active" || exitType === "graduated";
}

/** Seen at work every year since. */
function follow(one: PlannedStartup, { today, random }: Since): PlannedStartup {
  const last = one.observations.at(-1);
  const next: PlannedObservation[] = [];
  let heads = last?.most ?? 1;
  for (let on = (last?.on ?? one.intake).add({ years: 1 }); isBefore(on, today); on = on.add({ years: 1 })) {
    heads = Math.max(1, heads + (growth[random.below(growth.length)] ?? 0));
    next.push(last?.source === "register" ? { ...last, on } : { on, least: heads, most: heads, source: "self" });
  }
  return { ...one, lastEvidence: next.at(-1)?.on ?? one.lastEvidence, observations: [...one.observations, ...next] };
}

function newcomers({ intakesAYear = 0, insideShare, region, outside }: PlannedProgram, since: Since): PlannedStartup[] {
  const { from, today, random } = since;
  const days = from.until(today).days - 40;
  const count = Math.max(0, Math.floor((days / 365) * intakesAYear));
  return Array.from({ length: count }, (_, index) => {
    const intake = from.add({ days: 5 + Math.floor(((days - 5) * (index + random.below(100) / 100)) / count) });
    const heads = 1 + random.below(3);
    const places = random.below(100) < insideShare * 100 ? (region?.municipalities ?? outside) : outside;
    const one: PlannedStartup = {
      ...{ intake, legalForm: index % 7 === 3 ? "ENK" : "AS", exit: null, exitType: "active", lastEvidence: intake, baseline: heads },
      ...{ municipality: places[random.below(places.length)] ?? "0301", observations: [] },
    };
    return follow({ ...one, observations: [{ on: intake, least: heads, most: heads, source: "self" }] }, since);
  });
}

function end(one: PlannedStartup, index: number, { from, today, random }: Since): void {
  const first = isBefore(one.intake, from) ? from.add({ days: 20 }) : one.intake.add({ days: 200 });
  const exit = first.add({ days: random.below(Math.max(1, first.until(today).days - 60)) });
  const observations = one.observations.filter(({ on }) => isBefore(on, exit));
  Object.assign(one, { exit, exitType: endType(index), lastEvidence: exit, observations });
}

function isBefore(one: Date, other: Date): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
