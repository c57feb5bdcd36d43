import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { oneOf, oreOf, type Written } from "../../../interface/form-values.ts";
import type { Visit } from "../../../interface/visit.ts";
import type { Asker } from "../introductions/introduction.ts";
import type { IntroductionApi } from "../introductions/routes.ts";
import type { Instrument } from "../raises/raise.ts";

/** Writes down, confirms or strikes a closing, as its forms ask for. */
export async function closingByForm(
  visit: Visit,
  raiseId: string,
  written: Written,
  side: Asker,
): Promise<{ problem?: Problem | undefined }> {
  const of = client<IntroductionApi>(visit);
  const param = { id: oneOf(written, "closing") };
  const act = oneOf(written, "act");
  if (act === "confirm") return await attempt(of.closings[":id"].confirmation.$put({ param }));
  if (act === "strike") return await attempt(of.closings[":id"].striking.$put({ param, json: { reason: oneOf(written, "reason") } }));
  const [profile, investorName] = [oneOf(written, "profile"), oneOf(written, "investorName")];
  const json = {
    side,
    ...(profile ? { profile } : { investorName }),
    closedOn: oneOf(written, "closedOn"),
    amountOre: oreOf(oneOf(written, "amountOre")),
    instrument: oneOf(written, "instrument") as Instrument,
  };
  return await attempt(of.raises[":id"].closings.$post({ param: { id: raiseId }, json }));
}
