import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { keepRegisterAnswer } from "./keep-register-entry.ts";
import { mayEditOrganization } from "./policy.ts";
import { findOrganization } from "./queries.ts";
import { organizationRefusals } from "./refusals.ts";
import { createRegisterClient, type RegisterAnswer } from "./register-client.ts";

/** Asks the register about a number while somebody waits: shorter than at night, and without an answer one goes on. */
export function askRegister({ settings, now }: Installation, organizationNumber: string): Promise<RegisterAnswer> {
  const client = createRegisterClient({
    baseUrl: settings.registerUrl,
    timeoutMilliseconds: 3_000,
    tries: 2,
    longestWaitMilliseconds: 500,
  });
  return client.find(organizationNumber, dayIn(now(), "Europe/Oslo"));
}

/** Fetches what the register says now. @throws Refusal organization.no_number, organization.register_away */
export async function fetchFromRegister(installation: Installation, actor: Actor, idOrSlug: string): Promise<void> {
  const at = installation.now();
  const organization = found(await findOrganization(installation.db, actor, idOrSlug, dayIn(at, "Europe/Oslo")));
  authorize(actor, mayEditOrganization(actor, organization));
  const { id, organizationNumber } = organization;
  if (organizationNumber === null) throw organizationRefusals.noNumber();
  const answer = await askRegister(installation, organizationNumber);
  if (answer.kind === "away") throw organizationRefusals.registerAway({ seconds: 60 });
  await installation.db.transaction().execute(async (tx) => {
    await keepRegisterAnswer(tx, id, organizationNumber, answer, at);
    await audit(tx, { actor, at, action: "organization.fetch_register_entry", subject: { kind: "organization", id }, organizationId: id });
  });
}
