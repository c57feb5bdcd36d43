import { chance } from "./chance.ts";
import { type Calendar, isWorkday, resolveDay } from "./day.ts";
import type { Demo } from "./read.ts";

/** One checked-in day of a past quarter, or of the running one before today. */
export interface LaidOutPass {
  quarter: number;
  person: string;
  /** The company through which the person takes part, if any. */
  through: string | undefined;
  home: string;
  host: string;
  day: Temporal.PlainDate;
  checkedInAt: Temporal.PlainTime;
  /** Beyond the quota: a day the host agreed to, at the agreement's price. */
  overQuota: boolean;
}

interface Traveller {
  person: string;
  through: string | undefined;
}

/** A day with its ISO text, which is asked for many thousand times. */
interface Workday {
  day: Temporal.PlainDate;
  key: string;
}

interface Quotas {
  person: number;
  company: number;
  personAndHost: number;
}

/**
 * Turns the matrices of `flows.json` into passes. The same data and today give the same passes.
 * Every whole quarter holds exactly its share of the matrix; of the running quarter only what lies before today is kept.
 * Keeps the guest seats, closed days, quotas of the agreement in force, and one pass per person and day;
 * throws when the matrix asks for more than they allow. Who appears in `passes.json` does not travel here.
 */
export function layOutFlows(demo: Demo, calendar: Calendar): LaidOutPass[] {
  return demo.flows.quarters
    .flatMap(({ quarter, share }) => layOutQuarter(demo, calendar, quarter, share ?? 1))
    .filter((pass) => Temporal.PlainDate.compare(pass.day, calendar.today) < 0)
    .sort((one, other) => Temporal.PlainDate.compare(one.day, other.day) || one.person.localeCompare(other.person));
}

function layOutQuarter(demo: Demo, calendar: Calendar, quarter: number, share: number): LaidOutPass[] {
  const first = quarterStart(calendar.today).add({ months: 3 * quarter });
  const months = [0, 1, 2].map((month) => workdays(first.add({ months: month }), calendar));
  const random = chance(`${demo.flows.seed} ${first}`);
  const board = seatBoard(demo, calendar);
  const count = counter();
  const quotas = quotasInForce(demo);
  const passes: LaidOutPass[] = [];

  for (const { home, host, over } of overQuotaGroups(demo, share)) {
    const taken = tries(travellers(demo, home), months, random).some(([traveller, month]) =>
      place(home, host, traveller, month, quotas.personAndHost, over),
    );
    if (!taken) throw new Error(`No month in which ${home} can go ${over} days over the quota at ${host}`);
  }
  for (const { home, host } of random.shuffle(daysWithinQuota(demo, quotas, share))) {
    const taken = tries(travellers(demo, home), months, random).some(([traveller, month]) => place(home, host, traveller, month, 1, 0));
    if (!taken) throw new Error(`No day left from ${home} to ${host} in the quarter of ${first}`);
  }
  return passes;

  /** Takes so many days of one person at one host in one month: first those within the quota, then those over it. */
  function place(home: string, host: string, traveller: Traveller, month: Workday[], within: number, over: number) {
    const at = `${month[0]?.key.slice(0, 7)}`;
    const counters = [
      { key: `${at} ${traveller.person}`, most: quotas.person },
      { key: `${at} ${traveller.person} ${host}`, most: quotas.personAndHost },
      { key: `${at} ${home}`, most: quotas.company },
      ...(traveller.through ? [{ key: `${at} ${traveller.through}`, most: quotas.company }] : []),
    ];
    if (counters.some(({ key, most }) => count.of(key) + within > most)) return false;
    if (over === 0 && count.of(`${at} ${traveller.person} ${host} over`) > 0) return false;
    const free = random.shuffle(month).filter((one) => count.of(`${one.key} ${traveller.person}`) === 0 && board.seatsLeft(host, one) > 0);
    if (free.length < within + over) return false;
    const days = free.slice(0, within + over).sort((one, other) => (one.key < other.key ? -1 : 1));
    for (const [index, { day, key }] of days.entries()) {
      board.take(host, key);
      count.add(`${key} ${traveller.person}`, 1);
      const checkedInAt = Temporal.PlainTime.from("08:20").add({ minutes: random.below(110) });
      passes.push({ quarter, ...traveller, home, host, day, checkedInAt, overQuota: index >= within });
    }
    for (const { key } of counters) count.add(key, within);
    if (over > 0) count.add(`${at} ${traveller.person} ${host} over`, over);
    return true;
  }
}

