import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { joinedUp, stayOf } from "../../memberships/index.ts";
import { endAcceptances } from "./end-acceptances.ts";
import { agreementOf } from "./queries.ts";

const changedMembership = z.object({ organizationId: z.uuid(), memberOrganizationId: z.uuid().nullable() });

/** Whoever leaves a network leaves its agreement the same day: what is no member neither gives nor takes new days. */
export const leavesWithNetwork: Subscription = subscription(
  "exchange.leave-network",
  ["membership.changed"],
  async (tx, { payload }, installation) => {
    const { organizationId, memberOrganizationId } = changedMembership.parse(payload);
    if (memberOrganizationId !== null) await leaveNetwork(installation, tx, organizationId, memberOrganizationId);
  },
  {
    together: ({ payload }) => {
      const { organizationId, memberOrganizationId } = changedMembership.parse(payload);
      return memberOrganizationId === null ? "people" : `${organizationId}/${memberOrganizationId}`;
    },
  },
);

async function leaveNetwork({ now }: Pick<Installation, "now">, tx: Db, networkId: string, organizationId: string): Promise<void> {
  const agreement = await agreementOf(tx, networkId);
  if (!agreement) return;
  const memberships = await tx
    .selectFrom("memberships")
    .select("during")
    .where("organization_id", "=", networkId)
    .where("member_organization_id", "=", organizationId)
    .execute();
  const stays = joinedUp(memberships.map(({ during }) => stayOf(during)));
  const spaces = await tx
    .selectFrom("spaces")
    .select(["id", "organization_id", "time_zone"])
    .where("organization_id", "=", organizationId)
    .execute();
  for (const space of spaces) {
    const today = dayIn(now(), space.time_zone);
    const last = stays.findLast(({ from }) => from <= today);
    const isYetToCome = last === undefined && stays.length > 0;
    if (isYetToCome || last?.to === null) continue;
    const from = last && last.to > today ? last.to : today;
    await endAcceptances(tx, { agreement, space, from, today, actor: "system", at: now(), reason: "left the network" });
  }
}
