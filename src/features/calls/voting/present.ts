import type { Actor } from "../../../platform/access/actor.ts";
import { mayRunCall } from "../policy.ts";
import type { readBallot } from "./read-ballot.ts";

export function presentBallot({ call, state, candidates, total, awarded, ticket }: Awaited<ReturnType<typeof readBallot>>, actor: Actor) {
  return {
    call: { id: call.id, slug: call.slug, title: call.titles, organization: call.organization_name },
    event:
      call.event_id && call.event_slug && call.event_titles ? { id: call.event_id, slug: call.event_slug, title: call.event_titles } : null,
    sponsors: call.sponsors,
    ...{ state, candidates, total, awarded, ticket },
    abilities: { run: mayRunCall(actor, call.organization_id) },
  };
}
