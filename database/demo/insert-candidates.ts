import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt, pastMoment } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

/** The recruiting board: candidates, every move with its reason, and notes. Lists are in order of ids, so ids carry their moment. */
export async function insertCandidates(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const calendar = calendarAt(now);
  const network_id = network.id;
  const person = (email: string | null) => network.people.get(email ?? "")?.id ?? null;
  const moment = (day: string, time: string) => pastMoment(resolveDay(day, calendar), time, now);
  const memberships = await tx
    .selectFrom("memberships")
    .select(["id", "member_organization_id"])
    .where("organization_id", "=", network_id)
    .where("member_organization_id", "is not", null)
    .execute();
  const candidates = demo.candidates.map((one) => ({
    ...one,
    moves: one.history.map((move, index) => ({
      ...move,
      from: one.history[index - 1]?.to ?? null,
      at: moment(move.on, `${10 + index}:15`),
    })),
    organizationId: network.organizations.get(one.slug) ?? "",
    id: newId(moment(one.history[0]?.on ?? "0", "10:15").epochMilliseconds),
  }));

  await insertAll(
    tx,
    "candidates",
    candidates.map((one) => ({
      id: one.id,
      network_id,
      organization_id: one.organizationId,
      stage: one.stage,
      town: one.town,
      desks: one.desks,
      next_step: one.nextStep,
      next_step_on: one.nextStepOn ? resolveDay(one.nextStepOn, calendar).toString() : null,
      next_step_at: one.nextStepAt ?? null,
      owner_id: person(one.owner),
      created_at: one.moves[0]?.at ?? now,
    })),
  );
  await insertAll(
    tx,
    "stage_changes",
    candidates.flatMap((one) =>
      one.moves.map(({ from, to, at, by, reason }) => ({
        id: newId(at.epochMilliseconds),
        candidate_id: one.id,
        network_id,
        from_stage: from,
        to_stage: to,
        reason,
        changed_at: at,
        changed_by: person(by),
        membership_id: to === "member" ? (memberships.find((row) => row.member_organization_id === one.organizationId)?.id ?? null) : null,
      })),
    ),
  );
  await insertAll(
    tx,
    "candidate_notes",
    candidates.flatMap((one) =>
      one.notes.map(({ on, by, text }, index) => {
        const written_at = moment(on, `13:${10 + index}`);
        return { id: newId(written_at.epochMilliseconds), candidate_id: one.id, written_at, written_by: person(by), note: text };
      }),
    ),
  );
}
