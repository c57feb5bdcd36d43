import { type Actor, isPerson } from "../../../platform/access/actor.ts";
import { mayTeach } from "./policy.ts";
import type { InductionRow, SignUpRow } from "./queries.ts";

/** A course as the actor may see it: who comes is for the desk. */
export function presentInduction(row: InductionRow, signUps: readonly SignUpRow[], actor: Actor, now: Temporal.Instant) {
  const isDesk = mayTeach(actor, row.host_id);
  const own = signUps.filter(({ induction_id }) => induction_id === row.id);
  const isMine = own.some(({ person_id }) => isPerson(actor, person_id));
  const hasBegun = Temporal.Instant.compare(row.starts_at, now) <= 0;
  const state = stateOf(row, hasBegun);
  return {
    id: row.id,
    bookingId: row.booking_id,
    space: { id: row.space_id, slug: row.space_slug, name: row.space_name, timeZone: row.time_zone },
    resource: { id: row.resource_id, name: row.resource_name },
    certification: { id: row.certification_id, names: row.certification_names },
    level: row.level,
    startsAt: row.starts_at.toString(),
    endsAt: row.ends_at.toString(),
    instructor: row.instructor,
    places: row.places,
    placesLeft: row.places - row.taken,
    note: row.note,
    state,
    isMine,
    signUps: isDesk
      ? own.map((one) => ({ personId: one.person_id, name: one.name, signedUpAt: one.signed_up_at.toString(), outcome: one.outcome }))
      : null,
    abilities: {
      signUp: actor.kind === "person" && !isMine && state === "open",
      signOff: isMine && (state === "open" || state === "full"),
      settle: isDesk && state === "begun",
      cancel: isDesk && (state === "open" || state === "full"),
    },
  };
}

function stateOf(row: InductionRow, hasBegun: boolean): "open" | "full" | "begun" | "cancelled" {
  if (row.is_cancelled) return "cancelled";
  if (hasBegun) return "begun";
  return row.taken < row.places ? "open" : "full";
}
