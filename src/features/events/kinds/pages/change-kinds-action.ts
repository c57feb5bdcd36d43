import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../../interface/api-client.ts";
import { oneOf, oreOf, type Written, wholeOf, writtenIn } from "../../../../interface/form-values.ts";
import { signedIn } from "../../../../interface/visit.ts";
import type { EventChangeApi } from "../../changing/routes.ts";
import type { ParentApi } from "../../parents/routes.ts";
import type { EventApi } from "../../routes.ts";
import type { KindApi } from "../routes.ts";
import { kindChangeIn, newQuotasIn, writtenKind } from "./written-kind.ts";

/** What the page shows when nothing was saved. */
export interface Refused {
  written: Written;
  /** Whose form was sent: a kind's id, "new" or "quotas". */
  form: string;
  problem: Problem;
  errors: { field: string; message: string }[];
}

/** Adds a kind of ticket, changes, closes, opens or removes one, or saves how many places there are, as the pressed button says. */
export async function changeKinds(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const id = given.params.event ?? "";
  const event = await read(client<EventApi>(visit).events[":id"].$get({ param: { id } }));
  const api = client<KindApi>(visit).events[":id"]["ticket-types"];
  const [act = "", form = ""] = oneOf(written, "act").split(":");
  const param = { id, type: form };
  const { did, problem } = await carryOut();
  if (problem) return data<Refused>({ written, form, problem, errors: errorsOf(problem) }, { status: problem.status });
  throw redirect(`/${visit.language}/events/${event.slug}/ticket-types?did=${did}`, 303);

  async function carryOut() {
    const isForAll = oneOf(written, `scope-${form}`) === "alike";
    if (act === "close" && isForAll) return { did: "closedAlike", ...(await attempt(api[":type"].closing.alike.$put({ param }))) };
    if (act === "close") return { did: "closed", ...(await attempt(api[":type"].closing.$put({ param }))) };
    if (act === "reopen" && isForAll)
      return { did: "reopenedAlike", ...(await attempt(api[":type"].alike.$patch({ param, json: { closesAt: null } }))) };
    if (act === "reopen")
      return { did: "reopened", ...(await attempt(api[":type"].$patch({ param, header: {}, json: { closesAt: null } }))) };
    if (act === "remove" && isForAll) return { did: "removedAlike", ...(await attempt(api[":type"].alike.$delete({ param }))) };
    if (act === "remove") return { did: "removed", ...(await attempt(api[":type"].$delete({ param }))) };
    if (act === "size") return { did: isForAll ? "sizedAlike" : "sized", ...(await saveSizes(isForAll)) };
    if (act === "add" && isForAll) return { did: "addedAlike", ...(await attempt(api.alike.$post({ param: { id }, json: newKind() }))) };
    if (act === "add") return { did: "added", ...(await attempt(api.$post({ param: { id }, json: newKind() }))) };
    const { items } = await read(api.$get({ param: { id } }));
    const known = items.find((one) => one.id === form);
    if (!known) throw new Response(null, { status: 404 });
    const json = kindChangeIn(written, writtenKind(known, form, event.timeZone), form, event.timeZone);
    if (isForAll) return { did: "changedAlike", ...(await attempt(api[":type"].alike.$patch({ param, json }))) };
    const header = { "if-match": `"${oneOf(written, "version")}"` };
    return { did: "changed", ...(await attempt(api[":type"].$patch({ param, header, json }))) };
  }

  function newKind() {
    const text = (name: string) => oneOf(written, `${name}-new`);
    const empty = writtenKind(
      { name: "", priceOre: 0, memberPriceOre: null, opensAt: null, closesAt: null, accessCode: null, mostPlaces: 10, quotas: [] },
      "new",
      event.timeZone,
    );
    const { priceOre, memberPriceOre, opensAt, closesAt, accessCode, mostPlaces } = kindChangeIn(written, empty, "new", event.timeZone);
    return {
      name: text("name"),
      priceOre: text("price") === "" ? 0 : (priceOre ?? oreOf(text("price"))),
      ...(memberPriceOre != null && { memberPriceOre }),
      ...(opensAt != null && { opensAt }),
      ...(closesAt != null && { closesAt }),
      ...(accessCode != null && { accessCode }),
      ...(mostPlaces !== undefined && { mostPlaces }),
      quotas: written["from-new"] ?? [],
      newQuotas: newQuotasIn(written, "new"),
    };
  }

  function saveSizes(isForAll: boolean) {
    const quotas = event.quotas.flatMap(({ id: quotaId, name, size }) => {
      const size_ = wholeOf(oneOf(written, `size-${quotaId}`));
      return size_ === size ? [] : [{ name, size: size_ }];
    });
    if (isForAll) return attempt(client<ParentApi>(visit).events[":id"].following.$patch({ param: { id }, json: { quotas } }));
    return attempt(client<EventChangeApi>(visit).events[":id"].$patch({ param: { id }, header: {}, json: { quotas } }));
  }

  /** How the API calls a field ("newQuotas.0.size"), and how the form does ("size-new"). */
  function errorsOf(found: Problem) {
    const sizeOf = (name: unknown) => `size-${event.quotas.find((quota) => quota.name === name)?.id}`;
    if (found.code === "event_change.places_taken") return [{ field: sizeOf(found.details?.quota), message: found.title }];
    const known = ofCode[found.code];
    if (known) return [{ field: `${known}-${form}`, message: found.title }];
    const errors = (found.errors ?? []).map(({ field, message }) => {
      const [list = "", , part = ""] = field.split(/[.[\]]+/);
      if (act === "size") return { field: firstWrongSize(), message };
      // where there are no places to take of, new ones are written
      if (list === "quotas" && event.quotas.length === 0) return { field: `quota-${form}`, message };
      if (list === "newQuotas") return { field: `${part === "size" ? "size" : "quota"}-${form}`, message };
      return { field: `${ofField[list] ?? list}-${form}`, message };
    });
    return [...new Map(errors.map((error) => [error.field, error])).values()];
  }

  function firstWrongSize(): string {
    const wrong = event.quotas.find(({ id: quotaId }) => !Number.isInteger(wholeOf(oneOf(written, `size-${quotaId}`))));
    return `size-${wrong?.id ?? event.quotas[0]?.id}`;
  }
}

const ofField: Record<string, string> = {
  priceOre: "price",
  memberPriceOre: "memberPrice",
  accessCode: "code",
  opensAt: "opens",
  closesAt: "closes",
  mostPlaces: "most",
  quotas: "from",
};
const ofCode: Record<string, string> = {
  "ticket_kind.price_stands": "price",
  "ticket_kind.name_taken": "name",
  "ticket_kind.quota_name_taken": "quota",
  "ticket_kind.quota_full": "from",
  "ticket_kind.closes_before_opening": "closes",
};
