import { OpenAPIHono } from "@hono/zod-openapi";
import { visitor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { lastTold } from "../enrolling/present-enrollment.ts";
import { findEnrollment } from "../enrolling/queries.ts";
import { findProgram } from "../queries.ts";
import * as contract from "./contract.ts";
import { enrollmentIn } from "./observation-link.ts";
import { observationValues } from "./observation-values.ts";
import { keepObservation, observe } from "./observe.ts";
import { presentObservation } from "./present-observation.ts";

export function observationRoutes(installation: Installation) {
  const { db, now, settings } = installation;
  const today = () => dayIn(now(), "Europe/Oslo");
  const linked = async (secret: string) => {
    const id = enrollmentIn(settings, secret, today());
    const enrolled = found(id === undefined ? undefined : await findEnrollment(db, id));
    const program = found(await findProgram(db, enrolled.programId));
    const ofToday = enrolled.observations.find(({ on, source }) => on === today() && source === "self");
    const before = { ...enrolled, observations: enrolled.observations.filter((one) => one !== ofToday) };
    const last = lastTold(before);
    const shown = {
      program: { slug: program.slug, name: program.names },
      organization: { name: enrolled.name },
      date: today(),
      last: last ? presentObservation(last) : null,
      today: ofToday ? presentObservation(ofToday) : null,
    };
    return { enrolled, shown };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.observe, async (c) => {
      const { enrollmentId, id } = await observe(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      const written = found(await findEnrollment(db, enrollmentId)).observations.find((one) => one.id === id);
      return c.json(presentObservation(found(written)), 201);
    })
    .openapi(contract.readObservationLink, async (c) => c.json((await linked(c.req.valid("param").secret)).shown, 200))
    .openapi(contract.answerObservationLink, async (c) => {
      const { secret } = c.req.valid("param");
      const { enrolled } = await linked(secret);
      const values = observationValues({ ...c.req.valid("json"), date: today() }, "self", today());
      // whoever has the letter answers, whether or not they are signed in
      await db.transaction().execute((tx) => keepObservation(tx, enrolled, values, { actor: visitor, at: now(), by: null }));
      return c.json((await linked(secret)).shown, 200);
    });
}

export type ObservationApi = ReturnType<typeof observationRoutes>;
