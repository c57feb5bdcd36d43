import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { filePart } from "../../platform/files/file-part.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { bookingClaims } from "../bookings/index.ts";
import { findSpace } from "../spaces/index.ts";
import { addDesign, addPhoto, removeFile } from "./add-file.ts";
import { changeOrder } from "./change-order.ts";
import * as contract from "./contract.ts";
import { addLine, bookMachineTime, removeLine } from "./lines.ts";
import { orderFile } from "./order-file.ts";
import { payersFor } from "./payer.ts";
import { companiesOf, mayWorkInLab, sidesOf } from "./policy.ts";
import { presentOrder, presentOrderLine } from "./present.ts";
import { findOrder, type OrderRow, ordersOfCompanies, ordersOfLab, ordersOfPerson, partsOf } from "./queries.ts";
import { startOrder } from "./start-order.ts";
import { stepOrder } from "./step-order.ts";
import { stopOrder } from "./stop-order.ts";
import { writeMessage } from "./write-message.ts";

export function productionRoutes(installation: Installation) {
  const { db, pipelines } = installation;
  const claims = bookingClaims(pipelines);
  const shown = async (id: string, actor: Actor) => {
    const row = found(await findOrder(db, id));
    authorize(actor, sidesOf(actor, row).length > 0);
    return presentOrder(row, await partsOf(db, row), actor);
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.startOrder, async (c) => {
      const id = await startOrder(installation, c.get("actor"), c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 201, { location: `/api/v1/production-orders/${id}` });
    })
    .openapi(contract.listOrders, async (c) => {
      const { cursor, limit, state } = c.req.valid("query");
      const space = found(await findSpace(db, c.req.valid("param").id));
      authorize(c.get("actor"), mayWorkInLab(c.get("actor"), space.organization_id));
      const rows = await ordersOfLab(db, space.id, state, { limit, after: readCursorOf(cursor, ["moment", "id"]) });
      const keyOf = (row: OrderRow) => [row.state_since.toString(), row.id];
      return c.json(page(rows, limit, keyOf, presentOrderLine), 200);
    })
    .openapi(contract.listPayers, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const space = found(await findSpace(db, c.req.valid("param").id));
      return c.json({ items: await payersFor(db, actor, space, installation.now()), nextCursor: null }, 200);
    })
    .openapi(contract.myOrders, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const { cursor, limit, of } = c.req.valid("query");
      if (of === "companies") {
        const after = readCursorOf(cursor, ["moment", "id"]);
        const rows = await ordersOfCompanies(db, companiesOf(actor), actor.personId, { limit, after });
        return c.json(
          page(rows, limit, (row) => [row.state_since.toString(), row.id], presentOrderLine),
          200,
        );
      }
      const rows = await ordersOfPerson(db, actor.personId, { limit, after: readCursorOf(cursor, ["moment", "id"]) });
      const keyOf = (row: OrderRow) => [row.created_at.toString(), row.id];
      return c.json(page(rows, limit, keyOf, presentOrderLine), 200);
    })
    .openapi(contract.readOrder, async (c) => {
      const order = await shown(c.req.valid("param").id, c.get("actor"));
      return c.json(order, 200, { etag: etag(order.version) });
    })
    .openapi(contract.changeOrder, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeOrder(installation, c.get("actor"), { id, expected }, c.req.valid("json"));
      const order = await shown(id, c.get("actor"));
      return c.json(order, 200, { etag: etag(order.version) });
    })
    .openapi(contract.stepOrder, async (c) => {
      const { id } = c.req.valid("param");
      const { state, reason } = c.req.valid("json");
      await stepOrder(installation, c.get("actor"), id, { to: state, reason });
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.stopOrder, async (c) => {
      const { id } = c.req.valid("param");
      await stopOrder(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.addFile, async (c) => {
      const { id } = c.req.valid("param");
      await addDesign(installation, c.get("actor"), id, () => filePart(c.req.raw));
      return c.json(await shown(id, c.get("actor")), 201);
    })
    .openapi(contract.readFile, async (c) => {
      const { id, fileId } = c.req.valid("param");
      return await orderFile(installation, c.get("actor"), id, fileId);
    })
    .openapi(contract.removeFile, async (c) => {
      const { id, fileId } = c.req.valid("param");
      await removeFile(installation, c.get("actor"), id, fileId);
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.addPhoto, async (c) => {
      const { id } = c.req.valid("param");
      await addPhoto(installation, c.get("actor"), id, c.req.valid("form").file);
      return c.json(await shown(id, c.get("actor")), 201);
    })
    .openapi(contract.writeMessage, async (c) => {
      const { id } = c.req.valid("param");
      await writeMessage(installation, c.get("actor"), id, c.req.valid("json").text);
      return c.json(await shown(id, c.get("actor")), 201);
    })
    .openapi(contract.addLine, async (c) => {
      const { id } = c.req.valid("param");
      await addLine(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 201);
    })
    .openapi(contract.removeLine, async (c) => {
      const { id, lineId } = c.req.valid("param");
      await removeLine(installation, c.get("actor"), id, lineId);
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.bookMachineTime, async (c) => {
      const { id } = c.req.valid("param");
      await bookMachineTime(installation, claims, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 201);
    });
}

export type ProductionApi = ReturnType<typeof productionRoutes>;
