import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { fileField, idField, idOrSlug } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { bookingRefusals } from "../bookings/index.ts";
import { orderStates } from "./order.ts";
import { productionRefusals } from "./refusals.ts";
import * as shapes from "./shapes.ts";
import { stockRefusals } from "./stock/refusals.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const anOrder = z.object({ id: idField });
const aFile = z.object({ id: idField, fileId: idField });
const done = { 200: json(shapes.order, "The order as it now is") };
const tags = ["production orders"];
const both = "customer of the order or manager of the company that pays, or host of the space" as const;
// read as it comes, so that it is not parsed and held first
const fileBody = {
  required: true,
  content: {
    "multipart/form-data": {
      schema: { type: "object" as const, properties: { file: { type: "string" as const, format: "binary" } }, required: ["file"] },
    },
  },
};

export const startOrder = route({
  method: "post",
  path: "/production-orders",
  tags,
  summary: "Bring a design and get help to make it",
  description:
    "Begins as a draft: add files, then take it to `asked` with `PUT /production-orders/{id}/state`. The lab answers with a price (`quoted`), and begins when it is `accepted`.",
  permission: "signed in",
  refusals: [...known, productionRefusals.noOrdersHere, productionRefusals.notForThem],
  request: { body: jsonBody(shapes.newOrder) },
  responses: { 201: json(shapes.order, "The order, a draft") },
});

export const listOrders = route({
  method: "get",
  path: "/spaces/{id}/production-orders",
  tags,
  summary: "See what a lab has been asked to make",
  permission: "host of the space",
  refusals: known,
  request: { params: z.object({ id: idOrSlug }), query: pageQuery.extend({ state: z.enum(orderStates).optional() }) },
  responses: { 200: json(pageOf(shapes.orderLine), "A page of orders, what changed last first") },
});

export const listPayers = route({
  method: "get",
  path: "/spaces/{id}/production-order-payers",
  tags,
  summary: "See for which companies one may order at a lab",
  description: "Those one owns or manages, and those that pay for one in the house: an order for one of them is owed by the company.",
  permission: "signed in",
  refusals: known,
  request: { params: z.object({ id: idOrSlug }) },
  responses: { 200: json(pageOf(shapes.payer), "All of them, by name") },
});

export const myOrders = route({
  method: "get",
  path: "/me/production-orders",
  tags,
  summary: "See one's own production orders",
  description:
    "With `of=companies` those that others have placed for companies one owns or manages, what changed last first: one may do with them what whoever placed them may.",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { query: pageQuery.extend({ of: z.enum(["me", "companies"]).default("me") }) },
  responses: { 200: json(pageOf(shapes.orderLine), "A page of orders, the newest first") },
});

export const readOrder = route({
  method: "get",
  path: "/production-orders/{id}",
  tags,
  summary: "Read a production order",
  permission: both,
  refusals: known,
  request: { params: anOrder },
  responses: { 200: json(shapes.order, "The order") },
});

export const changeOrder = route({
  method: "patch",
  path: "/production-orders/{id}",
  tags,
  summary: "Change what is wanted, until a price is given",
  permission: both,
  refusals: [
    ...known,
    productionRefusals.notNow,
    productionRefusals.notForThem,
    productionRefusals.notTheirChoice,
    requestRefusals.changedMeanwhile,
  ],
  request: { params: anOrder, headers: ifMatchHeader, body: jsonBody(shapes.orderChanges) },
  responses: done,
});

export const stepOrder = route({
  method: "put",
  path: "/production-orders/{id}/state",
  tags,
  summary: "Take an order a step on",
  description:
    "`draft` → `asked` → `quoted` → `accepted` → `in_production` → `ready` → `collected`, or `declined`; `abilities.steps` says where the reader may take it. The other side is told by letter.",
  permission: both,
  refusals: [
    ...known,
    productionRefusals.wrongStep,
    productionRefusals.nothingQuoted,
    productionRefusals.notForThem,
    stockRefusals.notEnough,
  ],
  request: { params: anOrder, body: jsonBody(shapes.newStep) },
  responses: done,
});

