import type { hc, InferResponseType } from "hono/client";
import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read, readAll } from "../../../../interface/api-client.ts";
import { signedIn, type Visit } from "../../../../interface/visit.ts";
import { addDays } from "../../../../platform/time/day.ts";
import { memberFigures } from "../../member-figures.ts";
import { payers } from "../../membership.ts";
import type { MembershipApi } from "../../routes.ts";
import { allTyped, ifMatch, typed, typedOrNull } from "./form-values.ts";

type Organizations = ReturnType<typeof hc<MembershipApi>>["organizations"][":id"];

export type MemberData = Extract<InferResponseType<Organizations["members"]["$get"], 200>, { items: unknown }>["items"][number];
export type FiguresData = Extract<InferResponseType<Organizations["member-figures"]["$get"], 200>, { start: unknown }>;

/** What the pages of those who look after members show: the figures, the rows behind one, and the members of today. */
export async function readMembersWork(visit: Visit, id: string, asked: URLSearchParams, today: string) {
  const organization = client<MembershipApi>(visit).organizations[":id"];
  const q = asked.get("q") ?? "";
  const cursor = asked.get("cursor");
  const period = Object.fromEntries(["from", "to"].flatMap((name) => (asked.get(name) ? [[name, asked.get(name)]] : [])));
  const figure = memberFigures.find((one) => one === asked.get("figure"));
  const [figures, members, rows] = await Promise.all([
    read(organization["member-figures"].$get({ param: { id }, query: period })),
    read(organization.members.$get({ param: { id }, query: { on: today, q, limit: "100", ...(cursor && { cursor }) } })),
    figure && readAll((page) => organization["member-figures"][":figure"].$get({ param: { id, figure }, query: { ...period, ...page } })),
  ]);
  return {
    figures,
    members,
    rows,
    figure,
    q,
    period: period as { from?: string; to?: string },
    changing: asked.get("change"),
    isSaved: asked.has("saved"),
  };
}

export type MembersWorkData = Awaited<ReturnType<typeof readMembersWork>>;

/** Adds, changes or ends a membership, as the form says. */
export async function doMembersWork(given: ActionFunctionArgs, id: string) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const here = new URL(given.request.url);
  const problem = await problemOf(visit, id, form);
  const membership = typed(form, "membership");
  if (problem) return data({ problem, values: allTyped(form), form: membership || typed(form, "doing") }, { status: problem.status });
  here.searchParams.set("saved", "");
  here.searchParams.delete("change");
  return redirect(`${here.pathname}${here.search}`, 303);
}

async function problemOf(visit: Visit, id: string, form: FormData): Promise<Problem | undefined> {
  const api = client<MembershipApi>(visit);
  const param = { id: typed(form, "membership") };
  switch (typed(form, "doing")) {
    case "end": {
      const lastDay = typed(form, "lastDay");
      const json = { to: nextDay(lastDay), reason: typed(form, "reason") };
      return (await attempt(api.memberships[":id"].end.$put({ param, json, header: ifMatch(form) }))).problem;
    }
    case "change":
      return (await attempt(api.memberships[":id"].$patch({ param, json: detailsIn(form), header: ifMatch(form) }))).problem;
    default: {
      const who = form.has("organization")
        ? { organization: typed(form, "organization") }
        : { email: typed(form, "email"), name: typed(form, "name") || undefined };
      const json = { ...who, ...detailsIn(form), from: typed(form, "from") };
      return (await attempt(api.organizations[":id"].members.$post({ param: { id }, json }))).problem;
    }
  }
}

function detailsIn(form: FormData) {
  return {
    plan: typedOrNull(form, "plan"),
    tier: typedOrNull(form, "tier"),
    note: typedOrNull(form, "note"),
    payer: payers.find((payer) => payer === typed(form, "payer")) ?? ("member" as const),
    exchangeOptOut: form.has("exchangeOptOut"),
  };
}

// people think of the last day they are members; a range ends on the day after. What is no day is passed on, so that the API says so.
function nextDay(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? addDays(day, 1) : day;
}
