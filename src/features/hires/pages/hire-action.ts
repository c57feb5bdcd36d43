import { type ActionFunctionArgs, data, redirect } from "react-router";
import type { z } from "zod";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { laterBy, momentAt, oneOf, oreOf, type Written, wholeOf, writtenIn } from "../../../interface/form-values.ts";
import { signedIn, visitOf } from "../../../interface/visit.ts";
import type { HireApi } from "../routes.ts";
import type { hire } from "../shapes.ts";
import { quoteLinesIn } from "./quote-lines.ts";

/** A hire as the API shows it to one of its sides. */
export type ShownHire = z.infer<typeof hire>;

/** What came of a form when it was not done: what was written stays. */
export type Refused = { act: string; problem: Problem; written: Written };

type Act = () => Promise<{ problem?: Problem | undefined }>;

/** What whoever asked does on the page of the secret link. */
export async function carryOutForHirer(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const { secret = "" } = given.params;
  const written = writtenIn(await given.request.formData());
  const api = client<HireApi>(visit)["hire-links"][":secret"];
  const param = { secret };
  const reason = reasonIn(written);
  return done(given, written, {
    prove: () => attempt(api.proof.$put({ param })),
    // who has not ticked has accepted no version
    accept: () =>
      attempt(api.acceptance.$put({ param, json: { termsVersion: written.terms ? wholeOf(oneOf(written, "terms")) : Number.NaN } })),
    withdraw: () => attempt(api.withdrawal.$put({ param, json: reason })),
    cancel: () => attempt(api.cancellation.$put({ param, json: reason })),
    message: () => attempt(api.messages.$post({ param, json: { text: oneOf(written, "text") } })),
  });
}

/** What the house does on the page of a hire. */
export async function carryOutForHouse(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const api = client<HireApi>(visit).hires[":id"];
  const param = { id: given.params.hire ?? "" };
  const json = { reason: oneOf(written, "reason").trim() };
  return done(given, written, {
    quote: () => attempt(api.quote.$put({ param, json: quoteIn(written) })),
    "take-back": () => attempt(api.quote.$delete({ param })),
    decline: () => attempt(api.declination.$put({ param, json })),
    cancel: () => attempt(api.cancellation.$put({ param, json })),
    move: () => attempt(api.time.$put({ param, json: { ...json, ...newTimeIn(written), isWished: written.isWished !== undefined } })),
    message: () => attempt(api.messages.$post({ param, json: { text: oneOf(written, "text") } })),
  });
}

// as long as it was
function newTimeIn(written: Written) {
  const startsAt = momentAt(oneOf(written, "day"), oneOf(written, "from"), oneOf(written, "timeZone"));
  return { startsAt, endsAt: laterBy(startsAt, wholeOf(oneOf(written, "minutes"))) };
}

async function done(given: ActionFunctionArgs, written: Written, acts: Record<string, Act>) {
  const act = oneOf(written, "act");
  const carry = acts[act];
  if (!carry) throw new Response(null, { status: 400 });
  const { problem } = await carry();
  if (!problem) throw redirect(`${new URL(given.request.url).pathname}?did=${act}`, 303);
  return data<Refused>({ act, problem, written }, { status: problem.status });
}

function reasonIn(written: Written) {
  const reason = oneOf(written, "reason").trim();
  return reason ? { reason } : {};
}

function quoteIn(written: Written) {
  const zone = oneOf(written, "timeZone");
  const at = (day: string, time: string) => momentAt(oneOf(written, day), oneOf(written, time), zone);
  const discountReason = oneOf(written, "discountReason").trim();
  return {
    rooms: written.room ?? [],
    startsAt: at("day", "from"),
    endsAt: at("day", "to"),
    lines: quoteLinesIn(written, oreOf),
    discountPercent: wholeOf(oneOf(written, "discountPercent") || "0"),
    ...(discountReason && { discountReason }),
    validUntil: at("validDay", "validTime"),
  };
}
