import { type Actor, isPerson } from "../../platform/access/actor.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { onOrder } from "./on-order.ts";
import { isOpenToChange } from "./order.ts";
import { requirePayer } from "./payer.ts";
import { presentOrder } from "./present.ts";
import { partsOf } from "./queries.ts";
import { productionRefusals } from "./refusals.ts";
import type { OrderChanges } from "./shapes.ts";

type Edit = { id: string; expected: number | undefined };

/**
 * The customer changes what is wanted, until a price is given; whether photos may be taken at any time.
 * @throws Refusal production.not_now, production.not_for_them, production.not_their_choice, request.changed_meanwhile
 */
export async function changeOrder(installation: Installation, actor: Actor, { id, expected }: Edit, changes: OrderChanges): Promise<void> {
  await onOrder(installation, actor, id, ["customer"], async ({ tx, order, actor: by, at }) => {
    sameVersion(expected, order, presentOrder(order, await partsOf(tx, order), actor));
    const { photosAllowed, ...wanted } = changes;
    if (Object.keys(wanted).length > 0 && !isOpenToChange(order.state)) throw productionRefusals.notNow();
    // a company's manager does not send the bill to whoever ordered
    if (wanted.organization !== undefined && !isPerson(by, order.customer_id)) throw productionRefusals.notTheirChoice();
    const house = { id: order.space_id, time_zone: order.time_zone };
    const columns = {
      organization_id: wanted.organization && (await requirePayer(tx, by, house, wanted.organization, at)),
      title: wanted.title,
      description: written(wanted.description),
      material: written(wanted.material),
      quantity: wanted.quantity,
      wanted_by: wanted.wantedBy,
      priority: wanted.priority,
      photos_allowed: photosAllowed,
    };
    const set = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
    await tx
      .updateTable("production_orders")
      .set({ ...set, version: order.version + 1 })
      .where("space_id", "=", order.space_id)
      .where("id", "=", id)
      .execute();
    return { action: "production_order.change", details: { fields: Object.keys(changes) }, result: undefined };
  });
}

function written(text: string | undefined): string | null | undefined {
  return text === "" ? null : text;
}
