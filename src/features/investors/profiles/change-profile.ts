import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { mayRunInvestors, speaksFor } from "../policy.ts";
import type { Stage } from "../raises/raise.ts";
import { investorRefusals } from "../refusals.ts";
import { findProfile } from "./queries.ts";

export interface ProfileChange {
  ticketFromOre?: number | null | undefined;
  ticketToOre?: number | null | undefined;
  stages?: Stage[] | undefined;
  sectors?: string[] | undefined;
  counties?: string[] | undefined;
  looksFor?: string | undefined;
  avoids?: string | undefined;
  contact?: { name: string; email: string; phone?: string | undefined } | undefined;
}

type Admitted = Omit<ProfileChange, "contact"> & { organization: string };

/** Lets an organization in among the investors of a network. @throws Refusal not_here, investor.unknown_organization, investor.already_in */
export async function admitInvestor({ db, now }: Installation, actor: Actor, network: string, given: Admitted): Promise<string> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const known = await findOrganization(db, actor, network, today);
  authorize(actor, known !== undefined && mayRunInvestors(actor, known.id));
  const { id: networkId } = found(known);
  const { organization, ...wish } = given;
  const investor = await findOrganization(db, actor, organization, today);
  if (!investor) throw investorRefusals.unknownOrganization({ organization });
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("investor_profiles")
      .values({ id, network_id: networkId, organization_id: investor.id, ...columnsOf(wish), created_at: at, created_by: actor.personId })
      .execute();
    await audit(tx, { actor, at, action: "investor.admit", subject: { kind: "investor", id }, organizationId: networkId });
  });
  return id;
}

/**
 * Changes what an investor looks for: the investor itself, or those who run the network. Whom to get in touch with is written by the
 * investor alone. @throws Refusal not_here, request.changed_meanwhile, investor.ticket_order
 */
export async function changeProfile(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  { contact, ...wish }: ProfileChange,
  expected: number | undefined,
): Promise<void> {
  const known = await findProfile(db, id);
  const isOwn = known !== undefined && speaksFor(actor, known.organization.id);
  const mayChange =
    known !== undefined && !known.hasEnded && (isOwn || (mayRunInvestors(actor, known.network.id) && contact === undefined));
  authorize(actor, mayChange);
  const at = now();
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom("investor_profiles").select("id").where("id", "=", id).forUpdate().execute();
    const profile = found(await findProfile(tx, id));
    sameVersion(expected, profile);
    await tx
      .updateTable("investor_profiles")
      .set({
        ...columnsOf(wish),
        ...(contact && { contact_name: contact.name, contact_email: contact.email, contact_phone: contact.phone || null }),
        version: profile.version + 1,
      })
      .where("id", "=", id)
      .execute();
    const organizationId = isOwn ? profile.organization.id : profile.network.id;
    await audit(tx, { actor, at, action: "investor.change", subject: { kind: "investor", id }, organizationId });
  });
}

/** Takes an investor out of a network: from now on it sees nothing there. @throws Refusal not_here */
export async function endProfile({ db, now }: Installation, actor: Actor, id: string): Promise<void> {
  const known = await findProfile(db, id);
  authorize(actor, known !== undefined && (speaksFor(actor, known.organization.id) || mayRunInvestors(actor, known.network.id)));
  const at = now();
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable("investor_profiles")
      .set({ ended_at: at, ended_by: actor.personId })
      .where("id", "=", id)
      .where("ended_at", "is", null)
      .execute();
    await audit(tx, { actor, at, action: "investor.end", subject: { kind: "investor", id }, organizationId: found(known).network.id });
  });
}

function columnsOf({ ticketFromOre, ticketToOre, stages, sectors, counties, looksFor, avoids }: Omit<ProfileChange, "contact">) {
  return {
    ...(ticketFromOre !== undefined && { ticket_from_ore: ticketFromOre }),
    ...(ticketToOre !== undefined && { ticket_to_ore: ticketToOre }),
    ...(stages && { stages }),
    ...(sectors && { sectors }),
    ...(counties && { counties }),
    ...(looksFor !== undefined && { looks_for: looksFor || null }),
    ...(avoids !== undefined && { avoids: avoids || null }),
  };
}
