import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
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
}

/** Adds a co-host by its name, or removes one. */
export async function changeHosts(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const id = given.params.event ?? "";
  const api = client<CoHostApi>(visit).events[":id"]["co-hosts"];
  const [act = "", subject = ""] = oneOf(written, "act").split(":");
  const name = oneOf(written, "organization");
  const refused = (message: string, status: number, field?: string) =>
    data<Refused>({ organization: name, message, ...(field !== undefined && { field }) }, { status });
  if (act === "remove") {
    const { problem } = await attempt(api[":organization"].$delete({ param: { id, organization: subject } }));
    if (problem) return refused(problem.title, problem.status);
    // who took themselves off reads the event's page, not this one
    throw redirect(oneOf(written, `own-${subject}`) ? `/${visit.language}/events/${id}` : `${pathOf(given)}?did=removed`, 303);
  }
  const organization = name === "" ? undefined : await slugOfName(name);
  if (organization === undefined) return refused(hostWords[visit.language].unknown, 400, "organization");
  const { problem } = await attempt(api.$post({ param: { id }, json: { organization } }));
  if (problem) return refused(problem.title, problem.status);
  throw redirect(`${pathOf(given)}?did=added`, 303);

  async function slugOfName(called: string): Promise<string | undefined> {
    const { items } = await read(client<OrganizationsApi>(visit).organizations.$get({ query: { limit: "200", q: called } }));
    return items.find((one) => one.name.toLowerCase() === called.toLowerCase() || one.slug === called)?.slug;
  }
}

function pathOf({ request }: ActionFunctionArgs): string {
  return new URL(request.url).pathname;
}
