import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, readAll } from "../../../../interface/api-client.ts";
import { oneOf, type Written, wholeOf, writtenIn } from "../../../../interface/form-values.ts";
import { signedIn } from "../../../../interface/visit.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import type { ExposureKind, PartnerLevel } from "../partner.ts";
import type { PartnerApi } from "../routes.ts";

export interface Refused {
  written: Written;
  problem: Problem;
  errors: { field: string; message: string }[];
}

/** Adds a partner, takes one off, or writes down what one was shown on, as the pressed button says. */
export async function changePartners(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const text = (name: string) => oneOf(written, name);
  const { pathname } = new URL(given.request.url);
  const api = client<PartnerApi>(visit);
  const [act = "", subject = ""] = text("act").split(":");
  const { did, problem } = await carryOut();
  if (problem) {
    const errors = (problem.errors ?? []).map(({ field, message }) => ({ field: field === "seenBy" ? "count" : field, message }));
    return data<Refused>({ written, problem, errors }, { status: problem.status });
  }
  throw redirect(`${pathname}?did=${did}`, 303);

  async function carryOut() {
    if (act === "end") return { did: "ended", ...(await attempt(api["event-partners"][":id"].$delete({ param: { id: subject } }))) };
    if (act === "show") {
      const json = {
        kind: text("kind") as ExposureKind,
        shownOn: text("shownOn"),
        ...(text("count") && { seenBy: wholeOf(text("count")) }),
        ...(text("note") && { note: text("note") }),
      };
      return { did: "shown", ...(await attempt(api["event-partners"][":id"].exposures.$post({ param: { id: text("partner") }, json }))) };
    }
    const organization = await slugOfName(text("name"));
    const json = {
      ...(organization ? { organization } : { name: text("name") }),
      ...(text("website") && { website: text("website") }),
      level: text("level") as PartnerLevel,
    };
    const { event, parent } = given.params;
    const added =
      event !== undefined
        ? await attempt(api.events[":id"].partners.$post({ param: { id: event }, json }))
        : await attempt(api["event-parents"][":id"].partners.$post({ param: { id: parent ?? "" }, json }));
    return { did: "added", ...added };
  }

  async function slugOfName(name: string): Promise<string | undefined> {
    const alike = await readAll((page) => client<OrganizationsApi>(visit).organizations.$get({ query: { q: name, ...page } }));
    return alike.find((one) => one.name.toLowerCase() === name.toLowerCase())?.slug;
  }
}
