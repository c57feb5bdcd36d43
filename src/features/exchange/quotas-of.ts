import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn, monthOf } from "../../platform/time/day.ts";
import { agreementsOfHome } from "./agreements-of-home.ts";
import type { PassState } from "./day-pass.ts";
import { homesSeenBy, mayClaimFor } from "./policy.ts";
import { homesOf } from "./queries.ts";

interface QuotaRow {
  network_id: string;
  network_name: string;
  home_name: string;
  days_allowed: number | null;
  days_used: number;
  price: number | null;
  days: { day: string; passId: string; spaceName: string; town: string | null; state: PassState }[];
}

/**
 * What a person has used of each agreement's days in a month, and on which days. Those who manage a home of theirs see what was taken
 * through that one.
 */
export async function quotasOf({ db, now }: Installation, actor: Actor, personId: string, given: string | undefined) {
  const today = dayIn(now(), "Europe/Oslo");
  const month = monthOf(given ?? today);
  authorize(actor, mayClaimFor(actor, personId, []) || mayClaimFor(actor, personId, await homesOf(db, personId, given ?? today)));
  const seen = homesSeenBy(actor, personId);
  const isSeen = (home: string) => (seen === "all" ? sql`true` : sql`${sql.ref(home)} = any(${seen}::uuid[])`);
  const { rows } = await sql<QuotaRow>`
    with homes as (
      select organization_id from memberships where member_person_id = ${personId} and during && daterange(${month}::date, (${month}::date + interval '1 month')::date)
      union
      select m.organization_id from positions p join memberships m on m.member_organization_id = p.organization_id and m.confirmed_at is not null and m.during @> ${today}::date
      where p.person_id = ${personId} and p.during @> ${today}::date
    )
    select distinct on (a.id) a.network_id, n.name as network_name, h.name as home_name, q.days_per_month as days_allowed,
      coalesce((select u.used from quota_uses u where u.subject_id = ${personId} and u.month = ${month}::date and u.quota_id = q.id), 0) as days_used,
      (v.terms ->> 'priceAfterQuotaOre')::int as price,
      (select coalesce(jsonb_agg(jsonb_build_object('day', p.day, 'passId', p.id, 'spaceName', s.name, 'town', s.town, 'state', p.state) order by p.day), '[]')
        from day_passes p join spaces s on s.id = p.space_id
        where p.person_id = ${personId} and p.agreement_id = a.id and p.day >= ${month}::date and p.day < ${month}::date + interval '1 month'
          and ${isSeen("p.home_id")} and p.state not in ('cancelled', 'refused') and not (p.state = 'waiting' and p.waits_for = 'seat')) as days
    from homes
    cross join (select greatest(${month}::date, ${today}::date) as day) asked
    join organizations h on h.id = homes.organization_id
    cross join lateral unnest(${sql.raw(agreementsOfHome("homes.organization_id", "asked.day"))}) as ids(agreement_id)
    join agreements a on a.id = ids.agreement_id
    join organizations n on n.id = a.network_id
    join lateral (select * from agreement_versions x where x.agreement_id = a.id and x.published_at is not null and x.valid_from <= asked.day
      order by x.valid_from desc limit 1) v on true
    left join quotas q on q.agreement_id = a.id and q.version = v.version and q.dimension = 'person'
    where ${isSeen("homes.organization_id")}
    order by a.id, h.name collate norwegian`.execute(db);
  return rows.map((row) => ({
    networkId: row.network_id,
    networkName: row.network_name,
    homeName: row.home_name,
    month,
    daysAllowed: row.days_allowed,
    daysUsed: row.days_used,
    priceAfterQuotaOre: row.price,
    days: row.days,
  }));
}
