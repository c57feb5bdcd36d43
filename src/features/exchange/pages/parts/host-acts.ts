import { attempt, client, type Problem } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { ExchangeApi } from "../../routes.ts";

/** What was done, for the page that comes after. */
export type Did = "in" | "again" | "out" | "yes" | "no" | "duties" | "settled";

/** Which seat was to be given to whom, and why. */
export type WrittenGift = { of: string; how: string; reason: string };

type Outcome =
  | { did: Did; of: string; problem?: undefined; written?: undefined }
  | { did?: undefined; of: string; problem: Problem; written?: WrittenGift };

/** Carries out what a form at the front desk asks for. */
export async function carryOutAct(visit: Visit, space: string, form: FormData): Promise<Outcome> {
  const of = String(form.get("pass") ?? "");
  const passes = client<ExchangeApi>(visit)["day-passes"][":id"];
  const param = { id: of };
  const reason = String(form.get("reason") ?? "").trim() || undefined;
  switch (form.get("act")) {
    case "in": {
      const scan = { nonce: String(form.get("nonce")), scannedAt: visit.now.toString(), reason };
      const { done, problem } = await attempt(passes["check-in"].$put({ param, json: scan }));
      return problem ? { of, problem } : { of, did: done.isDouble ? "again" : "in" };
    }
    case "give": {
      const how = String(form.get("how") ?? "");
      const gift = {
        nonce: String(form.get("nonce")),
        reason,
        addSeat: how === "add",
        insteadOf: how === "add" ? undefined : how || undefined,
      };
      const { done, problem } = await attempt(passes.seat.$put({ param, json: gift }));
      if (problem) return { of, problem, written: { of, how, reason: reason ?? "" } };
      return { of, did: done.isDouble ? "again" : "in" };
    }
    case "out":
      return after("out", await attempt(passes["check-in"].undoing.$put({ param, json: { nonce: String(form.get("nonce")) } })));
    case "yes":
      return after("yes", await attempt(passes.answer.$put({ param, json: { accept: true } })));
    case "no":
      return after("no", await attempt(passes.answer.$put({ param, json: { accept: false, reason } })));
    case "duties":
      return after("duties", await saveDuties());
    case "settle":
      return after("settled", await settle());
    default:
      throw new Response(null, { status: 400 });
  }

  function after(did: Did, { problem }: { problem?: Problem | undefined }): Outcome {
    return problem ? { of, problem } : { of, did };
  }

  async function saveDuties(): Promise<{ problem?: Problem | undefined }> {
    const done = new Set(form.getAll("done").map(String));
    for (const dutyId of form.getAll("duty").map(String)) {
      const duty = { param: { ...param, dutyId }, json: { isDone: done.has(dutyId) } };
      const { problem } = await attempt(passes.duties[":dutyId"].$put(duty));
      if (problem) return { problem };
    }
    return {};
  }

  async function settle(): Promise<{ problem?: Problem | undefined }> {
    const scans = client<ExchangeApi>(visit).spaces[":id"].scans[":nonce"];
    const as = form.get("as") === "someone_else" ? "someone_else" : "same_person";
    for (const nonce of form.getAll("nonce").map(String)) {
      const { problem } = await attempt(scans.settlement.$put({ param: { id: space, nonce }, json: { as } }));
      if (problem) return { problem };
    }
    return {};
  }
}
