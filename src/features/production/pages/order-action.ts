import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { momentAt, oreOf } from "../../../interface/form-values.ts";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import type { StepState } from "../order.ts";
import type { ProductionApi } from "../routes.ts";
import { readOrderForm, type WrittenOrder } from "./parts/order-fields.tsx";

/** What came of a form of an order's page when it was not done, with what was written in it. */
export type Refused = { act: string; problem: Problem; written?: WrittenOrder; values: Record<string, string> };

/** Does what the pressed button says, and goes back to the order. A file is passed on as it comes, without being held here. */
export async function carryOut(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.order ?? "";
  const url = new URL(given.request.url);
  const here = url.pathname;
  if (given.request.headers.get("content-type")?.startsWith("multipart/")) {
    const to = url.searchParams.get("to") === "photos" ? "photos" : "files";
    const problem = await passOn(visit, given.request, `/api/v1/production-orders/${encodeURIComponent(id)}/${to}`);
    if (problem) return data<Refused>({ act: to, problem, values: {} }, { status: problem.status });
    throw redirect(`${here}?did=saved#${to}`, 303);
  }
  const form = await given.request.formData();
  const act = String(form.get("act"));
  const text = (name: string) => String(form.get(name) ?? "");
  const order = client<ProductionApi>(visit)["production-orders"][":id"];
  const param = { id };
  const wanted = readOrderForm(form);
  const acts = {
    step: () => {
      const reason = text("reason").trim();
      return attempt(order.state.$put({ param, json: { state: text("state") as StepState, ...(reason && { reason }) } }));
    },
    stop: () => attempt(order.stop.$put({ param, json: { reason: text("reason"), lines: stoppedLines(form) } })),
    message: () => attempt(order.messages.$post({ param, json: { text: text("text") } })),
    change: () => attempt(order.$patch({ param, header: { "if-match": text("version") }, json: wanted.json })),
    consent: () => attempt(order.$patch({ param, header: {}, json: { photosAllowed: form.has("photosAllowed") } })),
    "remove-file": () => attempt(order.files[":fileId"].$delete({ param: { id, fileId: text("file") } })),
    "remove-line": () => attempt(order.lines[":lineId"].$delete({ param: { id, lineId: text("line") } })),
    line: () => {
      const consumableId = text("consumable");
      const json = {
        kind: consumableId ? ("material" as const) : (text("kind") as "work"),
        text: text("text"),
        amountOre: oreOf(text("amount") || "0"),
        ...(consumableId && { consumableId, consumed: Number(text("consumed") || "1") }),
      };
      return attempt(order.lines.$post({ param, json }));
    },
    machine: () => {
      const [day, zone] = [text("day"), text("timeZone")];
      const json = {
        resourceId: text("resource"),
        startsAt: momentAt(day, text("from"), zone),
        endsAt: momentAt(day, text("to"), zone),
        amountOre: oreOf(text("amount") || "0"),
      };
      return attempt(order["machine-times"].$post({ param, json }));
    },
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { problem } = await acts[act as keyof typeof acts]();
  if (!problem) throw redirect(`${here}?did=saved`, 303);
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  return data<Refused>({ act, problem, values, ...(act === "change" && { written: wanted.written }) }, { status: problem.status });
}

async function passOn(visit: Visit, request: Request, path: string): Promise<Problem | undefined> {
  const headers = ["content-type", "content-length"].flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  const answer = await visit.api(path, { method: "POST", headers, body: request.body, duplex: "half" } as RequestInit);
  return answer.ok ? undefined : ((await answer.json()) as Problem);
}

/** What the form of a stop says of each line: what is to be paid, and what was used. */
function stoppedLines(form: FormData) {
  const said = [...form.keys()].flatMap((name) => (/^(owed|used)\./.test(name) ? [name.slice("owed.".length)] : []));
  return [...new Set(said)].map((lineId) => {
    const [owed, used] = [form.get(`owed.${lineId}`), form.get(`used.${lineId}`)];
    return { lineId, owedOre: oreOf(String(owed ?? "") || "0"), ...(used !== null && { used: Number(used) }) };
  });
}
