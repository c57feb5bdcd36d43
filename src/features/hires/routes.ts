import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { countedTries } from "../../platform/http/counted-tries.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../platform/installation.ts";
import { findSpace } from "../spaces/index.ts";
import { acceptHire, cancelHire, endRequest, proveHire } from "./answer-hire.ts";
import { askForHire } from "./ask-for-hire.ts";
import { addExtra, changeRooms, publishTerms, withdrawExtra } from "./change-offer.ts";
import * as contract from "./contract.ts";
import { estimate, freeAmong } from "./estimate.ts";
import { hireLimits } from "./hire-limits.ts";
import { moveHire } from "./move-hire.ts";
import type { Asked } from "./on-hire.ts";
import { mayManageHires } from "./policy.ts";
import { presentHireLine, presentPrice } from "./present.ts";
import { priced } from "./price.ts";
import { type HireRow, hiresOfSpace, roomsOf } from "./queries.ts";
import { quoteHire } from "./quote-hire.ts";
import { linkedHire, readAvailability, showToHirer, showToHouse } from "./read-hire.ts";
import { readOffer } from "./read-offer.ts";
import { readWishes } from "./read-wishes.ts";
import { writeHireMessage } from "./write-message.ts";

export function hireRoutes(installation: Installation) {
  const { db } = installation;
  const limits = hireLimits((kind, limit) => countedTries(installation, kind, limit));
  const byHirer = async (secret: string, actor: Asked["actor"]): Promise<Asked> => ({
    id: (await linkedHire(installation, secret)).id,
    side: "hirer",
    actor,
  });
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readOffer, async (c) => c.json(await readOffer(installation, c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.estimateHire, async (c) => {
      const space = found(await findSpace(db, c.req.valid("param").id));
      const wanted = { ...readWishes(c.req.valid("query")), spaceId: space.id };
      const { rooms, lines } = await estimate(installation, wanted, c.get("language"));
      const free = await freeAmong(installation, space.id, rooms, { from: wanted.startsAt, until: wanted.endsAt });
      const shown = rooms.map(({ id, name }) => ({ id, name, isFree: free.has(id) }));
      return c.json({ rooms: shown, isFree: free.size === rooms.length, ...presentPrice(priced(lines, 0)) }, 200);
    })
    .openapi(contract.askForHire, async (c) => {
      const given = c.req.valid("json");
      await limits.countRequest({ place: c.get("address"), email: given.email });
      await askForHire(installation, c.req.valid("param").id, given, c.get("language"));
      return c.json({ sent: true as const }, 202);
    })
    .openapi(contract.readLinkedHire, async (c) => c.json(await showToHirer(installation, c.req.valid("param").secret), 200))
    .openapi(contract.proveHire, async (c) => {
      const { secret } = c.req.valid("param");
      await proveHire(installation, await byHirer(secret, c.get("actor")));
      return c.json(await showToHirer(installation, secret), 200);
    })
    .openapi(contract.acceptHire, async (c) => {
      const { secret } = c.req.valid("param");
      await acceptHire(installation, await byHirer(secret, c.get("actor")), c.req.valid("json").termsVersion);
      return c.json(await showToHirer(installation, secret), 200);
    })
    .openapi(contract.withdrawHire, async (c) => {
      const { secret } = c.req.valid("param");
      await endRequest(installation, await byHirer(secret, c.get("actor")), "withdrawn", c.req.valid("json").reason);
      return c.json(await showToHirer(installation, secret), 200);
    })
    .openapi(contract.cancelLinkedHire, async (c) => {
      const { secret } = c.req.valid("param");
      await cancelHire(installation, await byHirer(secret, c.get("actor")), c.req.valid("json").reason);
      return c.json(await showToHirer(installation, secret), 200);
    })
    .openapi(contract.writeLinkedMessage, async (c) => {
      const { secret } = c.req.valid("param");
      const asked = await byHirer(secret, c.get("actor"));
      await limits.countMessage(asked.id);
      await writeHireMessage(installation, asked, c.req.valid("json").text);
      return c.json(await showToHirer(installation, secret), 201);
    })
    .openapi(contract.listHires, async (c) => {
      const { cursor, limit, state } = c.req.valid("query");
      const space = found(await findSpace(db, c.req.valid("param").id));
      authorize(c.get("actor"), mayManageHires(c.get("actor"), space.organization_id));
      const rows = await hiresOfSpace(db, space.id, state, { limit, after: readCursorOf(cursor, ["moment", "id"]) });
      const ids = rows.map(({ id }) => id);
      const rooms = Map.groupBy(ids.length > 0 ? await roomsOf(db, space.id, ids) : [], ({ hire_id }) => hire_id);
      const keyOf = (row: HireRow) => [row.state_since.toString(), row.id];
      return c.json(
        page(rows, limit, keyOf, (row) => presentHireLine(row, rooms.get(row.id) ?? [])),
        200,
      );
    })
    .openapi(contract.readHire, async (c) => c.json(await showToHouse(installation, c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.readHireAvailability, async (c) =>
      c.json(await readAvailability(installation, c.get("actor"), c.req.valid("param").id), 200),
    )
    .openapi(contract.quoteHire, async (c) => {
      const asked: Asked = { ...c.req.valid("param"), side: "house", actor: c.get("actor") };
      await quoteHire(installation, asked, c.req.valid("json"));
      return c.json(await showToHouse(installation, asked.actor, asked.id), 200);
    })
    .openapi(contract.takeQuoteBack, async (c) => {
      const asked: Asked = { ...c.req.valid("param"), side: "house", actor: c.get("actor") };
      await endRequest(installation, asked, "asked");
      return c.json(await showToHouse(installation, asked.actor, asked.id), 200);
    })
    .openapi(contract.declineHire, async (c) => {
      const asked: Asked = { ...c.req.valid("param"), side: "house", actor: c.get("actor") };
      await endRequest(installation, asked, "declined", c.req.valid("json").reason);
      return c.json(await showToHouse(installation, asked.actor, asked.id), 200);
    })
    .openapi(contract.cancelHire, async (c) => {
      const asked: Asked = { ...c.req.valid("param"), side: "house", actor: c.get("actor") };
      await cancelHire(installation, asked, c.req.valid("json").reason);
      return c.json(await showToHouse(installation, asked.actor, asked.id), 200);
    })
    .openapi(contract.moveHire, async (c) => {
      const asked: Asked = { ...c.req.valid("param"), side: "house", actor: c.get("actor") };
      await moveHire(installation, asked, c.req.valid("json"));
      return c.json(await showToHouse(installation, asked.actor, asked.id), 200);
    })
    .openapi(contract.writeHireMessage, async (c) => {
      const asked: Asked = { ...c.req.valid("param"), side: "house", actor: c.get("actor") };
      await writeHireMessage(installation, asked, c.req.valid("json").text);
      return c.json(await showToHouse(installation, asked.actor, asked.id), 201);
    })
    .openapi(contract.changeHireRooms, async (c) => {
      const { id } = c.req.valid("param");
      await changeRooms(installation, c.get("actor"), id, c.req.valid("json").rooms);
      return c.json(await readOffer(installation, c.get("actor"), id), 200);
    })
    .openapi(contract.publishHireTerms, async (c) => {
      const { id } = c.req.valid("param");
      await publishTerms(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await readOffer(installation, c.get("actor"), id), 201);
    })
    .openapi(contract.addHireExtra, async (c) => {
      const { id } = c.req.valid("param");
      await addExtra(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await readOffer(installation, c.get("actor"), id), 201);
    })
    .openapi(contract.withdrawHireExtra, async (c) => {
      const { id, extraId } = c.req.valid("param");
      await withdrawExtra(installation, c.get("actor"), id, extraId);
      return c.json(await readOffer(installation, c.get("actor"), id), 200);
    });
}

export type HireApi = ReturnType<typeof hireRoutes>;
