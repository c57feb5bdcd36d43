import type { Theme } from "../../../src/features/spaces/themes.ts";
import { addDays } from "../../../src/platform/time/day.ts";
import { chance } from "../chance.ts";
import { inventedNumbers } from "../startup-names.ts";
import type { PlannedYear } from "./year-contract.ts";
import { companyNames } from "./year-names.ts";

type Random = ReturnType<typeof chance>;

export interface PlannedCompany {
  name: string;
  theme: Theme;
  number: string;
  /** When it was a member, oldest first; `to` is the first day it no longer was. */
  stays: { from: string; to: string | null }[];
  home: { municipality: string; recordedOn: string };
}

/** The companies that ever were members, with when they were: as many came, came back and went in each year as the file says. */
export function planMembers({ members, homes }: PlannedYear): PlannedCompany[] {
  const random = chance("members");
  const first = members.years[0]?.year ?? 0;
  const stays: PlannedCompany["stays"][] = Array.from({ length: members.founders }, () => [
    { from: dayOf(2005 + random.below(first - 2005), random), to: null },
  ]);
  for (const { year, new: joining, returned, left } of members.years) {
    const there = stays.filter((one) => one.at(-1)?.to === null);
    const justGone = stays.filter((one) => one.at(-1)?.to?.startsWith(String(year - 1)));
    // whoever went last comes back first, so that no twelve months have gone by
    const back = justGone.toSorted((one, other) => (lastDay(one) > lastDay(other) ? -1 : 1)).slice(0, returned);
    for (const one of random.shuffle(there).slice(0, left)) Object.assign(one.at(-1) ?? {}, { to: dayOf(year, random) });
    for (const one of back) one.push({ from: addDays(`${year}-01-10`, random.below(60)), to: null });
    stays.push(...Array.from({ length: joining }, () => [{ from: dayOf(year, random), to: null }]));
  }
  const [names, numbers] = [companyNames(stays.length), inventedNumbers(stays.length, 31_060_000)];
  return stays.map((own, index) => ({
    ...{ name: "", theme: "startups" as const, ...names[index], number: numbers[index] ?? "", stays: own },
    home: homeOf(homes, own[0]?.from ?? "", random),
  }));
}

// not in the first days of a year, nor in its last: nobody comes or goes between the years
function dayOf(year: number, random: Random): string {
  return addDays(`${year}-01-08`, random.below(345));
}

function lastDay(stays: PlannedCompany["stays"]): string {
  return stays.at(-1)?.to ?? "";
}

function homeOf(homes: PlannedYear["homes"], joinedOn: string, random: Random): PlannedCompany["home"] {
  const era = homes.find(({ until }) => until === undefined || joinedOn < until);
  const all = Object.entries(era?.shares ?? {}).flatMap(([number, share]) => Array.from({ length: share }, () => number));
  return { municipality: all[random.below(all.length)] ?? "", recordedOn: era?.recordedOn ?? joinedOn };
}
