import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { observationLink } from "../observing/observation-link.ts";
import { takeBackObservation } from "../observing/take-back.ts";
import { maySeeEnrollment } from "../policy.ts";
import { findProgram } from "../queries.ts";
import { changeEnrollment } from "./change-enrollment.ts";
import * as contract from "./contract.ts";
import { enrollStartup } from "./enroll-startup.ts";
import { addMilestone, reachMilestone, shareNote, writeNote } from "./follow-startup.ts";
import { presentEnrollment, presentWholeEnrollment } from "./present-enrollment.ts";
import { findEnrollment, findMilestones, findNotes } from "./queries.ts";
import { readEnrollments } from "./read-enrollments.ts";

export function enrollmentRoutes(installation: Installation) {
  const { db, now, settings } = installation;
  const today = () => dayIn(now(), "Europe/Oslo");
  const whole = async (actor: Actor, id: string) => {
    const row = await findEnrollment(db, id);
    authorize(actor, row !== undefined && maySeeEnrollment(actor, row));
    const enrolled = found(row);
    const program = found(await findProgram(db, enrolled.programId));
    const [milestones, notes] = [await findMilestones(db, id), await findNotes(db, id)];
    const formPath = `/observations/${observationLink(settings, id, today())}`;
    return { ...presentWholeEnrollment(enrolled, { program, milestones, notes, today: today() }, actor), formPath };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listEnrollments, async (c) => {
      const actor = c.get("actor");
      const { cursor, limit, ...asked } = c.req.valid("query");
      const { rows: wanted } = await readEnrollments(db, actor, c.req.valid("param").id, asked, today());
      const after = readCursorOf(cursor, ["integer"])?.[0] ?? 0;
      const rows = wanted.map((row, place) => ({ row, place })).slice(after, after + limit + 1);
      const listed = page(
        rows,
        limit,
        ({ place }) => [place + 1],
        ({ row }) => presentEnrollment(row, today()),
      );
      return c.json({ ...listed, count: wanted.length }, 200);
    })
    .openapi(contract.enrollStartup, async (c) => {
      const id = await enrollStartup(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await whole(c.get("actor"), id), 201, { location: `/api/v1/enrollments/${id}` });
    })
    .openapi(contract.readEnrollment, async (c) => {
      const enrolled = await whole(c.get("actor"), c.req.valid("param").id);
      return c.json(enrolled, 200, { etag: etag(enrolled.version) });
    })
    .openapi(contract.changeEnrollment, async (c) => {
      const { id } = c.req.valid("param");
      await changeEnrollment(installation, c.get("actor"), id, c.req.valid("json"), expectedVersion(c.req.valid("header")["if-match"]));
      const enrolled = await whole(c.get("actor"), id);
      return c.json(enrolled, 200, { etag: etag(enrolled.version) });
    })
    .openapi(contract.addMilestone, async (c) => {
      const { id } = c.req.valid("param");
      await addMilestone(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await whole(c.get("actor"), id), 201);
    })
    .openapi(contract.reachMilestone, async (c) => {
      const { id, milestoneId } = c.req.valid("param");
      await reachMilestone(installation, c.get("actor"), id, { milestoneId, ...c.req.valid("json") });
      return c.json(await whole(c.get("actor"), id), 200);
    })
    .openapi(contract.writeNote, async (c) => {
      const { id } = c.req.valid("param");
      await writeNote(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await whole(c.get("actor"), id), 201);
    })
    .openapi(contract.takeBackObservation, async (c) => {
      const { id, observationId } = c.req.valid("param");
      await takeBackObservation(installation, c.get("actor"), id, { observationId, ...c.req.valid("json") });
      return c.json(await whole(c.get("actor"), id), 200);
    })
    .openapi(contract.shareNote, async (c) => {
      const { id, noteId } = c.req.valid("param");
      await shareNote(installation, c.get("actor"), id, { noteId, ...c.req.valid("json") });
      return c.json(await whole(c.get("actor"), id), 200);
    });
}

export type EnrollmentApi = ReturnType<typeof enrollmentRoutes>;
