import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { certificationRefusals } from "../../spaces/index.ts";
import { bookingRefusals } from "../refusals.ts";
import { inductionRefusals } from "./refusals.ts";
import { induction, newInduction, results } from "./shapes.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const anInduction = z.object({ id: idField });
const aSignUp = z.object({ id: idField, personId: idField });

export const listInductions = route({
  method: "get",
  path: "/spaces/{id}/inductions",
  tags: ["inductions"],
  summary: "Find courses that open the machines of a house",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ id: idOrSlug }), query: pageQuery },
  responses: { 200: json(pageOf(induction), "A page of courses, the soonest first") },
});

export const addInduction = route({
  method: "post",
  path: "/spaces/{id}/inductions",
  tags: ["inductions"],
  summary: "Set up a course that grants a certificate",
  description: "Its time is booked for the one who teaches, by the rules of every booking, so that nobody books over it.",
  permission: "host of the space",
  refusals: [
    ...known,
    inductionRefusals.instructorElsewhere,
    inductionRefusals.otherLab,
    certificationRefusals.noSuchLevel,
    ...Object.values(bookingRefusals),
  ],
  request: { params: z.object({ id: idOrSlug }), body: jsonBody(newInduction) },
  responses: { 201: json(induction, "The course") },
});

export const readInduction = route({
  method: "get",
  path: "/inductions/{id}",
  tags: ["inductions"],
  summary: "Read a course",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: anInduction },
  responses: { 200: json(induction, "The course") },
});

export const signUp = route({
  method: "put",
  path: "/inductions/{id}/sign-ups/{personId}",
  tags: ["inductions"],
  summary: "Take a place at a course",
  description: "For oneself until it begins; those at the desk for anyone, while it lasts.",
  permission: "the person",
  refusals: [...known, inductionRefusals.full, inductionRefusals.over],
  request: { params: aSignUp },
  responses: { 200: json(induction, "The course") },
});

export const signOff = route({
  method: "delete",
  path: "/inductions/{id}/sign-ups/{personId}",
  tags: ["inductions"],
  summary: "Give a place at a course back",
  permission: "the person",
  refusals: [...known, inductionRefusals.over],
  request: { params: aSignUp },
  responses: { 200: json(induction, "The course") },
});

export const settleInduction = route({
  method: "put",
  path: "/inductions/{id}/results",
  tags: ["inductions"],
  summary: "Say who passed a course",
  description: "Who passed gets the certificate at once. What has been said of somebody stays; a certificate is withdrawn with a reason.",
  permission: "host of the space",
  refusals: [...known, inductionRefusals.notBegun, inductionRefusals.notSignedUp, certificationRefusals.held],
  request: { params: anInduction, body: jsonBody(results) },
  responses: { 200: json(induction, "The course") },
});
