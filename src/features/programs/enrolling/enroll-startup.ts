import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import {
  enterOrganizations,
  findOrganization,
  freeSlug,
  organizationRefusals,
  readOrganizationNumber,
  slugOf,
  slugsLike,
} from "../../organizations/index.ts";
import { mayRunProgram } from "../policy.ts";
import { findProgram } from "../queries.ts";
import { programRefusals } from "../refusals.ts";
import { requireDays } from "./check-days.ts";

export interface Baseline {
  fte: number | null;
  heads: number | null;
  turnover: number | null;
}

export interface NewEnrollment {
  organization?: string | undefined;
  organizationNumber?: string | undefined;
  name?: string | undefined;
  legalForm?: string | undefined;
  intake: Day;
  adviserEmail?: string | undefined;
  baseline?: Baseline | undefined;
}

/**
 * Takes a startup into a program. An organization number nobody knows yet adds the organization.
 * @returns the id of the enrollment. @throws Refusal program.enrolled_already, program.name_needed, program.unknown_adviser
 */
export async function enrollStartup({ db, now }: Installation, actor: Actor, idOrSlug: string, given: NewEnrollment): Promise<string> {
  const [id, at] = [newId(), now()];
  const today = dayIn(at, "Europe/Oslo");
  const program = await findProgram(db, idOrSlug);
  authorize(actor, program !== undefined && mayRunProgram(actor, program.organizationId));
  const { id: programId, organizationId: ownerId } = found(program);
  requireDays({ intake: given.intake, exit: null, exitType: "active", lastEvidence: null }, today);
  const adviserId = given.adviserEmail === undefined ? null : await adviserBy(db, given.adviserEmail);
  await db.transaction().execute(async (tx) => {
    const startupId = await startupOf(tx, actor, given, { ownerId, at, today });
    await tx
      .insertInto("enrollments")
      .values({
        id,
        program_id: programId,
        organization_id: startupId,
        legal_form: given.legalForm ?? null,
        intake_on: given.intake,
        adviser_id: adviserId,
        ...baselineColumns(given.baseline),
        created_at: at,
      })
      .execute();
    const subject = { kind: "enrollment", id };
    await audit(tx, { actor, at, action: "program.enroll", subject, organizationId: ownerId, details: { programId, startupId } });
    const organizationIds = [ownerId, startupId];
    await announce(tx, [{ at, topic: "program.enrolled", organizationIds, payload: { programId, enrollmentId: id } }]);
  });
  return id;
}

export function baselineColumns(baseline: Baseline | undefined) {
  if (!baseline) return {};
  return { baseline_fte: baseline.fte, baseline_heads: baseline.heads, baseline_turnover_kroner: baseline.turnover };
}

/** The person with this address. @throws Refusal program.unknown_adviser */
export async function adviserBy(db: Db, email: string): Promise<string> {
  const person = await db
    .selectFrom("people")
    .select("id")
    .where("email", "=", email.toLowerCase())
    .where("erased_at", "is", null)
    .executeTakeFirst();
  if (!person) throw programRefusals.unknownAdviser();
  return person.id;
}

async function startupOf(
  tx: Tx,
  actor: Actor,
  { organization, organizationNumber, name, legalForm }: NewEnrollment,
  { ownerId, at, today }: { ownerId: string; at: Temporal.Instant; today: Day },
): Promise<string> {
  if (organization !== undefined) return found(await findOrganization(tx, actor, organization, today)).id;
  const number = readOrganizationNumber(organizationNumber ?? "");
  if (number === undefined) throw organizationRefusals.wrongNumber();
  const known = await tx.selectFrom("organizations").select("id").where("organization_number", "=", number).executeTakeFirst();
  if (known) return known.id;
  if (name === undefined) throw programRefusals.nameNeeded();
  const id = newId();
  const slug = freeSlug(slugOf(name), await slugsLike(tx, slugOf(name)));
  const by = { actor, organizationId: ownerId, at, kind: "startup" as const };
  await enterOrganizations(tx, by, [{ id, slug, name, organizationNumber: number, legalForm: legalForm ?? null }]);
  return id;
}
