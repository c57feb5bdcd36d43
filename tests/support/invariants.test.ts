import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestInstallation } from "./installation.ts";
import { brokenInvariants } from "./invariants.ts";
import { demonstration } from "./loaded-network.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await demonstration();
});

afterAll(() => installation.close());

const one = (where: string) => `(space_id, id) = (select space_id, id from day_passes where ${where} order by id limit 1)`;

describe("The invariants find", () => {
  test.each([
    [
      "as many seats are taken",
      "update guest_days set taken = taken - 1 where (space_id, day) = (select space_id, day from guest_days where taken > 1 limit 1)",
    ],
    ["every active pass is its person's day", "delete from person_days where pass_id = (select pass_id from person_days limit 1)"],
    ["every day of a person", `update day_passes set state = 'cancelled' where ${one("state = 'held'")}`],
    [
      "a quota is used as often",
      "update quota_uses set used = used - 1 where (subject_id, month, quota_id) = (select subject_id, month, quota_id from quota_uses where used > 0 limit 1)",
    ],
    [
      "a pass is counted on every quota",
      `update day_passes set quota_ids = '{}', quota_subject_ids = '{}' where ${one("state = 'completed' and price_ore = 0")}`,
    ],
    [
      "a pass has an ending",
      "delete from day_pass_endings where pass_id = (select pass_id from day_pass_endings where kind = 'completed' limit 1)",
    ],
    [
      "nobody has a pass at their own home",
      `update day_passes p set home_id = s.organization_id from spaces s where s.id = p.space_id and p.${one("state = 'held'").replace("(space_id, id)", "id").replace("select space_id, id", "select id")}`,
    ],
    [
      "whoever has an active pass is a member",
      "update memberships set during = '[2020-01-01,2020-02-01)' where member_person_id is not null",
    ],
    [
      "a guest who came is in the ledger once",
      "delete from ledger_transactions where id = (select id from ledger_transactions where period_id is null and not over_quota limit 1)",
    ],
    [
      "a guest who came is in the ledger once",
      "update ledger_transactions set amount_ore = 100 where id = (select id from ledger_transactions where not over_quota limit 1)",
    ],
    [
      "a settled position is the sum",
      "update settlement_positions set days_given = days_given + 1 where organization_id = (select organization_id from settlement_positions limit 1)",
    ],
    [
      "transfers clear the positions",
      "update settlement_transfers set amount_ore = amount_ore + 1 where payer_id = (select payer_id from settlement_transfers limit 1)",
    ],
    ["a guest who came was scanned in", "delete from scans where pass_id = (select pass_id from scans where counted limit 1)"],
    ["an offered seat has a deadline", "delete from offers"],
    [
      "nobody waits for a seat that is free",
      "update guest_days g set capacity = capacity + 1 from day_passes p where p.space_id = g.space_id and p.day = g.day and p.waits_for = 'seat'",
    ],
    [
      "a candidate stands where",
      "update candidates set stage = 'contacted' where id = (select id from candidates where stage = 'prospect' limit 1)",
    ],
    [
      "no two bookings take the same place",
      `alter table booked_resources drop constraint bookings_no_overlap;
      update booked_resources t set during = (select during from booked_resources o where o.space_id = t.space_id and o.resource_id = t.resource_id and o.booking_id <> t.booking_id limit 1)
      where booking_id = (select id from bookings where title = 'Husmøte' limit 1)`,
    ],
    [
      "a booking takes its time of a place",
      "delete from booked_resources t using resources r where r.id = t.resource_id and r.name = 'Sal A' and t.booking_id in (select id from bookings where title like 'Fagdag med%')",
    ],
    ["a booking takes its time of a place", "update bookings set ends_at = ends_at + interval '1 hour' where title = 'Husmøte'"],
    ["what is cancelled takes nothing", "update bookings set state = 'cancelled' where title = 'Husmøte'"],
  ])("that not: %s (%s)", async (rule, damage) => {
    const tx = await installation.db.startTransaction().execute();

    await sql.raw(damage).execute(tx);
    const broken = await brokenInvariants(tx);

    await tx.rollback().execute();
    expect(broken.filter((line) => line.startsWith(rule))).not.toEqual([]);
  });
});
