import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { oneOf, type Written } from "../../../interface/form-values.ts";
import type { Visit } from "../../../interface/visit.ts";
import type { IntroductionApi } from "../introductions/routes.ts";
import type { GivenTier } from "../raises/tier.ts";
import type { InvestorApi } from "../routes.ts";
import { closingByForm } from "./closing-action.ts";

/** What the forms of a raise's own page ask for. What is none of it is refused as an unknown page. */
export async function recordByForm(visit: Visit, id: string, written: Written): Promise<{ problem?: Problem | undefined }> {
  const param = { id };
  const raise = client<InvestorApi>(visit).raises[":id"];
  const profile = oneOf(written, "profile");
  switch (oneOf(written, "act")) {
    case "share":
      return await attempt(raise.publication.$put({ param }));
    case "end":
      return await attempt(raise.ending.$put({ param }));
    case "tell": {
      const tier = oneOf(written, "tier") as GivenTier;
      return await attempt(raise.consents.$post({ param, json: { tier, ...(profile && { profile }) } }));
    }
    case "take-back":
      return await attempt(
        client<InvestorApi>(visit)["raise-consents"][":id"].withdrawal.$put({ param: { id: oneOf(written, "consent") } }),
      );
    case "ask":
      return await attempt(client<IntroductionApi>(visit).raises[":id"].introductions.$post({ param, json: { side: "startup", profile } }));
    case "enter":
    case "confirm":
    case "strike":
      return await closingByForm(visit, id, written, "startup");
    default:
      throw new Response(null, { status: 404 });
  }
}
