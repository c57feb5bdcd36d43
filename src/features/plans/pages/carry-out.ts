import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { errorSummaryId } from "../../../interface/components/error-summary.tsx";
import { oreOf } from "../../../interface/form-values.ts";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { SpaceApi } from "../../spaces/index.ts";
import type { PlanPeriod, Supply } from "../plan.ts";
import type { PlanApi } from "../routes.ts";

/** What came of a form of the page when it was not done: what was written stays. */
export type Refused = { problem: Problem; act: string; written: Record<string, string> };

/** Adds, gives, pauses, changes, ends or reverses, as the pressed button says. */
export async function carryOut(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const written = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const act = written.act ?? "";
  const id = given.params.space ?? "";
  const api = client<PlanApi>(visit);
  const of = { param: { id: written.id ?? "" } };
  const text = (name: string) => written[name]?.trim() || undefined;
  const subscription = api.subscriptions[":id"];
  const acts = {
    plan: () => attempt(api.spaces[":id"].plans.$post({ param: { id }, json: planOf(written) })),
    start: () =>
      attempt(
        api.spaces[":id"].subscriptions.$post({
          param: { id },
          json: { planId: written.plan ?? "", ...holderOf(written), from: text("from") },
        }),
      ),
    pause: () =>
      attempt(subscription.pause.$put({ ...of, json: { from: written.from ?? "", until: written.until ?? "", reason: text("reason") } })),
    change: () => attempt(subscription["next-plan"].$put({ ...of, json: { planId: written.plan ?? "" } })),
    end: () => attempt(subscription.end.$put({ ...of, json: { reason: text("reason") } })),
    person: () => attempt(subscription.people.$post({ ...of, json: { email: text("email") ?? "" } })),
    endPerson: () =>
      attempt(subscription.people[":personId"].end.$put({ param: { ...of.param, personId: written.person ?? "" }, json: {} })),
    replace: () => attempt(api.plans[":id"].successors.$post({ ...of, header: {}, json: versionOf(written) })),
    close: () => close(visit, id, of),
    reverseUse: () => attempt(api["entitlement-entries"][":id"].reversal.$put({ ...of, json: { reason: text("reason") ?? "" } })),
    reverse: () => attempt(api.charges[":id"].reversal.$put({ ...of, json: { reason: text("reason") ?? "" } })),
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { problem } = await acts[act as keyof typeof acts]();
  if (problem) return data<Refused>({ problem, act, written }, { status: problem.status });
  const opened = ["pause", "person", "endPerson"].includes(act) ? of.param.id : written.subscription;
  const query = new URLSearchParams({ done: act, ...(opened && { subscription: opened }) });
  throw redirect(`/${visit.language}/spaces/${id}/plans?${query}`, 303);
}

// today is the house's own
async function close(visit: ReturnType<typeof signedIn>, id: string, of: { param: { id: string } }) {
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } }));
  return attempt(
    client<PlanApi>(visit).plans[":id"].$patch({ ...of, header: {}, json: { offeredUntil: dayIn(visit.now, space.timeZone) } }),
  );
}

/** Where the errors of a form stand. */
export const errorsAt = `#${errorSummaryId}`;

function planOf(written: Record<string, string>) {
  const { nb, nn, en } = written;
  const whole = (name: string) => Number(written[name] || 0);
  return {
    names: { ...(nb && { nb }), ...(nn && { nn }), ...(en && { en }) },
    priceOre: oreOf(written.price ?? ""),
    period: (written.period ?? "month") as PlanPeriod,
    ...(written.period === "once" && { validDays: whole("validDays") }),
    includedDays: whole("days"),
    includedRoomMinutes: Math.round(whole("roomHours") * 60),
    includedMachineMinutes: Math.round(whole("machineHours") * 60),
    noticeDays: whole("noticeDays"),
    supply: (written.supply ?? "service") as Supply,
  };
}

function versionOf(written: Record<string, string>) {
  const { names: _names, period: _period, supply: _supply, validDays: _validDays, ...terms } = planOf({ ...written, nb: "-" });
  return { ...terms, movesHolders: written.movesHolders === "on", ...(written.from && { from: written.from }) };
}

// an address of mail is a person's, any other word a company's
function holderOf(written: Record<string, string>) {
  const who = (written.who ?? "").trim();
  return who.includes("@") ? { email: who } : { organization: who || "-", ...(written.seats && { seats: Number(written.seats) }) };
}
