import { insertCharges, vatPercentOf } from "../../src/features/plans/index.ts";
import { type DesignFormat, formatOf } from "../../src/features/production/design-file.ts";
import type { OrderState } from "../../src/features/production/order.ts";
import { whatIsOwed } from "../../src/features/production/what-is-owed.ts";
import type { Db, Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import type { Files } from "../../src/platform/files/files.ts";
import { dayIn } from "../../src/platform/time/day.ts";
import { calendarAt, earlier, timeZone } from "./calendar.ts";
import { resolveDay, resolveMoment } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

const working: OrderState[] = ["in_production", "ready", "collected"];

/** Orders in all states to the labs, with what they hold of material. */
export async function insertOrders(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const calendar = calendarAt(now);
  const stock = new Map(
    demo.making.consumables.map((one) => [
      `${one.space} ${one.name}`,
      { ...one, id: newId(), spaceId: network.houses.get(one.space)?.id ?? "" },
    ]),
  );
  const orders = demo.making.orders.flatMap((order) => {
    const customerId = network.people.get(order.customer)?.id;
    const house = network.houses.get(order.space);
    const history = order.history.map((step) => ({ ...step, at: earlier(resolveMoment(step.at, calendar, now, timeZone), now) }));
    const [first, last] = [history[0], history.at(-1)];
    if (!customerId || !house || !first || !last) return [];
    return [{ ...order, id: newId(first.at.epochMilliseconds), customerId, house, history, first, last }];
  });
  const key = ({ house, id }: (typeof orders)[number]) => ({ space_id: house.id, order_id: id });
  const vatOf = (space: string) => {
    const organization = demo.spaces.find(({ slug }) => slug === space)?.organization;
    const isRegistered = demo.organizations.find(({ slug }) => slug === organization)?.vatRegistered ?? null;
    return { isRegistered, vatPercent: vatPercentOf("service", isRegistered) };
  };
  const priced = (states: { state: OrderState }[]) => states.some(({ state }) => state === "quoted");
  await insertAll(
    tx,
    "consumables",
    [...stock.values()].map(({ id, spaceId, name, unit, kroner, lowAt }) => ({
      id,
      space_id: spaceId,
      name,
      unit,
      price_ore: kroner * 100,
      low_at: lowAt ?? null,
      created_at: now,
    })),
  );
  await insertAll(
    tx,
    "production_orders",
    orders.map((order) => ({
      space_id: order.house.id,
      id: order.id,
      customer_id: order.customerId,
      title: order.title,
      description: order.description ?? null,
      material: order.material ?? null,
      quantity: order.quantity,
      wanted_by: order.wantedBy ? resolveDay(order.wantedBy, calendar).toString() : null,
      priority: order.priority,
      state: order.last.state,
      state_since: order.last.at,
      quoted_vat_percent: priced(order.history) ? vatOf(order.space).vatPercent : null,
      quoted_seller_vat_registered: priced(order.history) ? vatOf(order.space).isRegistered : null,
      quoted_ore: priced(order.history) ? order.lines.reduce((sum, { kroner }) => sum + kroner * 100, 0) : null,
      created_at: order.first.at,
      version: order.history.length,
    })),
  );
  await insertAll(
    tx,
    "production_order_changes",
    orders.flatMap((order) =>
      order.history.map(({ state, at, reason }) => ({
        ...key(order),
        id: newId(at.epochMilliseconds),
        to_state: state,
        changed_at: at,
        changed_by: ["draft", "asked", "accepted"].includes(state) ? order.customerId : order.house.hostId,
        reason: reason ?? null,
      })),
    ),
  );
  await insertAll(
    tx,
    "production_order_lines",
    orders.flatMap((order) =>
      order.lines.map(({ kind, text, kroner, owed, consumable, consumed }) => ({
        ...key(order),
        id: newId(),
        kind,
        text,
        amount_ore: kroner * 100,
        owed_ore: order.last.state === "stopped" ? (owed ?? 0) * 100 : null,
        staff_id: kind === "work" ? order.house.hostId : null,
        consumable_id: stock.get(`${order.space} ${consumable}`)?.id ?? null,
        consumed: consumed ?? null,
        added_at: order.first.at,
        added_by: order.house.hostId,
      })),
    ),
  );
  const owed = orders.flatMap(({ id, space, house, customerId, lines, last }) => {
    const { isRegistered, vatPercent } = vatOf(space);
    const vat = { quoted_vat_percent: vatPercent, quoted_seller_vat_registered: isRegistered, vat_registered: isRegistered };
    const priceOre = lines.reduce((sum, { kroner }) => sum + kroner * 100, 0);
    const order = { id, space_id: house.id, customer_id: customerId, host_id: house.organizationId, organization_id: null, ...vat };
    const done = { day: dayIn(last.at, timeZone), at: last.at, by: house.hostId };
    const stoppedOre = lines.reduce((sum, { owed = 0 }) => sum + owed * 100, 0);
    if (last.state === "stopped") return whatIsOwed(order, stoppedOre, done) ?? [];
    return last.state === "collected" ? (whatIsOwed(order, priceOre, done) ?? []) : [];
  });
  await insertCharges(tx, owed);
  await insertAll(
    tx,
    "production_order_messages",
    orders.flatMap((order) =>
      order.messages.map(({ at, from, text }) => ({
        ...key(order),
        id: newId(),
        written_at: earlier(resolveMoment(at, calendar, now, timeZone), now),
        written_by: from === "customer" ? order.customerId : order.house.hostId,
        text,
      })),
    ),
  );
  await insertAll(
    tx,
    "production_order_files",
    orders.flatMap((order) =>
      order.files.map(({ name, content }) => {
        const id = newId();
        const bytes = Buffer.from(content);
        const format: DesignFormat = formatOf(name, bytes, bytes.length) ?? "pdf";
        const file = { kind: "design", name, format, bytes: bytes.length, file_key: `orders/${order.house.id}/${id}` };
        return { ...key(order), ...file, id, added_at: order.first.at, added_by: order.customerId };
      }),
    ),
  );
  const used = orders.flatMap((order) =>
    working.includes(order.last.state)
      ? order.lines.flatMap(({ consumable, consumed }) => (consumable && consumed ? [{ order, name: consumable, consumed }] : []))
      : [],
  );
  await insertAll(
    tx,
    "stock_movements",
    [...stock.values()].flatMap(({ id, spaceId, space, name, inStock }) => {
      const taken = used.filter((one) => one.order.space === space && one.name === name);
      let left = inStock + taken.reduce((sum, { consumed }) => sum + consumed, 0);
      const moved = { space_id: spaceId, consumable_id: id, moved_by: network.houses.get(space)?.hostId ?? null };
      const counted = {
        ...moved,
        number: 1,
        kind: "counted",
        change: left,
        in_stock: left,
        order_id: null,
        moved_at: now.subtract({ hours: 24 * 60 }),
      };
      return [
        counted,
        ...taken.map(({ order, consumed }, place) => {
          left -= consumed;
          return {
            ...moved,
            number: place + 2,
            kind: "used",
            change: -consumed,
            in_stock: left,
            order_id: order.id,
            moved_at: order.last.at,
          };
        }),
      ];
    }),
  );
}

/** Lays the designs of the orders on disk, where they are not yet. */
export async function writeDesigns(db: Db, files: Files, demo: Demo): Promise<void> {
  const contents = new Map(demo.making.orders.flatMap((order) => order.files.map(({ name, content }) => [name, content])));
  const rows = await db
    .selectFrom("production_order_files")
    .select(["name", "file_key"])
    .where("name", "in", [...contents.keys()])
    .execute();
  for (const { name, file_key } of rows) {
    if (await files.has(file_key)) continue;
    await files.write(file_key, Buffer.from(contents.get(name) ?? ""));
  }
}
