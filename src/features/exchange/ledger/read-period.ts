import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { mayCoordinate } from "../policy.ts";
import { settlementOf } from "./close-period.ts";
import { byOrganization, totalsOf } from "./fairness.ts";
import type { Transfer } from "./netting.ts";
import { isOver, type Period, readPeriod } from "./period.ts";
import { lateRowsIn, pairsIn, partiesOf, type Scope, settlementKindOn, unclearScansIn } from "./queries.ts";
import { type Reach, reachOf } from "./reach.ts";
import { transfersFor } from "./transfers-for.ts";

/** A period as it stands: what it would come to when closed now, or what it came to when it was. */
export async function readPeriodAsItStands(installation: Installation, actor: Actor, idOrSlug: string, period: Period) {
  const { db, now } = installation;
  const reach = await reachOf(db, actor, idOrSlug);
  const settlementId = await settlementOf(db, reach.network.id, period);
  const scope: Scope = {
    networkId: reach.network.id,
    rows: settlementId === undefined ? { kind: "open", to: period.to } : { kind: "settled", settlementId },
  };
  const statement = await stateOf(db, reach, scope, period, settlementId);
  const open = await db
    .selectFrom("ledger_corrections as c")
    .innerJoin("ledger_transactions as t", "t.id", "c.transaction_id")
    .where("c.network_id", "=", reach.network.id)
    .where("c.decided_at", "is", null)
    .where("t.day", "<", period.to)
    .select((select) => select.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return {
    ...statement,
    unclearScans: await unclearScansIn(db, scope),
    openCorrections: Number(open.count),
    abilities: {
      close: settlementId === undefined && isOver(period, dayIn(now(), "Europe/Oslo")) && mayCoordinate(actor, reach.network.id),
      decideCorrections: mayCoordinate(actor, reach.network.id),
    },
  };
}

/** A settlement as the actor sees it: the coordinator all of it, a manager the own organization's part. */
export async function readSettlement({ db }: Installation, actor: Actor, id: string) {
  const row = found(isId(id) ? await db.selectFrom("settlements").selectAll().where("id", "=", id).executeTakeFirst() : undefined);
  const reach = await reachOf(db, actor, row.network_id);
  const scope: Scope = { networkId: row.network_id, rows: { kind: "settled", settlementId: row.id } };
  const abilities = { seeNetwork: reach.organizationIds === undefined };
  return { id: row.id, ...(await stateOf(db, reach, scope, readPeriod(row.during), row.id)), abilities };
}

export type Statement = Awaited<ReturnType<typeof readSettlement>>;

async function stateOf(db: Db, { network, organizationIds }: Reach, scope: Scope, period: Period, settlementId: string | undefined) {
  const pairs = await pairsIn(db, scope);
  const positions = byOrganization(pairs);
  const kind = await settlementKindOn(db, network.id, period.from);
  const transfers = settlementId === undefined ? transfersFor(kind, pairs) : await writtenTransfers(db, settlementId);
  const parties = await partiesOf(
    db,
    positions.map(({ organizationId }) => organizationId),
  );
  const party = (id: string) => found(parties.get(id));
  const sees = (id: string) => organizationIds === undefined || organizationIds.includes(id);
  return {
    network: { id: network.id, slug: network.slug, name: network.name },
    ...period,
    kind,
    settlement: settlementId === undefined ? null : await closing(db, settlementId),
    totals: totalsOf(organizationIds === undefined ? pairs : pairs.filter(({ homeId, hostId }) => sees(homeId) || sees(hostId))),
    lateRows: await lateRowsIn(db, scope, period.from),
    positions: positions
      .filter(({ organizationId }) => sees(organizationId))
      .map(({ organizationId, ...sums }) => ({ organization: shortParty(party(organizationId)), ...sums })),
    transfers: transfers
      .filter(({ payerId, receiverId }) => sees(payerId) || sees(receiverId))
      .map(({ payerId, receiverId, amountOre }) => ({
        payer: shortParty(party(payerId)),
        receiver: shortParty(party(receiverId)),
        amountOre,
      })),
  };
}

function shortParty({ id, slug, name, town }: { id: string; slug: string; name: string; town: string | null }) {
  return { id, slug, name, town };
}

async function closing(db: Db, settlementId: string) {
  const row = await db
    .selectFrom("settlements as s")
    .leftJoin("people as p", "p.id", "s.closed_by")
    .where("s.id", "=", settlementId)
    .select(["s.id", "s.closed_at", "p.name"])
    .executeTakeFirstOrThrow();
  return { id: row.id, closedAt: row.closed_at.toString(), closedBy: row.name };
}

/** In the order they were worked out in: the largest payer of each group first. */
async function writtenTransfers(db: Db, settlementId: string): Promise<Transfer[]> {
  const rows = await db
    .selectFrom("settlement_transfers")
    .select(["payer_id as payerId", "receiver_id as receiverId", "amount_ore as amountOre"])
    .where("settlement_id", "=", settlementId)
    .execute();
  const received = new Map<string, number>();
  for (const { receiverId, amountOre } of rows) received.set(receiverId, (received.get(receiverId) ?? 0) + amountOre);
  const paid = new Map<string, number>();
  for (const { payerId, amountOre } of rows) paid.set(payerId, (paid.get(payerId) ?? 0) + amountOre);
  return rows.toSorted(
    (a, b) =>
      (received.get(b.receiverId) ?? 0) - (received.get(a.receiverId) ?? 0) ||
      (a.receiverId < b.receiverId ? -1 : a.receiverId > b.receiverId ? 1 : 0) ||
      (paid.get(b.payerId) ?? 0) - (paid.get(a.payerId) ?? 0) ||
      (a.payerId < b.payerId ? -1 : 1),
  );
}
