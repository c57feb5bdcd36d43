import { client, read, readAll } from "../../../interface/api-client.ts";
import type { Visit } from "../../../interface/visit.ts";
import type { AccountsApi } from "../../accounts/routes.ts";
import type { AgendaApi } from "../agenda/routes.ts";
import type { PartnerApi } from "../partners/routes.ts";
import type { EventApi } from "../routes.ts";

/** An event with its programme, what the reader has there, and the organizations the reader may register for. */
export async function loadEvent(visit: Visit, idOrSlug: string) {
  const api = client<EventApi>(visit);
  const isKnown = visit.actor.kind === "person";
  const [event, agenda, partners, own, me] = await Promise.all([
    read(api.events[":id"].$get({ param: { id: idOrSlug } })),
    read(client<AgendaApi>(visit).events[":id"].sessions.$get({ param: { id: idOrSlug } })),
    read(client<PartnerApi>(visit).events[":id"].partners.$get({ param: { id: idOrSlug } })),
    isKnown ? readAll((page) => api.me.registrations.$get({ query: { event: idOrSlug, ...page } })) : undefined,
    isKnown ? read(client<AccountsApi>(visit).me.$get()) : undefined,
  ]);
  const registrations = (own ?? []).filter(({ state }) => state !== "cancelled");
  const organizations = new Map((me?.positions ?? []).map(({ organization }) => [organization.id, organization.name]));
  return { event, agenda, partners, registrations, payers: [...organizations].map(([id, name]) => ({ id, name })) };
}

export type Loaded = Awaited<ReturnType<typeof loadEvent>>;
export type ShownEvent = Loaded["event"];
export type ShownType = ShownEvent["ticketTypes"][number];
export type ShownRegistration = Loaded["registrations"][number];
