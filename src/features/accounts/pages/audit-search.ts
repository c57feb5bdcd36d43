import { client, read } from "../../../interface/api-client.ts";
import type { Visit } from "../../../interface/visit.ts";
import type { AccountsApi } from "../routes.ts";

const filters = ["organization", "actor", "subject", "action", "from", "to", "cursor"] as const;

/** What was asked for in the page's address, and the deeds that match. */
export async function searchDeeds(visit: Visit, request: Request, organization?: string) {
  const query = new URL(request.url).searchParams;
  const given = Object.fromEntries(filters.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? ""]] : [])));
  const asked: Partial<Record<(typeof filters)[number], string>> = { ...given, ...(organization && { organization }) };
  const found = await read(client<AccountsApi>(visit).audit.$get({ query: asked }));
  return { ...found, asked };
}

export type FoundDeeds = Awaited<ReturnType<typeof searchDeeds>>;
