import type { Day } from "../../platform/time/day.ts";
import { isMemberOn, joinedUp, type Stay } from "./membership.ts";

/** Who comes back within so many months has not become a new member. */
const returnsWithinMonths = 12;

/** The figures one can open to their rows. */
export const memberFigures = ["start", "joined", "left", "end", "new", "returned", "churn"] as const;

export type MemberFigure = (typeof memberFigures)[number];

/** One member with every stay that touches the period or the year before it. */
export interface MemberHistory<Member> {
  member: Member;
  stays: Stay[];
}

/** One row behind a figure: who, and the stay that made it count. */
export interface FigureRow<Member> {
  member: Member;
  stay: Stay;
}

export type FigureRows<Member> = Record<MemberFigure, FigureRow<Member>[]>;

/**
 * The rows behind the figures of the period `[from, to)`; a figure is the number of its rows.
 * `start` and `end` are the members on the eve and on the last day; `joined` and `left` are comings and goings, so that
 * start + joined − left = end, also for one who goes and comes back. `new` + `returned` = `joined`. `churn` are those of the
 * start who are not there at the end. A change of tier or plan is neither coming nor going.
 */
export function rowsOfFigures<Member>(histories: readonly MemberHistory<Member>[], period: { from: Day; to: Day }): FigureRows<Member> {
  const rows: FigureRows<Member> = { start: [], joined: [], left: [], end: [], new: [], returned: [], churn: [] };
  const eve = dayBefore(period.from);
  const lastDay = dayBefore(period.to);
  for (const { member, stays } of histories) {
    const joined = joinedUp(stays);
    for (const stay of joined) {
      const row = { member, stay };
      if (isMemberOn(stay, eve)) rows.start.push(row);
      if (isMemberOn(stay, lastDay)) rows.end.push(row);
      if (isIn(period, stay.from)) {
        rows.joined.push(row);
        rows[isReturn(stay, joined) ? "returned" : "new"].push(row);
      }
      if (isIn(period, stay.to)) rows.left.push(row);
      if (isMemberOn(stay, eve) && !joined.some((other) => isMemberOn(other, lastDay))) rows.churn.push(row);
    }
  }
  return rows;
}

/** The numbers: new, net growth and churn are three, and none stands for another. */
export function countFigures(rows: FigureRows<unknown>) {
  const count = (figure: MemberFigure) => rows[figure].length;
  return {
    start: count("start"),
    joined: count("joined"),
    left: count("left"),
    end: count("end"),
    new: count("new"),
    returned: count("returned"),
    netGrowth: count("joined") - count("left"),
    churn: count("churn"),
  };
}

/** The day from which an earlier stay makes a coming a coming back. */
export function returnsSince(day: Day): Day {
  return Temporal.PlainDate.from(day).subtract({ months: returnsWithinMonths }).toString();
}

function isReturn(stay: Stay, all: readonly Stay[]): boolean {
  return all.some((earlier) => earlier.to !== null && earlier.to < stay.from && earlier.to >= returnsSince(stay.from));
}

function isIn({ from, to }: { from: Day; to: Day }, day: Day | null): boolean {
  return day !== null && from <= day && day < to;
}

function dayBefore(day: Day): Day {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
