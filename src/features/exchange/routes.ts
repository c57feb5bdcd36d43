import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findOrganization } from "../organizations/index.ts";
import { acceptGuest, takeOffer } from "./accept-day-pass.ts";
import { arrivals } from "./arrivals.ts";
import { changeGuestTerms } from "./change-guest-terms.ts";
import { checkIn, undoCheckIn } from "./check-in.ts";
import { claimDayPass } from "./claim-day-pass.ts";
import { dayPassClaims } from "./claims/day-pass-claims.ts";
import * as contract from "./contract.ts";
import { daysAhead, networkDaysAhead } from "./days-ahead.ts";
import { doDuty } from "./do-duty.ts";
import { isDoorCode } from "./door-code.ts";
import { cancelDayPass, refuseGuest } from "./end-day-pass.ts";
import { findSeats } from "./find-seats.ts";
import { giveSeat } from "./give-seat.ts";
import { guestTermsOf } from "./guest-terms.ts";
import { passesOf, seePass } from "./passes.ts";
import { presentSeats } from "./present.ts";
import { presentClaimed, presentPass } from "./present-pass.ts";
import { findHost } from "./queries.ts";
import { quotasOf } from "./quotas-of.ts";
import { rotateSigningKeys } from "./rotate-signing-keys.ts";
import { settleScan } from "./settle-scan.ts";
import { signingKeys } from "./signing-keys.ts";

