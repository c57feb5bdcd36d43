import { type SqlBool, sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import type { SigningKeys } from "../../exchange/index.ts";
import { mayRunCall } from "../policy.ts";
import { type CallRow, findCall, lockCall } from "../queries.ts";
import { seenCall } from "../read-call.ts";
import { votingRefusals } from "./refusals.ts";
import { findVotingTicket, readShown } from "./ticket.ts";

/**
 * Votes with a ticket somebody came in on: once, and changed as long as the vote is open. The log says that a ticket was used, and not
 * for whom. @throws Refusal voting.not_open, voting.unknown_ticket, voting.not_checked_in, voting.not_on_ballot
 */
export async function castVote(
  { db, now }: Installation,
  keys: SigningKeys,
  actor: Actor,
  idOrSlug: string,
  given: { ticket: string; submissionId: string },
): Promise<void> {
  const [known, shown, at] = [await seenCall(db, actor, idOrSlug), await readShown(keys, given.ticket), now()];
  await db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, known.id, "to rely on");
    if (!isVoteOpen(call) || call.event_id === null) throw votingRefusals.notOpen();
    const ticket = await findVotingTicket(tx, call.event_id, shown);
    if (!ticket) throw votingRefusals.unknownTicket();
    if (!ticket.isCheckedIn) throw votingRefusals.notCheckedIn();
    if (!call.ballot.includes(given.submissionId)) throw votingRefusals.notOnBallot();
    const vote = { submission_id: given.submissionId, voted_at: at };
    await tx
      .insertInto("audience_votes")
      .values({ event_id: call.event_id, call_id: call.id, ticket_id: ticket.id, ...vote })
      .onConflict((conflict) => conflict.constraint("audience_votes_once").doUpdateSet(vote))
      .execute();
    const subject = { kind: "ticket", id: ticket.id };
    await audit(tx, { actor, at, action: "ticket.vote", subject, organizationId: call.organization_id, details: { callId: call.id } });
  });
}

/**
 * Opens the vote between those on the shortlist, or those that are named, or closes it. @throws Refusal voting.no_event,
 * voting.too_few_to_choose, voting.ballot_stands
 */
export async function setVoteWindow(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  { isOpen, ballot }: { isOpen: boolean; ballot?: string[] | undefined },
): Promise<string> {
  const known = await findCall(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunCall(actor, known.organization_id));
  const [{ id, organization_id: organizationId }, at] = [found(known), now()];
  await db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, id, "to change");
    if (isOpen === isVoteOpen(call) && ballot === undefined) return;
    const change = isOpen ? await opening(tx, call, ballot, at) : { vote_closed_at: at };
    if (!isOpen && !isVoteOpen(call)) return;
    await tx.updateTable("calls").set(change).where("id", "=", id).execute();
    const action = isOpen ? "call.open_vote" : "call.close_vote";
    await audit(tx, { actor, at, action, subject: { kind: "call", id }, organizationId });
    const topic = isOpen ? "call.vote_opened" : "call.vote_closed";
    await announce(tx, [{ at, topic, organizationIds: [organizationId], payload: { callId: id } }]);
  });
  return id;
}

export function isVoteOpen(call: Pick<CallRow, "vote_opened_at" | "vote_closed_at">): boolean {
  return call.vote_opened_at !== null && call.vote_closed_at === null;
}

async function opening(tx: Tx, call: CallRow, asked: string[] | undefined, at: Temporal.Instant) {
  if (call.event_id === null) throw votingRefusals.noEvent();
  const hasVotes = (await countVotes(tx, call)).length > 0;
  const ballot = asked ?? (call.ballot.length > 0 ? call.ballot : await shortlist(tx, call.id));
  const isSame = ballot.length === call.ballot.length && ballot.every((id) => call.ballot.includes(id));
  if (hasVotes && !isSame) throw votingRefusals.ballotStands();
  const there = await tx
    .selectFrom("submissions")
    .select("id")
    .where("call_id", "=", call.id)
    .where("state", "=", "submitted")
    .where("id", "in", [call.id, ...ballot])
    .execute();
  if (there.length !== new Set(ballot).size) throw votingRefusals.notOnBallot();
  if (there.length < 2) throw votingRefusals.tooFewToChoose();
  return { ballot, vote_opened_at: call.vote_opened_at ?? at, vote_closed_at: null };
}

async function shortlist(tx: Tx, callId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("submissions as s")
    .select("s.id")
    .where("s.call_id", "=", callId)
    .where("s.state", "=", "submitted")
    .where(
      sql<SqlBool>`(select d.outcome from call_decisions d where d.submission_id = s.id order by d.number desc limit 1) in ('shortlisted', 'awarded')`,
    )
    .orderBy("s.delivered_title")
    .orderBy("s.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** How many tickets voted for each: those that are still good, and that somebody came in on. */
export async function countVotes(db: Db, { id, event_id: eventId }: Pick<CallRow, "id" | "event_id">) {
  if (eventId === null) return [];
  return db
    .selectFrom("audience_votes as v")
    .innerJoin("tickets as k", (join) => join.onRef("k.event_id", "=", "v.event_id").onRef("k.id", "=", "v.ticket_id"))
    .select(["v.submission_id", sql<number>`count(*)::integer`.as("votes")])
    .where("v.event_id", "=", eventId)
    .where("v.call_id", "=", id)
    .where("k.is_cancelled", "=", false)
    .where("k.checked_in_at", "is not", null)
    .groupBy("v.submission_id")
    .execute();
}
