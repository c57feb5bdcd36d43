import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { fileAnswer } from "../../../platform/http/file-answer.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { findRows, findRun, type ImportKind, importRefusals, latestRuns, refusedRows, template } from "../../../platform/imports/index.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { findNamedOrganization } from "../member-queries.ts";
import { confirmImport } from "./confirm-import.ts";
import * as contract from "./contract.ts";
import { matchColumns } from "./match-columns.ts";
import { mayImport } from "./policy.ts";
import { presentImport, presentRow } from "./present.ts";
import { startImport } from "./start-import.ts";

/** Imports of every kind that src/imports.ts names. */
export function importRoutes(installation: Installation, kinds: readonly ImportKind[]) {
  const { db, now } = installation;
  const readable = (actor: Actor, organizationId: string) => kinds.filter((kind) => mayImport(actor, organizationId, kind));

  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.startImport, async (c) => {
      const actor = c.get("actor");
      const { kind: name, file, mapping, start, into } = c.req.valid("form");
      const organization = await findNamedOrganization(db, c.req.valid("param").id);
      authorize(actor, organization !== undefined && readable(actor, organization.id).length > 0);
      const { id: organizationId } = found(organization);
      const kind = readable(actor, organizationId).find((one) => one.name === name);
      if (!kind) throw importRefusals.unknownKind();
      const intoId = await placeIn(kind, into, organizationId);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const id = await startImport(installation, {
        kind,
        organizationId,
        intoId,
        actor: actor,
        file: { name: file.name, bytes },
        mapping,
        start,
      });
      return c.json(await shown(actor, id, c.get("language")), 201, { location: `/api/v1/imports/${id}` });
    })
    .openapi(contract.listImports, async (c) => {
      const actor = c.get("actor");
      const organization = await findNamedOrganization(db, c.req.valid("param").id);
      const all = organization ? readable(actor, organization.id) : [];
      // what goes into something of the organization's is brought in there
      const mine = all.filter(({ into }) => into === undefined);
      authorize(actor, mine.length > 0);
      const here = found(organization);
      const runs = await latestRuns(db, here.id, 20);
      const items = runs.flatMap((run) => {
        const kind = mine.find(({ name }) => name === run.kind);
        return kind ? [presentImport(run, kind, here, actor, c.get("language"))] : [];
      });
      return c.json(
        { organization: here, kinds: mine.map(({ name, labels }) => ({ name, label: labels[c.get("language")] })), items },
        200,
      );
    })
    .openapi(contract.readImport, async (c) => c.json(await shown(c.get("actor"), c.req.valid("param").id, c.get("language")), 200))
    .openapi(contract.listRows, async (c) => {
      const { outcome, limit, cursor } = c.req.valid("query");
      const { run, kind } = await reach(c.get("actor"), c.req.valid("param").id);
      const after = readCursorOf(cursor, ["integer"])?.[0] ?? 0;
      const rows = await findRows(db, run.id, { outcome, after, limit: limit + 1 });
      return c.json(
        page(
          rows,
          limit,
          ({ number }) => [number],
          (row) => presentRow(row, kind, c.get("language")),
        ),
        200,
      );
    })
    .openapi(contract.refusedRows, async (c) => {
      const { run, kind } = await reach(c.get("actor"), c.req.valid("param").id);
      return fileAnswer(refusedRows(db, run, kind, c.get("language")), `${run.kind}-refused.csv`);
    })
    .openapi(contract.matchColumns, async (c) => {
      const { run, kind } = await reach(c.get("actor"), c.req.valid("param").id);
      await matchColumns(installation, c.get("actor"), { run, kind }, c.req.valid("json").columns);
      return c.json(await shown(c.get("actor"), run.id, c.get("language")), 200);
    })
    .openapi(contract.confirmImport, async (c) => {
      const { run } = await reach(c.get("actor"), c.req.valid("param").id);
      await confirmImport(installation, c.get("actor"), run, c.req.valid("json").rows);
      return c.json(await shown(c.get("actor"), run.id, c.get("language")), 200);
    })
    .openapi(contract.downloadTemplate, async (c) => {
      const [name, format] = c.req.valid("param").file.split(".");
      const kind = found(kinds.find((one) => one.name === name));
      return fileAnswer(template(kind, format === "xlsx" ? "xlsx" : "csv", c.get("language"), now()), c.req.valid("param").file);
    });

  /** What of the organization's a file goes into; another's is told of like one that is not there. */
  async function placeIn({ into }: ImportKind, idOrSlug: string | undefined, organizationId: string): Promise<string | undefined> {
    if (!into) return undefined;
    const place = idOrSlug === undefined ? undefined : await into.find(db, idOrSlug);
    if (place?.organizationId !== organizationId) throw importRefusals.unknownPlace();
    return place.id;
  }

  /** The run, its kind and organization, when the actor may import there. */
  async function reach(actor: Actor, id: string) {
    const run = await findRun(db, id);
    const kind = run && kinds.find(({ name }) => name === run.kind);
    authorize(actor, run !== undefined && kind !== undefined && mayImport(actor, run.organizationId, kind));
    return { run: found(run), kind: found(kind) };
  }

  async function shown(actor: Actor, id: string, language: Language) {
    const { run, kind } = await reach(actor, id);
    return presentImport(run, kind, found(await findNamedOrganization(db, run.organizationId)), actor, language);
  }
}

export type ImportApi = ReturnType<typeof importRoutes>;
