import { type Board, type PlacedPass, place } from "./board.ts";
import { calendarAt } from "./calendar.ts";
import { chance } from "./chance.ts";
import { isWorkday } from "./day.ts";
import type { Network } from "./network.ts";
import type { PlannedPass } from "./plan-passes.ts";
import type { Demo } from "./read.ts";

/** The working days ahead that get guests, and how full the most wanted house is to be on each. */
export function daysAhead({ flows }: Demo, now: Temporal.Instant): { day: string; share: number }[] {
  const calendar = calendarAt(now);
  const days: { day: string; share: number }[] = [];
  for (let day = calendar.today.add({ days: 1 }); days.length < flows.ahead.length; day = day.add({ days: 1 })) {
    if (isWorkday(day, calendar)) days.push({ day: day.toString(), share: flows.ahead[days.length] ?? 0 });
  }
  return days;
}

/** Every house on every such day: what the board must know of. */
export function seatsAhead(demo: Demo, now: Temporal.Instant): { host: string; day: string }[] {
  return daysAhead(demo, now).flatMap(({ day }) => demo.flows.hosts.map((host) => ({ host, day })));
}

/**
 * Guests for the days ahead, beside those made by hand, so that one sees at a glance where there is room. Each house fills as far as
 * it is wanted by `flows.json`, by people who are told of nowhere else; whoever may not come stays at home.
 */
export function guestsAhead(demo: Demo, network: Network, board: Board, now: Temporal.Instant): PlacedPass[] {
  const random = chance(`${demo.flows.seed} ahead ${calendarAt(now).today}`);
  const named = new Set([...demo.passes.map(({ person }) => person), ...demo.trials.map(({ email }) => email)]);
  const people = demo.people.filter(({ home, email }) => home && !named.has(email)).map(({ email }) => email);
  const wanted = daysGiven(demo);
  const most = Math.max(...wanted.values());
  return daysAhead(demo, now).flatMap(({ day, share }) =>
    random.shuffle(demo.flows.hosts).flatMap((host) => {
      const seats = board.seats.get(`${network.houses.get(host)?.id} ${day}`);
      const goal = Math.round((seats?.capacity ?? 0) * share * (0.4 + (0.6 * (wanted.get(host) ?? 0)) / most));
      const missing = Math.max(0, goal - (seats?.taken ?? 0));
      return placeSome(random.shuffle(people), missing, (person) => place(heldPass({ person, host, day }, now, random), network, board));
    }),
  );
}

function placeSome(people: string[], count: number, tryToPlace: (person: string) => PlacedPass | undefined): PlacedPass[] {
  const placed: PlacedPass[] = [];
  for (const person of people) {
    if (placed.length >= count) break;
    const pass = tryToPlace(person);
    if (pass) placed.push(pass);
  }
  return placed;
}

function heldPass(
  { person, host, day }: { person: string; host: string; day: string },
  now: Temporal.Instant,
  random: ReturnType<typeof chance>,
): PlannedPass {
  const claimedAt = now.subtract({ minutes: 90 + random.below(12 * 24 * 60) });
  return {
    person,
    host,
    day,
    state: "held",
    waitsFor: null,
    claimedAt,
    heldAt: claimedAt,
    checkedInAt: null,
    code: undefined,
    message: null,
    dutiesDone: [],
    ending: undefined,
    offer: undefined,
    scans: [],
    correction: undefined,
    overQuota: false,
  };
}

/** How many days each house gives a quarter. */
function daysGiven({ flows }: Demo): Map<string, number> {
  return new Map(
    flows.hosts.map((host, column) => [host, flows.hosts.reduce((sum, home) => sum + (flows.passes[home]?.[column] ?? 0), 0)]),
  );
}
