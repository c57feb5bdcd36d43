import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client } from "../../../interface/api-client.ts";
import { oneOf, oreOf, type Written, wholeOf, writtenIn } from "../../../interface/form-values.ts";
import { signedIn } from "../../../interface/visit.ts";
import type { HireApi } from "../routes.ts";
import type { Refused } from "./hire-action.ts";

/** Saves rooms, an extra or conditions, as the pressed button says. */
export async function carryOutOffer(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const written = writtenIn(await given.request.formData());
  const act = oneOf(written, "act");
  const of = client<HireApi>(visit).spaces[":id"];
  const param = { id };
  const acts = {
    rooms: () => attempt(of["hire-rooms"].$put({ param, json: { rooms: written.room ?? [] } })),
    extra: () =>
      attempt(
        of["hire-extras"].$post({
          param,
          json: {
            names: textsOf(written, "name"),
            unit: oneOf(written, "unit") as "piece",
            priceOre: oreOf(oneOf(written, "price")),
            vatPercent: wholeOf(oneOf(written, "vat")) as 25,
          },
        }),
      ),
    withdraw: () => attempt(of["hire-extras"][":extraId"].$delete({ param: { id, extraId: oneOf(written, "extra") } })),
    terms: () =>
      attempt(
        of["hire-terms"].$post({
          param,
          json: {
            texts: textsOf(written, "text"),
            freeDays: wholeOf(oneOf(written, "freeDays")),
            feePercent: wholeOf(oneOf(written, "feePercent")),
            lettingHasVat: written.lettingHasVat !== undefined,
          },
        }),
      ),
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { problem } = await acts[act as keyof typeof acts]();
  if (!problem) throw redirect(`/${visit.language}/spaces/${id}/hires/offer?did=${act}`, 303);
  return data<Refused>({ act, problem, written }, { status: problem.status });
}

function textsOf(written: Written, name: string) {
  const languages = ["nb", "nn", "en"] as const;
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = oneOf(written, `${name}-${language}`).trim();
      return text ? [[language, text]] : [];
    }),
  );
}
