import type { Actor } from "../../platform/access/actor.ts";
import type { Language } from "../../platform/language/language.ts";
import { dayIn } from "../../platform/time/day.ts";
import { momentsOf } from "./keep-visit.ts";
import { mayKeepVisit } from "./policy.ts";
import type { VisitRow } from "./queries.ts";
import { stateOf } from "./visit.ts";

/** A visit as those who receive it see it. */
export function presentVisit(row: VisitRow, actor: Actor, now: Temporal.Instant) {
  const today = dayIn(now, row.time_zone);
  const state = stateOf(momentsOf(row), today);
  const mayKeep = mayKeepVisit(actor, row);
  return {
    id: row.id,
    space: { slug: row.space_slug, name: row.space_name, timeZone: row.time_zone },
    name: row.name,
    organization: row.organization_name,
    email: row.email,
    language: row.language as Language,
    visited: row.visited_id === null ? null : { id: row.visited_id, name: row.visited_name ?? "" },
    askedFor: row.asked_for,
    booking: row.booking_id === null ? null : { id: row.booking_id, room: row.room },
    day: row.day,
    expectedAt: row.expected_at.toString(),
    isAnnounced: row.is_announced,
    code: row.code,
    state,
    arrivedAt: row.arrived_at?.toString() ?? null,
    leftAt: row.left_at?.toString() ?? null,
    version: row.version,
    abilities: {
      change: mayKeep && state === "expected",
      cancel: mayKeep && state === "expected",
      letIn: mayKeep && state === "expected" && row.day === today,
      signOut: mayKeep && state === "arrived",
      printBadge: mayKeep && (state === "expected" || state === "arrived"),
    },
  };
}
