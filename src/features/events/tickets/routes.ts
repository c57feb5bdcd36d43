import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { signingKeys } from "../../exchange/index.ts";
import { presentRegistration } from "../present.ts";
import { readRegistration } from "../read.ts";
import { claimsOf } from "../registering/registration-claims.ts";
import { checkIn, checkOut, undoCheckIn } from "./check-in.ts";
import * as contract from "./contract.ts";
import { nameHolder } from "./name-holder.ts";
import { presentArrivals, presentScanned, presentTicketPage } from "./present.ts";
import { readArrivals, readScanned } from "./read-tickets.ts";
import { returnPlace } from "./return-place.ts";
import { seeTicket } from "./see-ticket.ts";
import { walkIn } from "./walk-in.ts";

/** Tickets: at the doors, and in whose name they are. */
export function ticketRoutes(installation: Installation) {
  const { db, now } = installation;
  const claims = claimsOf(installation);
  const keys = signingKeys(db, now);
  const scanOf = <Scan extends { scannedAt: string }>(scan: Scan) => ({ ...scan, scannedAt: Temporal.Instant.from(scan.scannedAt) });
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.checkIn, async (c) => {
      const [{ id }, scan] = [c.req.valid("param"), c.req.valid("json")];
      await checkIn(installation, c.get("actor"), id, scanOf(scan));
      return c.json(presentScanned(await readScanned(db, c.get("actor"), id), scan.nonce), 200);
    })
    .openapi(contract.checkOut, async (c) => {
      const { id } = c.req.valid("param");
      await checkOut(installation, c.get("actor"), id, scanOf(c.req.valid("json")));
      return c.json(presentScanned(await readScanned(db, c.get("actor"), id)), 200);
    })
    .openapi(contract.undoCheckIn, async (c) => {
      const { id } = c.req.valid("param");
      await undoCheckIn(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(presentScanned(await readScanned(db, c.get("actor"), id)), 200);
    })
    .openapi(contract.nameHolder, async (c) => {
      const actor = c.get("actor");
      const registrationId = await nameHolder(installation, actor, c.req.valid("param").id, c.req.valid("json"));
      const row = await readRegistration(db, actor, registrationId);
      return c.json(presentRegistration(row, actor, now(), await keys.current()), 200);
    })
    .openapi(contract.returnPlace, async (c) => {
      const actor = c.get("actor");
      const registrationId = await returnPlace(installation, claims, actor, c.req.valid("param").id);
      const row = await readRegistration(db, actor, registrationId);
      return c.json(presentRegistration(row, actor, now(), await keys.current()), 200);
    })
    .openapi(contract.seeTicket, async (c) =>
      c.json(presentTicketPage(await seeTicket(db, keys, c.req.valid("param").token), await keys.current()), 200),
    )
    .openapi(contract.listArrivals, async (c) => {
      const { q, limit, scannedTwice, since } = c.req.valid("query");
      const search = {
        text: q,
        limit,
        scannedTwice: scannedTwice === "true",
        since: since === undefined ? undefined : Temporal.Instant.from(since),
      };
      return c.json(presentArrivals(await readArrivals(installation, c.get("actor"), c.req.valid("param").id, search)), 200);
    })
    .openapi(contract.walkIn, async (c) => {
      const { ticketTypeId, name, email, ...scan } = c.req.valid("json");
      const given = { ticketTypeId, name, email, scan: scanOf(scan) };
      const id = await walkIn(installation, claims, c.get("actor"), c.req.valid("param").id, given);
      return c.json(presentScanned(await readScanned(db, c.get("actor"), id), scan.nonce), 201);
    });
}

export type TicketApi = ReturnType<typeof ticketRoutes>;
