import type { Actor } from "../../platform/access/actor.ts";
import { found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findSpace } from "../spaces/index.ts";
import { mayManageHires } from "./policy.ts";
import { presentTerms } from "./present.ts";
import { extrasOf, houseForHire, termsOf } from "./queries.ts";
import { roomsForHire } from "./rooms-for-hire.ts";

/** What a house hires out. Who manages it sees every room it could hire out. */
export async function readOffer({ db, now }: Installation, actor: Actor, idOrSlug: string) {
  const { id } = found(await findSpace(db, idOrSlug));
  const house = await houseForHire(db, id);
  const [all, extras, terms] = await Promise.all([
    roomsForHire(db, { spaceId: id, today: dayIn(now(), house.time_zone) }),
    extrasOf(db, id),
    termsOf(db, id),
  ]);
  const isManager = mayManageHires(actor, house.host_id);
  const rooms = all.filter(({ isOffered }) => isManager || isOffered);
  return {
    space: { id, slug: house.slug, name: house.name, timeZone: house.time_zone },
    rooms: rooms.map(({ prices, ...room }) => ({
      ...room,
      prices: prices.filter(({ audience }) => audience === "everyone").map(({ unit, amountOre }) => ({ unit, amountOre })),
    })),
    extras: extras.map(({ id: extraId, names, unit, price_ore, vat_percent }) => ({
      id: extraId,
      names,
      unit: unit as "piece",
      priceOre: price_ore,
      vatPercent: vat_percent,
    })),
    terms: terms ? presentTerms(terms) : null,
    isVatRegistered: house.vat_registered,
    abilities: { ask: terms !== undefined && all.some(({ isOffered }) => isOffered), manage: isManager },
  };
}
