import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findSpace } from "../../spaces/index.ts";
import { bookSlot } from "./book-slot.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { addConsultation, addException, endConsultation, removeException } from "./change-consultations.ts";
import * as contract from "./contract.ts";
import { listSlots } from "./list-slots.ts";
import { mayCancel } from "./policy.ts";
import { presentAppointment, presentConsultation } from "./present.ts";
import { appointmentsOfPerson, consultationsOf, exceptionsOf, findAppointment, findConsultation } from "./queries.ts";

export function consultationRoutes(installation: Installation) {
  const { db, now } = installation;
  const shown = async (id: string, actor: Actor) => {
    const row = found(await findConsultation(db, id));
    return presentConsultation(row, await exceptionsOf(db, row.space_id, dayIn(now(), row.time_zone)), actor);
  };
  const appointment = async (id: string, actor: Actor) => {
    const row = found(await findAppointment(db, id));
    authorize(actor, mayCancel(actor, row));
    return presentAppointment(row, actor, now());
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listConsultations, async (c) => {
      const space = found(await findSpace(db, c.req.valid("param").id));
      const today = dayIn(now(), space.time_zone);
      const exceptions = await exceptionsOf(db, space.id, today);
      const rows = await consultationsOf(db, space.id, today);
      const items = rows.map((row) => presentConsultation(row, exceptions, c.get("actor")));
      return c.json({ items, nextCursor: null }, 200);
    })
    .openapi(contract.addConsultation, async (c) => {
      const id = await addConsultation(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 201);
    })
    .openapi(contract.addException, async (c) => {
      const { id, day } = c.req.valid("param");
      await addException(installation, c.get("actor"), { id, day, reason: c.req.valid("json").reason });
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.removeException, async (c) => {
      const { id, day } = c.req.valid("param");
      await removeException(installation, c.get("actor"), { id, day });
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.endConsultation, async (c) => {
      const { id } = c.req.valid("param");
      const { until, reason } = c.req.valid("json");
      await endConsultation(installation, c.get("actor"), { id, until, reason });
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.listSlots, async (c) => {
      const items = await listSlots(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("query"));
      return c.json({ items, nextCursor: null }, 200);
    })
    .openapi(contract.bookSlot, async (c) => {
      const id = await bookSlot(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await appointment(id, c.get("actor")), 201, { location: `/api/v1/appointments/${id}` });
    })
    .openapi(contract.myAppointments, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const rows = await appointmentsOfPerson(db, actor.personId, now());
      return c.json({ items: rows.map((row) => presentAppointment(row, actor, now())), nextCursor: null }, 200);
    })
    .openapi(contract.readAppointment, async (c) => c.json(await appointment(c.req.valid("param").id, c.get("actor")), 200))
    .openapi(contract.cancelAppointment, async (c) => {
      const { id } = c.req.valid("param");
      await cancelAppointment(installation, c.get("actor"), id, c.req.valid("json").reason);
      return c.json(await appointment(id, c.get("actor")), 200);
    });
}

export type ConsultationApi = ReturnType<typeof consultationRoutes>;
