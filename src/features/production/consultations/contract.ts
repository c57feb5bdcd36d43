import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf } from "../../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { consultationRefusals } from "./refusals.ts";
import * as shapes from "./shapes.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const ofSpace = z.object({ id: idOrSlug });
const one = z.object({ id: idField });
const onDay = z.object({ id: idField, day: dayField });
const tags = ["consultations"];

export const listConsultations = route({
  method: "get",
  path: "/spaces/{id}/consultations",
  tags,
  summary: "See when a lab helps people, week by week",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofSpace },
  responses: { 200: json(pageOf(shapes.consultation), "All weekly times that are not over, as the week goes") },
});

export const addConsultation = route({
  method: "post",
  path: "/spaces/{id}/consultations",
  tags,
  summary: "Set up help at a fixed time of every week",
  description: "Cut into slots that people take one by one. Not held on public holidays the house is shut, nor on days it is closed.",
  permission: "host of the space",
  refusals: [...known, consultationRefusals.wrongTimes, consultationRefusals.staffElsewhere, consultationRefusals.staffBusy],
  request: { params: ofSpace, body: jsonBody(shapes.newConsultation) },
  responses: { 201: json(shapes.consultation, "The weekly time") },
});

export const addException = route({
  method: "put",
  path: "/consultations/{id}/exceptions/{day}",
  tags,
  summary: "Take a day out of a weekly time",
  description: "Who had a slot that day loses it, and is told by letter with the reason.",
  permission: "host of the space",
  refusals: known,
  request: { params: onDay, body: jsonBody(shapes.anException) },
  responses: { 200: json(shapes.consultation, "The weekly time") },
});

export const removeException = route({
  method: "delete",
  path: "/consultations/{id}/exceptions/{day}",
  tags,
  summary: "Put a day back into a weekly time",
  permission: "host of the space",
  refusals: known,
  request: { params: onDay },
  responses: { 200: json(shapes.consultation, "The weekly time") },
});

export const endConsultation = route({
  method: "put",
  path: "/consultations/{id}/ending",
  tags,
  summary: "End a weekly time",
  description: "Who had a slot from that day on loses it, and is told by letter with the reason.",
  permission: "host of the space",
  refusals: known,
  request: { params: one, body: jsonBody(shapes.anEnding) },
  responses: { 200: json(shapes.consultation, "The weekly time") },
});

export const listSlots = route({
  method: "get",
  path: "/spaces/{id}/consultation-slots",
  tags,
  summary: "Find a slot with somebody who can help",
  description: "From a day until another, at most eight weeks; four weeks from today when left out. The desk sees who comes.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofSpace, query: z.object({ from: dayField.optional(), until: dayField.optional() }) },
  responses: { 200: json(pageOf(shapes.slot), "The slots, the soonest first") },
});

export const bookSlot = route({
  method: "post",
  path: "/consultations/{id}/appointments",
  tags,
  summary: "Take a slot",
  permission: "signed in",
  refusals: [
    ...known,
    consultationRefusals.taken,
    consultationRefusals.elsewhereThen,
    consultationRefusals.enough,
    consultationRefusals.noSuchSlot,
    consultationRefusals.begun,
    consultationRefusals.notYourOrder,
  ],
  request: { params: one, body: jsonBody(shapes.newAppointment) },
  responses: { 201: json(shapes.appointment, "The appointment") },
});

export const myAppointments = route({
  method: "get",
  path: "/me/appointments",
  tags,
  summary: "See one's own slots",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  responses: { 200: json(pageOf(shapes.appointment), "Those that are not over, the soonest first") },
});

export const readAppointment = route({
  method: "get",
  path: "/appointments/{id}",
  tags,
  summary: "Read an appointment",
  permission: "the person, or host of the space",
  refusals: known,
  request: { params: one },
  responses: { 200: json(shapes.appointment, "The appointment") },
});

export const cancelAppointment = route({
  method: "put",
  path: "/appointments/{id}/cancellation",
  tags,
  summary: "Give a slot up before it begins",
  permission: "the person, or host of the space",
  refusals: [...known, consultationRefusals.begun],
  request: { params: one, body: jsonBody(shapes.cancellation) },
  responses: { 200: json(shapes.appointment, "The appointment") },
});
