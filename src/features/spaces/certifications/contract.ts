import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { spaceRefusals } from "../refusals.ts";
import { certificationRefusals } from "./refusals.ts";
import { certificate, certification, newCertificate, newCertification, withdrawal } from "./shapes.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const aCertification = z.object({ id: idField });
const aRecognition = z.object({ id: idField, recognisedId: idField });

export const listCertifications = route({
  method: "get",
  path: "/certifications",
  tags: ["certifications"],
  summary: "See what one must have learnt to book machines",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { query: pageQuery.extend({ organization: idOrSlug.optional().openapi({ description: "Of one lab" }) }) },
  responses: { 200: json(pageOf(certification), "A page of certifications") },
});

export const addCertification = route({
  method: "post",
  path: "/organizations/{id}/certifications",
  tags: ["certifications"],
  summary: "Add something to be learnt before machines are booked",
  description: "A machine asks for it by `certificationId` and `certificationLevel` of its resource.",
  permission: "manager of the organization",
  refusals: [...known, spaceRefusals.textMissing],
  request: { params: z.object({ id: idOrSlug }), body: jsonBody(newCertification) },
  responses: { 201: json(certification, "The certification") },
});

export const recognise = route({
  method: "put",
  path: "/certifications/{id}/recognitions/{recognisedId}",
  tags: ["certifications"],
  summary: "Take the certification of another lab for good",
  permission: "manager of the organization",
  refusals: [...known, certificationRefusals.itself],
  request: { params: aRecognition },
  responses: { 200: json(certification, "The certification, with what it recognises") },
});

export const stopRecognising = route({
  method: "delete",
  path: "/certifications/{id}/recognitions/{recognisedId}",
  tags: ["certifications"],
  summary: "No longer take the certification of another lab",
  permission: "manager of the organization",
  refusals: known,
  request: { params: aRecognition },
  responses: { 200: json(certification, "The certification, with what it recognises") },
});

export const listHolders = route({
  method: "get",
  path: "/certifications/{id}/certificates",
  tags: ["certifications"],
  summary: "See who holds a certification",
  permission: "host of the space",
  refusals: known,
  request: { params: aCertification, query: pageQuery },
  responses: { 200: json(pageOf(certificate), "A page of certificates, the newest first") },
});

export const grantCertificate = route({
  method: "post",
  path: "/certifications/{id}/certificates",
  tags: ["certifications"],
  summary: "Say that somebody has learnt it",
  description: "A certificate of the same level that is still good ends the day the new one begins.",
  permission: "host of the space",
  refusals: [
    ...known,
    certificationRefusals.unknownPerson,
    certificationRefusals.noSuchLevel,
    certificationRefusals.backwards,
    certificationRefusals.held,
  ],
  request: { params: aCertification, body: jsonBody(newCertificate) },
  responses: { 201: json(certificate, "The certificate") },
});

export const withdrawCertificate = route({
  method: "put",
  path: "/certificates/{id}/withdrawal",
  tags: ["certifications"],
  summary: "Take a certificate back, with the reason",
  description: "From today on. Bookings ahead that need it are cancelled, and the holder is told.",
  permission: "host of the space",
  refusals: [...known, certificationRefusals.ended],
  request: { params: aCertification, body: jsonBody(withdrawal) },
  responses: { 200: json(certificate, "The certificate as it ended") },
});

export const myCertificates = route({
  method: "get",
  path: "/me/certificates",
  tags: ["certifications"],
  summary: "See one's own certificates",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { query: pageQuery },
  responses: { 200: json(pageOf(certificate), "A page of certificates, the newest first") },
});
