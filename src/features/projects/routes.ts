import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import { approveBudget, changeBudget, forecastBudget } from "./budget/change-budget.ts";
import { budgetOf } from "./budget/read-budget.ts";
import { changeProject } from "./change-project.ts";
import * as contract from "./contract.ts";
import { createProject } from "./create-project.ts";
import { addFunding } from "./funding/add-funding.ts";
import { amendFunding } from "./funding/amend-funding.ts";
import { addDeadline, changeFunding, meetDeadline, writeReceipt } from "./funding/change-funding.ts";
import { funderExamples } from "./funding/funder-rules.ts";
import { presentGrant, readGrants } from "./funding/grants.ts";
import { addMilestone, changeMilestone } from "./milestones.ts";
import { workedOn } from "./on-project.ts";
import { mayRunProject } from "./policy.ts";
import { presentBudget, presentLine, presentProject } from "./present.ts";
import { fundingsWithParts, listProjects, readProject } from "./read-project.ts";

export function projectRoutes(installation: Installation) {
  const shown = async (actor: Actor, id: string) => presentProject(await readProject(installation, actor, id));
  const shownBudget = async (actor: Actor, id: string, language: Language) => {
    const project = await workedOn(installation.db, actor, id);
    const [budget, fundings] = await Promise.all([budgetOf(installation.db, project.id), fundingsWithParts(installation.db, project.id)]);
    return presentBudget(budget, fundings, mayRunProject(actor, project), language);
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listProjects, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const after = readCursorOf(cursor, ["day", "id"]);
      const { rows, mayCreate, grants, hasGranted } = await listProjects(
        installation,
        c.get("actor"),
        c.req.valid("param").id,
        limit,
        after,
      );
      const list = page(
        rows,
        limit,
        ({ row }) => [row.from_day, row.id],
        ({ row, ...sums }) => ({ ...presentLine(row), ...sums }),
      );
      return c.json({ ...list, abilities: { create: mayCreate, readReports: hasGranted }, grants: grants.map(presentGrant) }, 200);
    })
    .openapi(contract.createProject, async (c) => {
      const id = await createProject(installation, c.get("actor"), { ...c.req.valid("json"), organization: c.req.valid("param").id });
      return c.json(await shown(c.get("actor"), id), 201, { location: `/api/v1/projects/${id}` });
    })
    .openapi(contract.readProject, async (c) => {
      const project = await shown(c.get("actor"), c.req.valid("param").id);
      return c.json(project, 200, { etag: etag(project.version) });
    })
    .openapi(contract.changeProject, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeProject(installation, c.get("actor"), id, c.req.valid("json"), expected);
      const project = await shown(c.get("actor"), id);
      return c.json(project, 200, { etag: etag(project.version) });
    })
    .openapi(contract.addMilestone, async (c) => {
      const { id } = c.req.valid("param");
      await addMilestone(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 201);
    })
    .openapi(contract.changeMilestone, async (c) => {
      const project = await changeMilestone(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), project), 200);
    })
    .openapi(contract.readBudget, async (c) => c.json(await shownBudget(c.get("actor"), c.req.valid("param").id, c.get("language")), 200))
    .openapi(contract.changeBudget, async (c) => {
      const { id } = c.req.valid("param");
      await changeBudget(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shownBudget(c.get("actor"), id, c.get("language")), 200);
    })
    .openapi(contract.approveBudget, async (c) => {
      const { id } = c.req.valid("param");
      await approveBudget(installation, c.get("actor"), id);
      return c.json(await shownBudget(c.get("actor"), id, c.get("language")), 200);
    })
    .openapi(contract.forecastBudget, async (c) => {
      const { id } = c.req.valid("param");
      await forecastBudget(installation, c.get("actor"), id, c.req.valid("json").forecasts);
      return c.json(await shownBudget(c.get("actor"), id, c.get("language")), 200);
    })
    .openapi(contract.listFunderExamples, (c) => {
      const { limit, cursor } = c.req.valid("query");
      const [from = 0] = readCursorOf(cursor, ["integer"]) ?? [];
      const rows = funderExamples.map((example, place) => ({ ...example, years: example.years ?? null, place: place + 1 })).slice(from);
      const list = page(
        rows.slice(0, limit + 1),
        limit,
        ({ place }) => [place],
        ({ place: _, ...example }) => example,
      );
      return c.json(list, 200);
    })
    .openapi(contract.listGrants, async (c) => {
      const granted = await readGrants(installation, c.get("actor"), c.req.valid("param").id);
      return c.json({ items: granted.map(presentGrant) }, 200);
    })
    .openapi(contract.addFunding, async (c) => {
      const { id } = c.req.valid("param");
      await addFunding(installation, c.get("actor"), id, c.req.valid("json"), c.get("language"));
      return c.json(await shown(c.get("actor"), id), 201);
    })
    .openapi(contract.changeFunding, async (c) => {
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      const project = await changeFunding(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"), expected);
      return c.json(await shown(c.get("actor"), project), 200);
    })
    .openapi(contract.amendFunding, async (c) => {
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      const project = await amendFunding(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"), expected);
      return c.json(await shown(c.get("actor"), project), 201);
    })
    .openapi(contract.writeReceipt, async (c) => {
      const project = await writeReceipt(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), project), 201);
    })
    .openapi(contract.addDeadline, async (c) => {
      const project = await addDeadline(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), project), 201);
    })
    .openapi(contract.meetDeadline, async (c) => {
      const project = await meetDeadline(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").doneOn);
      return c.json(await shown(c.get("actor"), project), 200);
    });
}

export type ProjectApi = ReturnType<typeof projectRoutes>;