export const stopOrder = route({
  method: "put",
  path: "/production-orders/{id}/stop",
  tags,
  summary: "End an order that cannot be finished",
  description:
    "While it is in production or ready. What was not used of the material goes back to the stock, time ahead of machines is given back, and the customer is told why and what there is to pay: of each line at most what was agreed.",
  permission: "host of the space",
  refusals: [...known, productionRefusals.notNow, productionRefusals.notThatLine, productionRefusals.moreThanAgreed],
  request: { params: anOrder, body: jsonBody(shapes.orderStop) },
  responses: done,
});

export const addFile = route({
  method: "post",
  path: "/production-orders/{id}/files",
  tags,
  summary: "Add a design",
  description:
    "STL, STEP, SVG, DXF, PDF, PNG or JPEG, as its name says; as large as the operator has set. It is kept as it is, and given only to those concerned, to be saved and not shown.",
  permission: both,
  refusals: [
    ...known,
    requestRefusals.invalid,
    requestRefusals.wrongType,
    requestRefusals.tooLarge,
    productionRefusals.wrongFile,
    productionRefusals.fileTooLarge,
    productionRefusals.tooManyFiles,
    productionRefusals.notNow,
  ],
  request: { params: anOrder, body: fileBody },
  responses: { 201: json(shapes.order, "The order with the file") },
});

export const readFile = route({
  method: "get",
  path: "/production-orders/{id}/files/{fileId}",
  tags,
  summary: "Fetch a design, or a photo of the result",
  permission: both,
  refusals: known,
  request: { params: aFile },
  responses: {
    200: {
      description: "The file",
      content: { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } },
    },
  },
});

export const removeFile = route({
  method: "delete",
  path: "/production-orders/{id}/files/{fileId}",
  tags,
  summary: "Take a design or a photo away",
  description: "By the customer: designs until a price is given, photos at any time.",
  permission: both,
  refusals: [...known, productionRefusals.notNow],
  request: { params: aFile },
  responses: done,
});

export const addPhoto = route({
  method: "post",
  path: "/production-orders/{id}/photos",
  tags,
  summary: "Add a photo of the result",
  description: "When the customer has agreed to photos (`photosAllowed`). Written anew without place, camera and time.",
  permission: "host of the space",
  refusals: [...known, productionRefusals.photosNotAllowed, productionRefusals.notAPhoto, productionRefusals.tooManyFiles],
  request: {
    params: anOrder,
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.strictObject({
            file: fileField,
          }),
        },
      },
    },
  },
  responses: { 201: json(shapes.order, "The order with the photo") },
});

export const writeMessage = route({
  method: "post",
  path: "/production-orders/{id}/messages",
  tags,
  summary: "Write to the other side of an order",
  permission: both,
  refusals: known,
  request: { params: anOrder, body: jsonBody(shapes.newMessage) },
  responses: { 201: json(shapes.order, "The order with the message") },
});

export const addLine = route({
  method: "post",
  path: "/production-orders/{id}/lines",
  tags,
  summary: "Add what the price is made of",
  description: "Once the price is agreed, lines are added without one. Material from the stock leaves it when the work begins.",
  permission: "host of the space",
  refusals: [...known, productionRefusals.notNow, productionRefusals.priceAgreed, stockRefusals.notEnough],
  request: { params: anOrder, body: jsonBody(shapes.newLine) },
  responses: { 201: json(shapes.order, "The order with the line") },
});

export const removeLine = route({
  method: "delete",
  path: "/production-orders/{id}/lines/{lineId}",
  tags,
  summary: "Take a line out of the price",
  permission: "host of the space",
  refusals: [...known, productionRefusals.notNow],
  request: { params: z.object({ id: idField, lineId: idField }) },
  responses: done,
});

export const bookMachineTime = route({
  method: "post",
  path: "/production-orders/{id}/machine-times",
  tags,
  summary: "Book a machine for an order",
  description:
    "In the name of the house, by every rule of a booking, the certificate of whoever books it and does the work too; it draws on nobody's allowance, and is tied to the order.",
  permission: "host of the space",
  refusals: [
    ...known,
    productionRefusals.notNow,
    productionRefusals.priceAgreed,
    productionRefusals.notOurMachine,
    ...Object.values(bookingRefusals),
  ],
  request: { params: anOrder, body: jsonBody(shapes.newMachineTime) },
  responses: { 201: json(shapes.order, "The order with the time") },
});
