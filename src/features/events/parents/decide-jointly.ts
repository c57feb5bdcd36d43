import type pg from "pg";
import { allOrFirstError, decideTogether } from "../../../platform/claims/decided-together.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Answer, Register } from "../registering/command.ts";
import type { Outcome } from "../registering/decide.ts";
import { registrationDecision } from "../registering/registration-claims.ts";

/** What several registrations are told of as one. */
export interface Joint {
  id: string;
  parentId: string;
  /** Nothing is kept unless there is a place at each. */
  isAllOrNone: boolean;
}

/**
 * Decides several registrations of one person in one transaction: all that there is room for, or none unless all. Where somebody on
 * a list is to be asked first, or something is not answered that an event asks, nothing is kept, and the answers say where. A place somebody had already counts as had.
 */
export async function decideJointly(pool: pg.Pool, commands: Register[], joint: Joint): Promise<Answer[]> {
  const outcome = await decideTogether(pool, commands, {
    ...registrationDecision,
    decide(batch, facts) {
      const decided = registrationDecision.decide(batch, facts);
      const isHeldBack =
        decided.answers.some((answer) => answer.kind === "list first" || isUnanswered(answer)) ||
        (joint.isAllOrNone && !decided.answers.every(isAdmitted));
      return isHeldBack ? nothingOf(decided) : decided;
    },
    async write(client, decided) {
      // the first error is the one that says why: later ones only tell that the transaction is aborted
      await allOrFirstError([registrationDecision.write(client, decided), writeJoint(client, decided, joint)]);
    },
  });
  return outcome.answers;
}

/** Whether somebody has the place they asked for. */
export function isAdmitted(answer: Answer): boolean {
  return answer.kind === "done" && answer.registration.state !== "waiting" && answer.registration.state !== "cancelled";
}

/** Whether it was refused for what the event asks: that is answered first, and nothing is done until then. */
export function isUnanswered(answer: Answer): boolean {
  return answer.kind === "refused" && answer.refusal.code.startsWith("event_question.");
}

function nothingOf({ answers }: Outcome): Outcome {
  return { answers, created: [], changed: new Map(), tickets: [], quotas: new Map(), returned: [], owed: [], changes: [], answered: [] };
}

async function writeJoint(client: pg.ClientBase, { created }: Outcome, { id, parentId }: Joint): Promise<void> {
  const [first] = created;
  if (!first) return;
  const { personId, by, at } = first.command;
  const registrations = created.map(({ registration }) => ({ eventId: registration.eventId, registrationId: registration.id }));
  const payload = JSON.stringify({ jointId: id, parentId, personId, registrations });
  await allOrFirstError([
    client.query({ name: "joint_write", text: statements.joint, values: [id, parentId, personId, at, by] }),
    client.query({
      name: "joint_write_registrations",
      text: statements.registrations,
      values: [id, registrations.map(({ eventId }) => eventId), registrations.map(({ registrationId }) => registrationId)],
    }),
    client.query({ name: "joint_write_outbox", text: statements.outbox, values: [newId(), at, payload] }),
  ]);
}

const statements = {
  joint: "insert into joint_registrations (id, parent_id, person_id, registered_at, registered_by) values ($1, $2, $3, $4, $5)",
  registrations: `
    update registrations r set joint_id = $1 from unnest($2::uuid[], $3::uuid[]) k(event_id, id) where r.event_id = k.event_id and r.id = k.id`,
  outbox: `
    insert into outbox (id, happened_at, topic, organization_ids, payload)
    values ($1, $2, 'joint_registration.made', array(select organization_id from event_parent_hosts where parent_id = ($3::jsonb ->> 'parentId')::uuid), $3::jsonb)`,
};
