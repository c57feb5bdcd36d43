import { attempt, client, type Problem } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { OutsideCalendarApi } from "../../outside/routes.ts";

export type Written = { resource: string; name: string; address: string; keepsTitles: boolean };

export type OutsideOutcome = { did: "added" | "kept" | "read" | "removed" } | { problem: Problem; written?: Written };

/** Connects a calendar, reads one now, or takes one away. */
export async function carryOutOutside(visit: Visit, form: FormData): Promise<OutsideOutcome> {
  const api = client<OutsideCalendarApi>(visit);
  const text = (name: string) => String(form.get(name) ?? "");
  const calendar = { param: { id: text("calendar") } };
  if (form.get("act") === "read") {
    const { done, problem } = await attempt(api["outside-calendars"][":id"].reading.$put(calendar));
    return problem ? { problem } : { did: done.failure === null ? "read" : "kept" };
  }
  if (form.get("act") === "remove") {
    const { problem } = await attempt(api["outside-calendars"][":id"].$delete(calendar));
    return problem ? { problem } : { did: "removed" };
  }
  const written = { resource: text("resource"), name: text("name"), address: text("address"), keepsTitles: form.has("keepsTitles") };
  const { resource: id, ...json } = written;
  const { done, problem } = await attempt(api.resources[":id"]["outside-calendars"].$post({ param: { id }, json }));
  return problem ? { problem, written } : { did: done.failure === null ? "added" : "kept" };
}

/** Which field a refusal is about. */
export function errorsOf(problem: Problem): { field: string; message: string }[] {
  const fields: Record<string, string> = {
    "outside_calendar.address_not_public": "address",
    "outside_calendar.known": "address",
    "outside_calendar.not_of_pool": "resource",
  };
  return problem.errors ?? [{ field: fields[problem.code] ?? "resource", message: problem.title }];
}
