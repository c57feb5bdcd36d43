import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { addDays } from "../../platform/time/day.ts";
import { openStages, type Stage, stages } from "./candidate.ts";
import { type CandidateFilter, type CandidateRow, countBoard, findBoardCards, findCalls, findOwners } from "./candidate-queries.ts";
import { figureRows } from "./count-members.ts";
import { presentCandidate } from "./present-candidate.ts";

/** The board of a network whose coordinator asks: first cards, counts, calls, and what became of those who left it. */
export async function readBoard(
  db: Db,
  actor: Actor,
  network: { id: string; slug: string; name: string },
  { filter, cards }: { filter: CandidateFilter; cards: number },
) {
  const { today } = filter;
  const year = { from: `${today.slice(0, 4)}-01-01`, to: addDays(today, 1) };
  const [rows, counts, calls, owners, members] = await Promise.all([
    findBoardCards(db, filter, cards),
    countBoard(db, network.id, today),
    findCalls(db, network.id, today),
    findOwners(db, network.id, today),
    figureRows(db, network.id, year),
  ]);
  const sum = (key: "count" | "overdue" | "without", stage?: Stage) =>
    counts.filter((row) => stage === undefined || row.stage === stage).reduce((total, row) => total + row[key], 0);
  const present = (row: CandidateRow) => presentCandidate(row, actor, today);
  const declined = counts.filter(({ stage }) => stage === "declined");
  return {
    network,
    stages: (filter.stage ? [filter.stage] : [...openStages]).map((stage) => {
      const items = rows.filter((row) => row.stage === stage);
      return { stage, count: items[0]?.in_stage ?? 0, items: items.map(present) };
    }),
    totals: totalsOf((stage) => sum("count", stage)),
    overdue: sum("overdue"),
    withoutNextStep: sum("without"),
    calls: calls.map(present),
    membersNow: members.end.length,
    joinedThisYear: members.joined.length,
    leftThisYear: members.left.length,
    askAgain: declined.flatMap(({ year, count }) => (year === null ? [] : [{ year, count }])),
    askNoMore: declined.find(({ year }) => year === null)?.count ?? 0,
    owners,
  };
}

function totalsOf(count: (stage: Stage) => number): Record<Stage, number> {
  return Object.fromEntries(stages.map((stage) => [stage, count(stage)])) as Record<Stage, number>;
}
