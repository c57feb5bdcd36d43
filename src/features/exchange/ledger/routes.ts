import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { fileAnswer } from "../../../platform/http/file-answer.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { askCorrection } from "./ask-correction.ts";
import { closePeriod } from "./close-period.ts";
import * as contract from "./contract.ts";
import { decideCorrection } from "./decide-correction.ts";
import { corrections } from "./ledger-rows.ts";
import { listSettlements } from "./list-settlements.ts";
import { presentCorrection, presentRow } from "./present.ts";
import { firstDay } from "./queries.ts";
import { reachOf } from "./reach.ts";
import { readPeriodAsItStands, readSettlement } from "./read-period.ts";
import { readCorrections, readFairness, readFlows, readLedger } from "./read-window.ts";
import { statementCsv } from "./statement-csv.ts";
import { statementPdf } from "./statement-pdf.ts";

export function ledgerRoutes(installation: Installation) {
  const { db } = installation;
  const correctionOf = async (id: string) => found(await corrections(db).where("c.id", "=", id).executeTakeFirst());
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readLedger, async (c) => {
      const { limit, cursor, ...asked } = c.req.valid("query");
      const [day, id] = readCursorOf(cursor, ["day", "id"]) ?? [];
      const after = day !== undefined && id !== undefined ? { day, id } : undefined;
      const actor = c.get("actor");
      const rows = await readLedger(installation, actor, c.req.valid("param").id, asked, limit, after);
      return c.json(
        page(
          rows,
          limit,
          (row) => [row.day, row.id],
          (row) => presentRow(row, actor),
        ),
        200,
      );
    })
    .openapi(contract.readFairness, async (c) =>
      c.json(await readFairness(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("query")), 200),
    )
    .openapi(contract.readFlows, async (c) =>
      c.json(await readFlows(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("query")), 200),
    )
    .openapi(contract.readPeriod, async (c) =>
      c.json(await readPeriodAsItStands(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("query")), 200),
    )
    .openapi(contract.closePeriod, async (c) => {
      const id = await closePeriod(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await readSettlement(installation, c.get("actor"), id), 201, { location: `/api/v1/settlements/${id}` });
    })
    .openapi(contract.listSettlements, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const { network } = await reachOf(db, c.get("actor"), c.req.valid("param").id);
      const [before] = readCursorOf(cursor, ["day"]) ?? [];
      const rows = await listSettlements(db, network.id, limit, before);
      const list = page(
        rows,
        limit,
        (row) => [row.from],
        (row) => row,
      );
      return c.json({ ...list, firstDay: (await firstDay(db, network.id)) ?? null }, 200);
    })
    .openapi(contract.readSettlement, async (c) => c.json(await readSettlement(installation, c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.readSettlementCsv, async (c) => {
      const statement = await readSettlement(installation, c.get("actor"), c.req.valid("param").id);
      return fileAnswer(statementCsv(statement, c.get("language")), `settlement-${statement.from}-${statement.to}.csv`) as never;
    })
    .openapi(contract.readSettlementPdf, async (c) => {
      const statement = await readSettlement(installation, c.get("actor"), c.req.valid("param").id);
      return fileAnswer(
        await statementPdf(statement, c.get("language"), installation.now()),
        `settlement-${statement.from}-${statement.to}.pdf`,
      ) as never;
    })
    .openapi(contract.askCorrection, async (c) => {
      const id = await askCorrection(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").reason);
      return c.json(presentCorrection(await correctionOf(id), c.get("actor")), 201);
    })
    .openapi(contract.decideCorrection, async (c) => {
      const { id } = c.req.valid("param");
      await decideCorrection(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(presentCorrection(await correctionOf(id), c.get("actor")), 200);
    })
    .openapi(contract.listCorrections, async (c) => {
      const { limit, cursor, state } = c.req.valid("query");
      const [after] = readCursorOf(cursor, ["id"]) ?? [];
      const actor = c.get("actor");
      const rows = await readCorrections(installation, actor, c.req.valid("param").id, { state, limit, after });
      return c.json(
        page(
          rows,
          limit,
          (row) => [row.id],
          (row) => presentCorrection(row, actor),
        ),
        200,
      );
    });
}

export type LedgerApi = ReturnType<typeof ledgerRoutes>;