export function exchangeRoutes(installation: Installation) {
  const { db, now } = installation;
  const claims = dayPassClaims(installation.pipelines, { largest: installation.settings.largestBatch });
  const keys = signingKeys(db, now);
  const shown = async (id: string, actor: Parameters<typeof presentPass>[1]) =>
    presentPass(await seePass(installation, actor, id), actor, now(), await keys.current());

  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.findSeats, async (c) => {
      const { near, seats, limit, cursor, amenity, network, day = dayIn(now(), "Europe/Oslo") } = c.req.valid("query");
      const after = near ? readCursorOf(cursor, ["number", "id"]) : readCursorOf(cursor, ["text", "id"]);
      const rows = await findSeats(db, { near, day, seats, limit, after, network, amenities: amenity?.split(",") ?? [] });
      return c.json(
        page(
          rows,
          limit,
          (row) => [row.distance ?? row.name, row.id],
          (row) => presentSeats(row, day),
        ),
        200,
      );
    })
    .openapi(contract.claimDayPass, async (c) => {
      const { pass } = await claimDayPass(installation, claims, c.get("actor"), { space: c.req.valid("param").id, ...c.req.valid("json") });
      return c.json(presentClaimed(pass, await keys.current()), 201);
    })
    .openapi(contract.getPass, async (c) => c.json(await shown(c.req.valid("param").id, c.get("actor")), 200))
    .openapi(contract.listMyPasses, async (c) => {
      const { limit, cursor, from, to } = c.req.valid("query");
      const actor = c.get("actor");
      const after = readCursorOf(cursor, ["day", "id"]);
      const rows = await passesOf(installation, actor, { limit, after, from, to });
      const key = await keys.current();
      return c.json(
        page(
          rows,
          limit,
          (row) => [row.day, row.id],
          (row) => presentPass(row, actor, now(), key),
        ),
        200,
      );
    })
    .openapi(contract.cancelPass, async (c) => {
      const { id } = c.req.valid("param");
      await cancelDayPass(installation, claims, c.get("actor"), id);
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.takeOffer, async (c) => {
      const { id } = c.req.valid("param");
      await takeOffer(installation, c.get("actor"), id);
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.answerGuest, async (c) => {
      const { id } = c.req.valid("param");
      const { accept, reason } = c.req.valid("json");
      await (accept ? acceptGuest(installation, c.get("actor"), id) : refuseGuest(installation, claims, c.get("actor"), id, reason));
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.checkIn, async (c) => {
      const { id } = c.req.valid("param");
      const { door, scannedAt, ...scan } = c.req.valid("json");
      const holdsDoorCode = door !== undefined && (await isDoorCode(installation, keys, door, id));
      const { isDouble } = await checkIn(
        installation,
        c.get("actor"),
        id,
        { ...scan, scannedAt: Temporal.Instant.from(scannedAt) },
        holdsDoorCode,
      );
      return c.json({ ...(await shown(id, c.get("actor"))), isDouble }, 200);
    })
    .openapi(contract.giveSeat, async (c) => {
      const { id } = c.req.valid("param");
      const { isDouble } = await giveSeat(installation, claims, c.get("actor"), id, c.req.valid("json"));
      return c.json({ ...(await shown(id, c.get("actor"))), isDouble }, 200);
    })
    .openapi(contract.undoCheckIn, async (c) => {
      const { id } = c.req.valid("param");
      await undoCheckIn(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.listArrivals, async (c) => {
      const { day, cursor, limit } = c.req.valid("query");
      const [after] = readCursorOf(cursor, ["id"]) ?? [];
      const { rows, present } = await arrivals(installation, c.get("actor"), c.req.valid("param").id, { day, after, limit });
      return c.json(
        page(rows, limit, (row) => [row.id], present),
        200,
      );
    })
    .openapi(contract.doDuty, async (c) => {
      const { id, dutyId } = c.req.valid("param");
      const { isDone, doneAt } = c.req.valid("json");
      await doDuty(installation, c.get("actor"), id, {
        dutyId,
        isDone,
        doneAt: doneAt === undefined ? now() : Temporal.Instant.from(doneAt),
      });
      return c.body(null, 204);
    })
    .openapi(contract.settleScan, async (c) => {
      const { id, nonce } = c.req.valid("param");
      await settleScan(installation, c.get("actor"), id, nonce, c.req.valid("json").as);
      return c.body(null, 204);
    })
    .openapi(contract.getGuestTerms, async (c) => {
      const terms = found(await guestTermsOf(db, c.get("actor"), c.req.valid("param").id));
      return c.json(terms, 200, { etag: etag(terms.version) });
    })
    .openapi(contract.putGuestTerms, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeGuestTerms(installation, claims, c.get("actor"), id, c.req.valid("json"), expected);
      const terms = found(await guestTermsOf(db, c.get("actor"), id));
      return c.json(terms, 200, { etag: etag(terms.version) });
    })
    .openapi(contract.listGuestDays, async (c) => {
      const host = found(await findHost(db, c.req.valid("param").id));
      const { from = dayIn(now(), host.time_zone), days } = c.req.valid("query");
      const terms = found(await guestTermsOf(db, c.get("actor"), host.id));
      return c.json({ items: await daysAhead(db, host.id, from, days), askFirst: terms.askFirst }, 200);
    })
    .openapi(contract.listNetworkDays, async (c) => {
      const network = found(await findOrganization(db, c.get("actor"), c.req.valid("param").id, dayIn(now(), "Europe/Oslo")));
      const { from = dayIn(now(), "Europe/Oslo"), days } = c.req.valid("query");
      return c.json({ items: await networkDaysAhead(db, network.id, from, days) }, 200);
    })
    .openapi(contract.listMyQuotas, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      return c.json({ items: await quotasOf(installation, actor, actor.personId, c.req.valid("query").month) }, 200);
    })
    .openapi(contract.listQuotas, async (c) => {
      const { id } = c.req.valid("param");
      return c.json({ items: await quotasOf(installation, c.get("actor"), id, c.req.valid("query").month) }, 200);
    })
    .openapi(contract.listSigningKeys, async (c) =>
      c.json({ items: (await keys.published()).map(({ id, key }) => ({ id, key: { ...key } })) }, 200),
    )
    .openapi(contract.rotateKey, async (c) => {
      return c.json({ id: await rotateSigningKeys(installation, keys, c.get("actor")) }, 201);
    });
}

export type ExchangeApi = ReturnType<typeof exchangeRoutes>;