/** People of a home who may take part and have no hand-made passes. */
function travellers(demo: Demo, home: string): Traveller[] {
  const named = new Set(demo.passes.map((pass) => pass.person));
  return demo.people
    .filter((person) => person.home === home && !person.exchangeOptOut && !named.has(person.email))
    .map((person) => ({ person: person.email, through: person.through }));
}

/** Days over the quota, at most four to a person and month; each group is preceded by a used-up quota at that host. */
function overQuotaGroups(demo: Demo, share: number) {
  return cells(demo, share).flatMap(({ home, host, over }) => {
    const groups = Math.ceil(over / 4);
    return Array.from({ length: groups }, (_, group) => ({ home, host, over: Math.floor((over + group) / groups) }));
  });
}

function daysWithinQuota(demo: Demo, quotas: Quotas, share: number) {
  return cells(demo, share).flatMap(({ home, host, days, over }) => {
    const length = days - over - quotas.personAndHost * Math.ceil(over / 4);
    return Array.from({ length }, () => ({ home, host }));
  });
}

/** What each home had at each host: of the days its share, rounded, and of those over the quota no more than that. */
function cells({ flows }: Demo, share: number) {
  return flows.hosts.flatMap((home) =>
    flows.hosts.map((host, column) => ({
      home,
      host,
      days: Math.round((flows.passes[home]?.[column] ?? 0) * share),
      over: Math.floor((flows.overQuota[home]?.[column] ?? 0) * share),
    })),
  );
}

function tries(people: Traveller[], months: Workday[][], random: ReturnType<typeof chance>) {
  return random.shuffle(people.flatMap((person) => months.map((month): [Traveller, Workday[]] => [person, month])));
}

function quotasInForce({ agreement }: Demo): Quotas {
  const quotas = agreement.versions.at(-1)?.quotas ?? [];
  const daysOf = (dimension: string) => quotas.find((quota) => quota.dimension === dimension)?.daysPerMonth ?? 31;
  return { person: daysOf("person"), company: daysOf("company"), personAndHost: daysOf("person_and_host") };
}

/** Guest seats not yet taken, hand-made passes counted. */
function seatBoard(demo: Demo, calendar: Calendar) {
  const taken = counter();
  const closed = new Set<string>();
  const seatsOf = new Map(demo.spaces.map(({ slug, guestTerms }) => [slug, guestTerms?.seatsPerWeekday]));
  for (const space of demo.spaces) {
    for (const day of space.guestTerms?.closedDays ?? []) closed.add(`${space.slug} ${resolveDay(day, calendar)}`);
    for (const { day, opens } of space.openingExceptions) if (!opens) closed.add(`${space.slug} ${resolveDay(day, calendar)}`);
  }
  for (const pass of demo.passes) {
    const seated = ["offered", "held", "checked_in", "completed", "no_show"].includes(pass.state);
    if (seated) taken.add(`${pass.host} ${resolveDay(pass.day, calendar)}`, 1);
  }
  return {
    seatsLeft(host: string, { day, key }: Workday) {
      const seats = seatsOf.get(host)?.[day.dayOfWeek - 1] ?? 0;
      return closed.has(`${host} ${key}`) ? 0 : seats - taken.of(`${host} ${key}`);
    },
    take(host: string, key: string) {
      taken.add(`${host} ${key}`, 1);
    },
  };
}

function counter() {
  const counts = new Map<string, number>();
  return {
    of: (key: string) => counts.get(key) ?? 0,
    add: (key: string, count: number) => void counts.set(key, (counts.get(key) ?? 0) + count),
  };
}

function quarterStart(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ month: day.month - ((day.month - 1) % 3), day: 1 });
}

function workdays(first: Temporal.PlainDate, calendar: Calendar): Workday[] {
  return Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index })).flatMap((day) =>
    isWorkday(day, calendar) ? [{ day, key: day.toString() }] : [],
  );
}
