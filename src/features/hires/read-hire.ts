import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { priceOf, textIn } from "../spaces/index.ts";
import { freeAmong } from "./estimate.ts";
import { hireIn } from "./hire-link.ts";
import { mayManageHires } from "./policy.ts";
import { presentHire } from "./present.ts";
import { extraLine, priced, roomLine } from "./price.ts";
import { extrasOf, findHire, type HireRow, partsOf, rivalsOf, roomsOf, termsOf } from "./queries.ts";
import { roomsForHire } from "./rooms-for-hire.ts";

/** The id of the hire a secret is of, as long as it is there. What is too old to be proven is not. */
export async function linkedHire({ db, settings }: Pick<Installation, "db" | "settings">, secret: string): Promise<HireRow> {
  const id = found(hireIn(settings, secret));
  return found(await findHire(db, id));
}

/** A hire as whoever asked sees it. */
export async function showToHirer(installation: Installation, secret: string) {
  const row = await linkedHire(installation, secret);
  return presentHire(row, await partsOf(installation.db, row), { side: "hirer", at: installation.now() });
}

/** A hire as the house sees it. */
export async function showToHouse({ db, now }: Installation, actor: Actor, id: string) {
  const row = await hireOfHouse(db, actor, id);
  return presentHire(row, await partsOf(db, row), { side: "house", at: now() });
}

/** Which rooms of the house are free for a hire, who else has asked, and the lines a quote begins with, in the language of whoever asked. */
export async function readAvailability(installation: Installation, actor: Actor, id: string) {
  const { db } = installation;
  const row = await hireOfHouse(db, actor, id);
  const interval = { from: row.starts_at, until: row.ends_at };
  const [all, asked, extras, terms, rivals, { wishes }] = await Promise.all([
    roomsForHire(db, { spaceId: row.space_id, today: dayIn(interval.from, row.time_zone) }),
    roomsOf(db, row.space_id, [row.id]),
    extrasOf(db, row.space_id),
    termsOf(db, row.space_id),
    rivalsOf(db, row),
    partsOf(db, row),
  ]);
  const isAsked = (roomId: string) => asked.some(({ resource_id }) => resource_id === roomId);
  const free = await freeAmong(installation, row.space_id, all, interval);
  const seller = { isVatRegistered: row.vat_registered, lettingHasVat: terms?.letting_has_vat ?? false };
  const minutes = interval.from.until(interval.until).total("minutes");
  const lines = [
    ...all.filter((room) => isAsked(room.id)).map((room) => roomLine(room, minutes, seller)),
    ...wishes.flatMap(({ extra_id, quantity }) => {
      const extra = extras.find((one) => one.id === extra_id);
      const offered = extra && {
        name: textIn(extra.names, row.locale)?.text ?? "",
        priceOre: extra.price_ore,
        vatPercent: extra.vat_percent,
      };
      return offered ? [extraLine(offered, quantity, seller)] : [];
    }),
  ];
  return {
    rooms: all
      .filter((room) => isAsked(room.id) || room.isOffered)
      .map((room) => ({
        id: room.id,
        name: room.name,
        capacity: room.capacity,
        isAsked: isAsked(room.id),
        isFree: free.has(room.id),
        priceOre: priceOf(room.prices, "everyone", minutes),
      })),
    rivals: rivals.map(({ starts_at, ends_at, ...rival }) => ({ ...rival, startsAt: starts_at.toString(), endsAt: ends_at.toString() })),
    lines: priced(lines, 0),
  };
}

async function hireOfHouse(db: Installation["db"], actor: Actor, id: string): Promise<HireRow> {
  const row = await findHire(db, id);
  authorize(actor, row !== undefined && row.state !== "unproven" && mayManageHires(actor, row.host_id));
  return found(row);
}
