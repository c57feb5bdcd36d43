import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { fileField, idField, idOrSlug } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { callRefusals } from "../refusals.ts";
import { texts } from "../shapes.ts";
import { submission, submissionLine, written } from "./shapes.ts";

const ofCall = z.object({ id: idOrSlug });
const byId = z.object({ id: idField });
const ofQuestion = z.object({ id: idField, question: z.string().max(40) });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const window = [callRefusals.notOpenYet, callRefusals.deadlinePassed];
const delivering = [callRefusals.incomplete, callRefusals.notEligible];

export const createSubmission = route({
  method: "post",
  path: "/calls/{id}/submissions",
  tags: ["calls"],
  summary: "Apply to a call",
  description:
    "Begins a draft, or delivers at once with `deliver`. A draft is saved as one types with `PATCH /submissions/{id}` and delivered with `PUT /submissions/{id}/delivery`; until the deadline it can be changed and delivered again.",
  permission: "signed in",
  refusals: [...known, ...window, callRefusals.wrongAnswer, callRefusals.tooManyDrafts, ...delivering],
  request: { params: ofCall, body: jsonBody(z.strictObject({ ...written, deliver: z.boolean().default(false) })) },
  responses: { 201: json(submission, "The submission, as a draft or delivered") },
});

export const listSubmissions = route({
  method: "get",
  path: "/calls/{id}/submissions",
  tags: ["calls"],
  summary: "What was delivered to a call",
  description: "In order of titles, with how many there are in each state. Drafts are counted, and never shown.",
  permission: "manager of the organization",
  refusals: known,
  request: { params: ofCall, query: pageQuery },
  responses: {
    200: json(
      pageOf(submissionLine).extend({
        counts: z.object({ drafts: z.number().int(), submitted: z.number().int(), late: z.number().int(), withdrawn: z.number().int() }),
      }),
      "A page of submissions",
    ),
  },
});

export const mySubmissions = route({
  method: "get",
  path: "/me/submissions",
  tags: ["calls"],
  summary: "What I have applied for",
  description: "The latest first, drafts among them.",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { query: pageQuery.extend({ call: idOrSlug.optional().openapi({ description: "To this call" }) }) },
  responses: { 200: json(pageOf(submissionLine), "A page of submissions") },
});

export const readSubmission = route({
  method: "get",
  path: "/submissions/{id}",
  tags: ["calls"],
  summary: "Read a submission",
  description:
    "Whoever applies sees it as it is being written. Those who run the call, and the jurors it is assigned to, see what was delivered; a jury that reads blind is not shown who it is by, nor answers that tell.",
  permission: "applicant, assigned juror or manager of the organization",
  refusals: known,
  request: { params: byId },
  responses: {
    200: json(
      submission
        .extend({
          project: z
            .object({ slug: z.string(), title: texts })
            .nullable()
            .openapi({ description: "The project the grant is taken up in, for those who see it" }),
        })
        .openapi("ReadSubmission"),
      "The submission",
    ),
  },
});

export const changeSubmission = route({
  method: "patch",
  path: "/submissions/{id}",
  tags: ["calls"],
  summary: "Save what is written",
  description: "What is left out stays. What was delivered stands until it is delivered again.",
  permission: "applicant",
  refusals: [
    ...known,
    ...window,
    callRefusals.wrongAnswer,
    callRefusals.withdrawn,
    callRefusals.beingJudged,
    requestRefusals.changedMeanwhile,
  ],
  request: { params: byId, headers: ifMatchHeader, body: jsonBody(z.strictObject(written)) },
  responses: { 200: json(submission, "The submission, saved") },
});

export const deliverSubmission = route({
  method: "put",
  path: "/submissions/{id}/delivery",
  tags: ["calls"],
  summary: "Deliver what is written",
  description:
    "Everything must be answered that has to be, and the rules for who may apply must hold. After the deadline, within the grace, what was never delivered is taken and marked as late.",
  permission: "applicant",
  refusals: [...known, ...window, callRefusals.withdrawn, callRefusals.beingJudged, ...delivering],
  request: { params: byId },
  responses: { 200: json(submission, "The submission, delivered") },
});

export const withdrawSubmission = route({
  method: "put",
  path: "/submissions/{id}/withdrawal",
  tags: ["calls"],
  summary: "Withdraw a submission",
  description: "Until it is decided and told.",
  permission: "applicant",
  refusals: [...known, callRefusals.decided],
  request: { params: byId },
  responses: { 200: json(submission, "The submission, withdrawn") },
});

export const putFile = route({
  method: "put",
  path: "/submissions/{id}/files/{question}",
  tags: ["calls"],
  summary: "Answer with a file",
  description: "PDF, picture, Word, Excel or PowerPoint of up to 10 MB.",
  permission: "applicant",
  refusals: [
    ...known,
    ...window,
    callRefusals.withdrawn,
    callRefusals.beingJudged,
    callRefusals.wrongAnswer,
    callRefusals.wrongFile,
    callRefusals.fileTooLarge,
  ],
  request: {
    params: ofQuestion,
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.object({ file: fileField }),
        },
      },
    },
  },
  responses: { 200: json(submission, "The submission with the file") },
});

export const getFile = route({
  method: "get",
  path: "/submissions/{id}/files/{question}",
  tags: ["calls"],
  summary: "A file of a submission",
  permission: "applicant, assigned juror or manager of the organization",
  refusals: known,
  request: { params: ofQuestion },
  responses: {
    200: { description: "The file", content: { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } } },
  },
});
