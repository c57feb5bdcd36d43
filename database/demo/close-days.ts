import { sql } from "kysely";
import { recountLedger } from "../../src/features/exchange/ledger/ledger-counts.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { earlier, timeZone } from "./calendar.ts";
import { chance } from "./chance.ts";
import { insertAll } from "./insert-all.ts";
import { dayClosed } from "./plan-passes.ts";
import type { Demo } from "./read.ts";

/** Lets in whoever of the network's people holds a seat on the day or an earlier one. @returns how many came */
export async function letGuestsIn(tx: Tx, demo: Demo, until: string, now: Temporal.Instant): Promise<number> {
  const held = await tx
    .selectFrom("day_passes as p")
    .innerJoin("spaces as s", "s.id", "p.space_id")
    .innerJoin("people as g", "g.id", "p.person_id")
    .select(["p.space_id", "p.id", "p.day", "p.home_id", "p.network_id", "p.price_ore", "p.held_at", "s.organization_id"])
    .where("p.state", "=", "held")
    .where("p.day", "<=", until)
    .where(
      "g.email",
      "in",
      demo.people.map(({ email }) => email),
    )
    .orderBy("p.id")
    .execute();
  const random = chance(`${demo.flows.seed} ${until}`);
  const came = held.map((pass) => {
    const morning = Temporal.PlainTime.from("08:20").add({ minutes: random.below(110) });
    return { ...pass, at: earlier(Temporal.PlainDate.from(pass.day).toZonedDateTime({ timeZone, plainTime: morning }).toInstant(), now) };
  });
  if (came.length === 0) return 0;
  await sql`
    update day_passes p set state = 'checked_in', checked_in_at = c.at
    from unnest(${came.map(({ space_id }) => space_id)}::uuid[], ${came.map(({ id }) => id)}::uuid[], ${came.map(({ at }) => at.toString())}::timestamptz[]) c(space_id, id, at)
    where p.space_id = c.space_id and p.id = c.id`.execute(tx);
  await insertAll(
    tx,
    "scans",
    came.map(({ space_id, id, at }) => ({
      space_id,
      nonce: newId(at.epochMilliseconds),
      pass_id: id,
      kind: "check_in",
      counted: true,
      scanned_at: at,
      received_at: at,
      device: "Skranken",
    })),
  );
  await insertAll(
    tx,
    "ledger_transactions",
    came.map(({ space_id, id, day, home_id, network_id, price_ore, organization_id, at }) => ({
      id: newId(at.epochMilliseconds),
      network_id,
      host_id: organization_id,
      home_id,
      space_id,
      pass_id: id,
      day,
      days: 1,
      amount_ore: price_ore,
      over_quota: price_ore > 0,
      booked_at: at,
    })),
  );
  await recountLedger(tx);
  return came.length;
}

/** Ends every pass of days before today: guests came, those who waited go home with nothing and get their day back. */
export async function closePastDays(tx: Tx, demo: Demo, today: string, now: Temporal.Instant): Promise<void> {
  await letGuestsIn(tx, demo, Temporal.PlainDate.from(today).subtract({ days: 1 }).toString(), now);
  const { rows: open } = await sql<{ space_id: string; id: string; day: string; state: string; waits_for: string | null }>`
    update day_passes p set state = case p.state when 'checked_in' then 'completed' when 'held' then 'no_show' else 'cancelled' end, waits_for = null
    from day_passes was
    where was.space_id = p.space_id and was.id = p.id and p.day < ${today} and p.state in ('checked_in', 'held', 'offered', 'waiting')
    returning p.space_id, p.id, p.day, was.state, was.waits_for`.execute(tx);
  await insertAll(
    tx,
    "day_pass_endings",
    open.map(({ space_id, id, day, state, waits_for }) => ({
      space_id,
      pass_id: id,
      kind: endingOf(state, waits_for),
      ended_at: dayClosed("", Temporal.PlainDate.from(day))?.endedAt ?? now,
    })),
  );
  await giveBack(
    tx,
    open.filter(({ state, waits_for }) => state === "offered" || waits_for === "host"),
  );
}

function endingOf(state: string, waitsFor: string | null): string {
  if (state === "checked_in") return "completed";
  if (state === "held") return "no_show";
  if (state === "offered") return "offer_lapsed";
  return waitsFor === "seat" ? "left_list" : "cancelled";
}

async function giveBack(tx: Tx, passes: { space_id: string; id: string }[]): Promise<void> {
  const given = sql`unnest(${passes.map(({ space_id }) => space_id)}::uuid[], ${passes.map(({ id }) => id)}::uuid[]) k(space_id, id)`;
  await sql`
    update guest_days g set taken = g.taken - n.passes
    from (select p.space_id, p.day, count(*)::integer as passes from day_passes p join ${given} using (space_id, id) group by p.space_id, p.day) n
    where g.space_id = n.space_id and g.day = n.day`.execute(tx);
  await sql`delete from person_days d using ${given} where d.space_id = k.space_id and d.pass_id = k.id`.execute(tx);
  await sql`
    update quota_uses q set used = q.used - n.passes
    from (
      select c.quota_id, c.subject_id, date_trunc('month', p.day)::date as month, count(*)::integer as passes
      from day_passes p join ${given} using (space_id, id) cross join lateral unnest(p.quota_ids, p.quota_subject_ids) c(quota_id, subject_id)
      group by 1, 2, 3
    ) n
    where q.quota_id = n.quota_id and q.subject_id = n.subject_id and q.month = n.month`.execute(tx);
}
