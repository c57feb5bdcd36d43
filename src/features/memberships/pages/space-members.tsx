import { type LoaderFunctionArgs, redirect } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { signedIn } from "../../../interface/visit.ts";
import type { SpaceApi } from "../../spaces/routes.ts";

/** Members belong to the organization that runs the space; this keeps the space's own address for them. */
export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id: given.params.space ?? "" } }));
  return redirect(`/${visit.language}/organizations/${space.organization.slug}/members?space=${space.slug}`, 302);
}
