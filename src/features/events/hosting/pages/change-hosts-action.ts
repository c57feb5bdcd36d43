import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../../interface/api-client.ts";
import { oneOf, writtenIn } from "../../../../interface/form-values.ts";
import { signedIn } from "../../../../interface/visit.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import type { CoHostApi } from "../routes.ts";
import { hostWords } from "./host-words.ts";

/** What the page shows when nothing was saved; the field, when it is one. */
export interface Refused {
  organization: string;
  message: string;
  field?: string;
  /** Where the choice stood of what it is for. */
  scope: string;
  problem?: Problem;
}

/** Adds a co-host by its name, or removes one. */
export async function changeHosts(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const id = given.params.event ?? "";
  const api = client<CoHostApi>(visit).events[":id"]["co-hosts"];
  const [act = "", subject = ""] = oneOf(written, "act").split(":");
  const name = oneOf(written, "organization");
  const scope = oneOf(written, act === "remove" ? "scope-remove" : "scope-add");
  const isForAll = scope === "alike";
  const did = isForAll ? "Alike" : "";
  const refused = ({ problem, ...what }: { message: string; field?: string; problem?: Problem }, status: number) =>
    data<Refused>({ organization: name, scope, ...what, ...(problem && { problem }) }, { status });
  if (act === "remove") {
    const param = { id, organization: subject };
    const { problem } = isForAll
      ? await attempt(api[":organization"].alike.$delete({ param }))
      : await attempt(api[":organization"].$delete({ param }));
    if (problem) return refused({ message: problem.title, problem }, problem.status);
    // who took themselves off reads the event's page, not this one
    throw redirect(oneOf(written, `own-${subject}`) ? `/${visit.language}/events/${id}` : `${pathOf(given)}?did=removed${did}`, 303);
  }
  const organization = name === "" ? undefined : await slugOfName(name);
  if (organization === undefined) return refused({ message: hostWords[visit.language].unknown, field: "organization" }, 400);
  const request = { param: { id }, json: { organization } };
  const { problem } = isForAll ? await attempt(api.alike.$post(request)) : await attempt(api.$post(request));
  if (problem) return refused({ message: problem.title, problem }, problem.status);
  throw redirect(`${pathOf(given)}?did=added${did}`, 303);

  async function slugOfName(called: string): Promise<string | undefined> {
    const { items } = await read(client<OrganizationsApi>(visit).organizations.$get({ query: { limit: "200", q: called } }));
    return items.find((one) => one.name.toLowerCase() === called.toLowerCase() || one.slug === called)?.slug;
  }
}

function pathOf({ request }: ActionFunctionArgs): string {
  return new URL(request.url).pathname;
}
