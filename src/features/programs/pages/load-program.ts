import type { LoaderFunctionArgs } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { visitOf } from "../../../interface/visit.ts";
import type { ProgramApi } from "../routes.ts";
import { clocks, mergerViews } from "../survival/follow-up.ts";

/** What the page of a program shows: the program, its survival as asked for, two cohorts compared, and its jobs under the borders of a year. */
export async function loadProgram(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const { searchParams } = new URL(given.request.url);
  const param = { id: given.params.program ?? "" };
  const api = client<ProgramApi>(visit).programs[":id"];
  const program = await read(api.$get({ param }));
  const clock = clocks.find((one) => one === searchParams.get("clock")) ?? "intake";
  const merged = mergerViews.find((one) => one === searchParams.get("merged")) ?? "censored";
  const cohort = program.cohorts.find(({ id }) => id === searchParams.get("cohort"))?.id;
  const year = searchParams.get("borders") ?? "";
  const borders = /^20(1[3-9]|[2-9]\d)$/.test(year) ? year : undefined;
  // the two latest there are enough of
  const [first, second] = program.cohorts.filter(({ startups }) => startups >= 10).slice(-2);
  const [survival, jobs, comparison] = await Promise.all([
    read(api.survival.$get({ param, query: { clock, merged, ...(cohort && { cohort }) } })),
    read(api.jobs.$get({ param, query: borders ? { borders } : {} })),
    first && second
      ? read(api["survival-comparison"].$get({ param, query: { clock, merged, first: first.id, second: second.id } }))
      : undefined,
  ]);
  return { program, survival, jobs, comparison, asked: { clock, merged, cohort: cohort ?? "", borders: borders ?? "" } };
}

export type LoadedProgram = Awaited<ReturnType<typeof loadProgram>>;
export type ShownProgram = LoadedProgram["program"];
export type ShownSurvival = LoadedProgram["survival"];
export type ShownJobs = LoadedProgram["jobs"];
