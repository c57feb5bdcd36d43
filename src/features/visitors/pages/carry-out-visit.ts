import { attempt, client } from "../../../interface/api-client.ts";
import type { Visit } from "../../../interface/visit.ts";
import { idField } from "../../../platform/http/fields.ts";
import type { VisitorApi } from "../routes.ts";

/** What was done, for the page that comes after. */
export const deeds = ["announced", "changed", "cancelled", "in", "out", "name"] as const;
export type Did = (typeof deeds)[number];

/** Lets a visitor in or out, or calls the visit off, as a form asks. */
export async function carryOutVisit(visit: Visit, form: FormData) {
  const param = { id: String(form.get("visit") ?? "") };
  if (!idField.safeParse(param.id).success) throw new Response(null, { status: 400 });
  const visits = client<VisitorApi>(visit).visits[":id"];
  switch (form.get("act")) {
    case "in":
      return { did: "in" as const, ...(await attempt(visits.arrival.$put({ param }))) };
    case "out":
      return { did: "out" as const, ...(await attempt(visits.departure.$put({ param }))) };
    case "cancel":
      return { did: "cancelled" as const, ...(await attempt(visits.cancellation.$put({ param }))) };
    default:
      throw new Response(null, { status: 400 });
  }
}

export function readDid(search: URLSearchParams): Did | undefined {
  return deeds.find((deed) => deed === search.get("did"));
}
