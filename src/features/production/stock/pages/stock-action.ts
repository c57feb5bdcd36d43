import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../../interface/api-client.ts";
import { oreOf } from "../../../../interface/form-values.ts";
import { signedIn } from "../../../../interface/visit.ts";
import type { StockApi } from "../routes.ts";

/** What came of a form that was not done, with what was written in it. */
export type Refused = { act: string; problem: Problem; values: Record<string, string> };

/** Adds material, changes it or records what happened to it, as the pressed button says. */
export async function carryOut(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const act = text("act");
  const consumables = client<StockApi>(visit).spaces[":id"].consumables;
  const [id, consumableId] = [given.params.space ?? "", given.params.consumable ?? ""];
  const lowAt = text("lowAt") === "" ? null : Number(text("lowAt"));
  const fields = { name: text("name"), unit: text("unit"), priceOre: oreOf(text("priceOre")), lowAt };
  const acts = {
    added: () => attempt(consumables.$post({ param: { id }, json: { ...fields, inStock: Number(text("inStock")) } })),
    changed: () => attempt(consumables[":consumableId"].$patch({ param: { id, consumableId }, json: fields })),
    recorded: () => {
      const json = { kind: text("kind") as "received", amount: amountOf(text("amount")), ...(text("note") && { note: text("note") }) };
      return attempt(consumables[":consumableId"].movements.$post({ param: { id, consumableId }, json }));
    },
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { problem } = await acts[act as keyof typeof acts]();
  if (!problem) throw redirect(`${new URL(given.request.url).pathname}?did=${act}`, 303);
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  return data<Refused>({ act, problem, values }, { status: problem.status });
}

// nothing written is no amount: a count of nothing would empty the stock
function amountOf(written: string): number {
  return written === "" ? Number.NaN : Number(written.replace(/\s/g, ""));
}
