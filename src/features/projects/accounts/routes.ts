import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findProject } from "../queries.ts";
import * as contract from "./contract.ts";
import { addExpense, correctExpense, listExpenses } from "./expenses.ts";
import { addFile, type FileOf, projectFile } from "./project-files.ts";
import { expensesOf, filesOf } from "./queries.ts";
import { readHours } from "./read-hours.ts";
import { approveHours, setRate, writeHours } from "./write-hours.ts";

export function projectAccountRoutes(installation: Installation) {
  const { db } = installation;
  const expense = async (projectId: string, id: string) =>
    found(
      await expensesOf(db, found(await findProject(db, projectId)).id)
        .where("e.id", "=", id)
        .executeTakeFirst(),
    );
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readHours, async (c) => {
      const { week } = c.req.valid("query");
      return c.json(await readHours(installation, c.get("actor"), c.req.valid("param").id, week), 200);
    })
    .openapi(contract.setRate, async (c) => {
      const { id } = c.req.valid("param");
      const given = c.req.valid("json");
      await setRate(installation, c.get("actor"), id, given);
      return c.json(await readHours(installation, c.get("actor"), id, given.from), 200);
    })
    .openapi(contract.writeHours, async (c) => {
      const { id } = c.req.valid("param");
      const given = c.req.valid("json");
      await writeHours(installation, c.get("actor"), id, given);
      return c.json(await readHours(installation, c.get("actor"), id, given.days[0]?.day), 200);
    })
    .openapi(contract.approveHours, async (c) => {
      const { id } = c.req.valid("param");
      const given = c.req.valid("json");
      await approveHours(installation, c.get("actor"), id, given);
      return c.json(await readHours(installation, c.get("actor"), id, given.from), 200);
    })
    .openapi(contract.listExpenses, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const after = readCursorOf(cursor, ["day", "id"]);
      const rows = await listExpenses(installation, c.get("actor"), c.req.valid("param").id, limit, after);
      const list = page(
        rows,
        limit,
        ({ day, id }) => [day, id],
        (row) => row,
      );
      return c.json(list, 200);
    })
    .openapi(contract.addExpense, async (c) => {
      const { id } = c.req.valid("param");
      const made = await addExpense(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await expense(id, made), 201);
    })
    .openapi(contract.correctExpense, async (c) => {
      const { id } = c.req.valid("param");
      const project = await correctExpense(installation, c.get("actor"), id, c.req.valid("json").reason);
      return c.json(await expense(project, id), 200);
    })
    .openapi(contract.addFile, async (c) => {
      const { id } = c.req.valid("param");
      const { kind, expense: expenseId, funding: fundingId } = c.req.valid("query");
      const of = { kind, ...(expenseId && { expenseId }), ...(fundingId && { fundingId }) } as FileOf;
      await addFile(installation, c.get("actor"), id, of, c.req.valid("form").file);
      const files = await filesOf(db, found(await findProject(db, id)).id);
      const items = files.map(({ id: fileId, kind: sort, name, bytes }) => ({ id: fileId, kind: sort as FileOf["kind"], name, bytes }));
      return c.json({ items }, 201);
    })
    .openapi(contract.readFile, async (c) => {
      const { id, fileId } = c.req.valid("param");
      return await projectFile(installation, c.get("actor"), id, fileId);
    });
}

export type ProjectAccountApi = ReturnType<typeof projectAccountRoutes>;
