import { attempt, type client, type Problem, read, readAll } from "../../../../interface/api-client.ts";
import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { numberOf, type Values } from "../../pages/settings/values.ts";
import type { ResourceKind } from "../resource.ts";
import type { ResourceApi } from "../routes.ts";
import type { Resource } from "../shapes.ts";
import { changesIn, valuesOfResource } from "./resource-values.ts";

/** Why a form of the page was not done: what was written in it stays. */
export type Refused = { act: string; written: Values; problem: Problem };

type Act = "add" | "save" | "up" | "down" | "retire" | "restore";

export type Api = ReturnType<typeof client<ResourceApi>>;

/** Where the errors of a form stand. */
export const errorsAt = `#${errorSummaryId}`;

/** Adds, changes, moves in the order, or takes out of use, as the pressed button says. @returns what was done, or why not */
export async function carryOut(api: Api, space: string, written: Values): Promise<{ did: Act; id: string } | Refused> {
  const { act = "", resource = "" } = written;
  const acts = {
    add: () => add(api, space, written),
    save: () => save(api, resource, written),
    up: () => move(api, space, resource, -1),
    down: () => move(api, space, resource, 1),
    retire: () => changeUse(api, resource, written.inUseUntil ?? ""),
    restore: () => changeUse(api, resource, null),
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { done, problem } = await acts[act as Act]();
  return problem ? { act, written, problem } : { did: act as Act, id: done.id };
}

/** All a house has, in its order, with what is out of use. */
export async function resourcesOf(api: Api, space: string): Promise<Resource[]> {
  return await readAll((page) => api.resources.$get({ query: { space, inUse: "ever", ...page } }));
}

async function add(api: Api, space: string, { kind, name = "", capacity }: Values) {
  const last = (await resourcesOf(api, space)).at(-1)?.placeInOrder ?? -1;
  const json = { kind: kind as ResourceKind, name, capacity: numberOf(capacity), placeInOrder: last + 1 };
  return await attempt(api.spaces[":id"].resources.$post({ param: { id: space }, json }));
}

// what another has changed outside this form meanwhile, such as the order, is no conflict
async function save(api: Api, id: string, written: Values) {
  const stored = await read(api.resources[":id"].$get({ param: { id } }));
  const isUntouched = written.was === JSON.stringify(valuesOfResource(stored));
  const header = { "if-match": isUntouched ? `"${stored.version}"` : (written.version ?? "") };
  return await attempt(api.resources[":id"].$patch({ param: { id }, header, json: changesIn(written, stored) }));
}

async function changeUse(api: Api, id: string, inUseUntil: string | null) {
  return await attempt(api.resources[":id"].$patch({ param: { id }, header: {}, json: { inUseUntil } }));
}

// those with the same place stand by their names: everyone gets a place of their own
async function move(api: Api, space: string, id: string, by: -1 | 1) {
  const order = await resourcesOf(api, space);
  const from = order.findIndex((one) => one.id === id);
  const [moved, other] = [order[from], order[from + by]];
  if (!moved) throw new Response(null, { status: 404 });
  if (other) [order[from], order[from + by]] = [other, moved];
  for (const [placeInOrder, { id: each, placeInOrder: stands }] of order.entries()) {
    if (placeInOrder === stands) continue;
    const { problem } = await attempt(api.resources[":id"].$patch({ param: { id: each }, header: {}, json: { placeInOrder } }));
    if (problem) return { problem };
  }
  return { done: moved };
}
