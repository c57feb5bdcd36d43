import type { z } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { freeSlug, slugOf, slugsLike } from "../organizations/index.ts";
import { type CandidateRow, findCandidate, isMunicipality } from "./candidate-queries.ts";
import type { addCandidate as contract } from "./candidates-contract.ts";
import { findNamedOrganization, findOrganizationToEnter } from "./member-queries.ts";
import { nextStepOf } from "./next-step.ts";
import { mayRecruit } from "./policy.ts";
import { candidateRefusals, membershipRefusals } from "./refusals.ts";

type Given = z.infer<(typeof contract)["request"]["body"]["content"]["application/json"]["schema"]>;

/** Puts a place on the board as a prospect. A place nobody knew becomes an organization that only the network sees. */
export async function addCandidate({ db, now }: Installation, actor: Actor, networkSlug: string, given: Given): Promise<CandidateRow> {
  const network = await findNamedOrganization(db, networkSlug);
  authorize(actor, network !== undefined && mayRecruit(actor, network));
  const { id: networkId } = found(network);
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  return db.transaction().execute(async (tx) => {
    const organizationId =
      given.organization === undefined
        ? await newOrganization(tx, at, today, networkId, given)
        : await knownOrganization(tx, actor, today, networkId, given.organization);
    const id = newId();
    const step = await nextStepOf(tx, networkId, given, today);
    await tx
      .insertInto("candidates")
      .values({
        id,
        network_id: networkId,
        organization_id: organizationId,
        stage: "prospect",
        town: given.town,
        desks: given.desks,
        ...step,
        created_at: at,
      })
      .execute();
    await tx
      .insertInto("stage_changes")
      .values({
        id: newId(),
        candidate_id: id,
        network_id: networkId,
        to_stage: "prospect",
        reason: given.reason,
        changed_at: at,
        changed_by: actor.personId,
      })
      .execute();
    await audit(tx, { actor, at, action: "candidate.add", subject: { kind: "candidate", id }, organizationId: networkId });
    return found(await findCandidate(tx, id));
  });
}

async function knownOrganization(tx: Db, actor: Actor, today: Day, networkId: string, idOrSlug: string): Promise<string> {
  const organization = await findOrganizationToEnter(tx, actor, idOrSlug, today);
  if (!organization) throw membershipRefusals.unknownMember();
  if (organization.id === networkId) throw membershipRefusals.ofItself();
  return organization.id;
}

async function newOrganization(tx: Db, at: Temporal.Instant, today: Day, networkId: string, given: Given): Promise<string> {
  const { name = "", municipalityNumber = null, website } = given;
  if (municipalityNumber !== null && !(await isMunicipality(tx, municipalityNumber, today))) throw candidateRefusals.unknownMunicipality();
  const base = slugOf(name);
  const id = newId();
  await tx
    .insertInto("organizations")
    .values({
      id,
      slug: freeSlug(base, await slugsLike(tx, base)),
      name,
      website,
      visibility: "network",
      municipality_number: municipalityNumber,
      municipality_recorded_on: municipalityNumber === null ? null : today,
      entered_by_network_id: networkId,
      created_at: at,
    })
    .execute();
  await tx.insertInto("organization_kinds").values({ organization_id: id, kind: "space_operator" }).execute();
  return id;
}
