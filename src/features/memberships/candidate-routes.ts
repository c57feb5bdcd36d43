import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { addCandidate } from "./add-candidate.ts";
import { type CandidateFilter, findCandidate, findCandidates, findOwners, stepDayOf } from "./candidate-queries.ts";
import * as contract from "./candidates-contract.ts";
import { changeCandidate } from "./change-candidate.ts";
import { datedCursor, idCursor } from "./list-cursors.ts";
import { findNamedOrganization } from "./member-queries.ts";
import { moveCandidate } from "./move-candidate.ts";
import { mayRecruit } from "./policy.ts";
import { presentCandidate, presentNote, presentStageChange } from "./present-candidate.ts";
import { readBoard } from "./read-board.ts";
import { findNotes, findStageChanges } from "./stage-change-queries.ts";
import { undoMove } from "./undo-move.ts";
import { writeNote } from "./write-note.ts";

export function candidateRoutes(installation: Installation) {
  const { db, now } = installation;
  const today = () => dayIn(now(), "Europe/Oslo");

  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listCandidates, async (c) => {
      const actor = c.get("actor");
      const network = await recruitingNetwork(actor, c.req.valid("param").slug);
      const { limit, cursor, ...asked } = c.req.valid("query");
      const rows = await findCandidates(db, filterOf(network.id, asked), { limit, after: datedCursor(cursor) });
      return c.json(
        page(
          rows,
          limit,
          (row) => [stepDayOf(row), row.name, row.id],
          (row) => presentCandidate(row, actor, today()),
        ),
        200,
      );
    })
    .openapi(contract.readBoard, async (c) => {
      const actor = c.get("actor");
      const network = await recruitingNetwork(actor, c.req.valid("param").slug);
      const { cards, ...asked } = c.req.valid("query");
      return c.json(await readBoard(db, actor, network, { filter: filterOf(network.id, asked), cards: asked.stage ? 200 : cards }), 200);
    })
    .openapi(contract.addCandidate, async (c) => {
      const row = await addCandidate(installation, c.get("actor"), c.req.valid("param").slug, c.req.valid("json"));
      return c.json(presentCandidate(row, c.get("actor"), today()), 201, { etag: etag(row.version) });
    })
    .openapi(contract.readCandidate, async (c) => {
      const row = await recruitedCandidate(c.get("actor"), c.req.valid("param").id);
      const owners = await findOwners(db, row.network_id, today());
      return c.json({ ...presentCandidate(row, c.get("actor"), today()), owners }, 200, { etag: etag(row.version) });
    })
    .openapi(contract.changeCandidate, async (c) => {
      const version = expectedVersion(c.req.valid("header")["if-match"]);
      const row = await changeCandidate(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"), version);
      return c.json(presentCandidate(row, c.get("actor"), today()), 200, { etag: etag(row.version) });
    })
    .openapi(contract.moveCandidate, async (c) => {
      const version = expectedVersion(c.req.valid("header")["if-match"]);
      const change = await moveCandidate(installation, c.get("actor"), c.req.valid("param").id, { ...c.req.valid("json"), version });
      return c.json(presentStageChange(change, c.get("actor"), now()), 200);
    })
    .openapi(contract.undoMove, async (c) => {
      const change = await undoMove(installation, c.get("actor"), c.req.valid("param").id);
      return c.json(presentStageChange(change, c.get("actor"), now()), 200);
    })
    .openapi(contract.listStageChanges, async (c) => {
      const actor = c.get("actor");
      const network = await recruitingNetwork(actor, c.req.valid("param").slug);
      const { limit, cursor, candidate } = c.req.valid("query");
      const rows = await findStageChanges(db, { networkId: network.id, candidateId: candidate, limit, after: idCursor(cursor) });
      return c.json(
        page(
          rows,
          limit,
          ({ id }) => [id],
          (row) => presentStageChange(row, actor, now()),
        ),
        200,
      );
    })
    .openapi(contract.listNotes, async (c) => {
      const { id } = await recruitedCandidate(c.get("actor"), c.req.valid("param").id);
      const { limit, cursor } = c.req.valid("query");
      const rows = await findNotes(db, id, limit, idCursor(cursor));
      return c.json(
        page(rows, limit, (row) => [row.id], presentNote),
        200,
      );
    })
    .openapi(contract.writeNote, async (c) => {
      const note = await writeNote(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").note);
      return c.json(presentNote(note), 201);
    });

  async function recruitingNetwork(actor: Actor, slug: string) {
    const network = await findNamedOrganization(db, slug);
    authorize(actor, network !== undefined && mayRecruit(actor, network));
    return found(network);
  }

  async function recruitedCandidate(actor: Actor, id: string) {
    const candidate = await findCandidate(db, id);
    authorize(actor, candidate !== undefined && mayRecruit(actor, { id: candidate.network_id }));
    return found(candidate);
  }

  function filterOf(networkId: string, { q, owner, ...asked }: Asked): CandidateFilter {
    return { networkId, text: q, ownerId: owner, ...asked, today: today() };
  }
}

type Asked = Pick<CandidateFilter, "county" | "municipality" | "only" | "stage"> & { q: string; owner: string };

export type CandidateApi = ReturnType<typeof candidateRoutes>;
