import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { tellerOf } from "../organizations/index.ts";
import type { Claim, Pass } from "./claims/command.ts";
import type { DayPassClaims } from "./claims/day-pass-claims.ts";
import { newPassCode } from "./day-pass.ts";
import { offerSeats } from "./offer-seats.ts";
import { mayClaimFor } from "./policy.ts";
import { findHost, homesOf } from "./queries.ts";

export interface ClaimRequest {
  space: string;
  day: string;
  personId?: string | undefined;
  wait: boolean;
  beyondQuota: boolean;
  message?: string | undefined;
  rulesVersion?: number | undefined;
}

/**
 * Takes a guest seat for a day: held at once, or waiting for the host's answer or for a seat. The same person asking
 * again for the same host and day is given the pass they have.
 * @throws Refusal any of the exchange's reasons
 */
export async function claimDayPass(
  installation: Installation,
  claims: DayPassClaims,
  actor: Actor,
  request: ClaimRequest,
): Promise<{ pass: Pass; isNew: boolean }> {
  const { db, now } = installation;
  authorize(actor, true);
  const personId = request.personId ?? actor.personId;
  const mayAlready = mayClaimFor(actor, personId, []);
  if (!mayAlready) authorize(actor, mayClaimFor(actor, personId, await homesOf(db, personId, request.day)));
  const spaceId = await spaceIdOf(installation, request.space);
  const claim: Claim = {
    kind: "claim",
    passId: newId(),
    code: newPassCode(),
    spaceId,
    day: request.day,
    personId,
    wait: request.wait,
    beyondQuota: request.beyondQuota,
    isPastList: false,
    message: request.message ?? null,
    rulesVersion: request.rulesVersion ?? null,
    ...(personId !== actor.personId && { by: actor }),
    at: now(),
  };
  let answer = await claims.submit(claim);
  if (answer.kind === "list first") {
    await offerSeats(installation, claims, spaceId, request.day);
    answer = await claims.submit({ ...claim, isPastList: true });
  }
  if (answer.kind === "refused") throw (await tellerOf(db, actor.personId, personId))(answer.refusal);
  if (answer.kind !== "done") throw new Error("A claim past the list was sent to the list");
  return answer;
}

const idForm = /^[0-9a-f]{8}-/;

// an id needs no look-up: the claim itself says whether there is such a space
async function spaceIdOf({ db }: Installation, idOrSlug: string): Promise<string> {
  if (idForm.test(idOrSlug) && idOrSlug.length === 36) return idOrSlug.toLowerCase();
  return found(await findHost(db, idOrSlug)).id;
}
