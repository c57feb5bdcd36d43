import type { Actor } from "../../../platform/access/actor.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { SigningKeys } from "../../exchange/index.ts";
import { awardedOf, type CallRow } from "../queries.ts";
import { seenCall } from "../read-call.ts";
import { findVotingTicket, readShown } from "./ticket.ts";
import { countVotes, isVoteOpen } from "./vote.ts";

/** What stands on the ballot, how many have voted, and for whom once the vote is closed; with a ticket, what it voted. */
export async function readBallot(db: Db, keys: SigningKeys, actor: Actor, idOrSlug: string, shown: string | undefined) {
  const call = await seenCall(db, actor, idOrSlug);
  const [titles, votes, awarded, ticket] = await Promise.all([
    titlesOf(db, call),
    countVotes(db, call),
    call.kind === "award" ? awardedOf(db, call.id) : [],
    shown === undefined || call.event_id === null ? undefined : findVotingTicket(db, call.event_id, await readShown(keys, shown)),
  ]);
  const own = ticket && (await voteOf(db, call, ticket.id));
  const state = call.vote_opened_at === null ? ("not_yet" as const) : isVoteOpen(call) ? ("open" as const) : ("closed" as const);
  const of = new Map(votes.map((row) => [row.submission_id, row.votes]));
  const total = votes.reduce((sum, row) => sum + row.votes, 0);
  const candidates = titles.map(({ id, title }) => ({ id, title, votes: state === "closed" ? (of.get(id) ?? 0) : null }));
  return {
    call,
    state,
    // nobody is led by the others: the figures come when it has closed
    candidates: state === "closed" ? candidates.toSorted((one, other) => (other.votes ?? 0) - (one.votes ?? 0)) : candidates,
    total,
    awarded,
    ticket:
      shown === undefined ? null : { isKnown: ticket !== undefined, isCheckedIn: ticket?.isCheckedIn ?? false, votedFor: own ?? null },
  };
}

async function titlesOf(db: Db, { ballot }: CallRow): Promise<{ id: string; title: string }[]> {
  if (ballot.length === 0) return [];
  const rows = await db.selectFrom("submissions").select(["id", "delivered_title"]).where("id", "in", ballot).execute();
  const known = new Map(rows.map(({ id, delivered_title }) => [id, delivered_title ?? ""]));
  return ballot.map((id) => ({ id, title: known.get(id) ?? "" }));
}

async function voteOf(db: Db, { id, event_id: eventId }: CallRow, ticketId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("audience_votes")
    .select("submission_id")
    .where("event_id", "=", eventId ?? "")
    .where("call_id", "=", id)
    .where("ticket_id", "=", ticketId)
    .executeTakeFirst();
  return row?.submission_id;
}
