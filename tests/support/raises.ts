import { newId } from "../../src/platform/database/id.ts";
import type { Installation } from "../../src/platform/installation.ts";

/** What a walk over the routes of investors asks about. */
export interface RaiseBetween {
  profile: string;
  raise: string;
  consent: string;
  introduction: string;
  /** Made, with a closing that waits for the startup. */
  made: string;
  closing: string;
}

/**
 * A raise that is shared, told to one investor as far as names, and asked about by it; the one before has ended. An earlier raise led to
 * an introduction that stands and to money.
 */
export async function aRaiseBetween(
  { db, now }: Pick<Installation, "db" | "now">,
  given: { network: string; startup: string; investor: string },
): Promise<RaiseBetween> {
  const at = now();
  await db.updateTable("raises").set({ ended_at: at }).where("organization_id", "=", given.startup).where("ended_at", "is", null).execute();
  await db
    .updateTable("investor_profiles")
    .set({ ended_at: at })
    .where("organization_id", "=", given.investor)
    .where("ended_at", "is", null)
    .execute();
  const [profile, raise, earlier, consent, introduction, made, closing] = Array.from({ length: 7 }, newId) as [
    ...[string, string, string, string, string, string, string],
  ];
  await db
    .insertInto("investor_profiles")
    .values({
      ...{ id: profile, network_id: given.network, organization_id: given.investor, created_at: at },
      ...{ contact_name: "Anna Aas", contact_email: "anna@invest.example" },
    })
    .execute();
  const whole = {
    ...{ network_id: given.network, organization_id: given.startup, stage: "seed", instrument: "shares", amount_ore: 500_000_000 },
    ...{ summaries: JSON.stringify({ nb: "Et måleinstrument" }), contact_name: "Nora Vik", contact_email: "nora@nordavind.example" },
    ...{ created_at: at, published_at: at },
  };
  await db
    .insertInto("raises")
    .values([
      { ...whole, id: earlier, ended_at: at },
      { ...whole, id: raise },
    ])
    .execute();
  await db
    .insertInto("raise_consents")
    .values({ id: consent, raise_id: raise, tier: "names", profile_id: profile, given_at: at })
    .execute();
  const asked = {
    profile_id: profile,
    asked_by_side: "investor",
    asked_at: at,
    state_since: at,
    expires_on: "2026-12-31",
    investor_yes_at: at,
  };
  await db
    .insertInto("introductions")
    .values({ ...asked, id: introduction, raise_id: raise, state: "asked" })
    .execute();
  const introduced = { id: made, raise_id: earlier, state: "introduced", startup_yes_at: at, introduced_on: "2026-11-01" };
  await db
    .insertInto("introductions")
    .values({ ...asked, ...introduced })
    .execute();
  await db
    .insertInto("closings")
    .values({
      ...{ id: closing, raise_id: raise, profile_id: profile, closed_on: "2026-11-20", amount_ore: 1_000_000, instrument: "shares" },
      ...{ entered_at: at, entered_by_side: "investor" },
    })
    .execute();
  return { profile, raise, consent, introduction, made, closing };
}

/** A raise as it is begun. */
export const aNewRaise = {
  network: "kyst",
  amountOre: 100_000,
  stage: "idea",
  instrument: "open",
  contact: { name: "Nora Vik", email: "nora@nordavind.example" },
};
