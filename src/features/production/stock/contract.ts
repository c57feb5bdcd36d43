import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { stockRefusals } from "./refusals.ts";
import { consumable, consumableChanges, movement, newConsumable, newMovement } from "./shapes.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];

export const listConsumables = route({
  method: "get",
  path: "/spaces/{id}/consumables",
  tags: ["consumables"],
  summary: "See what a lab sells of material, and what is in stock",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ id: idOrSlug }) },
  responses: { 200: json(pageOf(consumable), "All of it, by name") },
});

export const addConsumable = route({
  method: "post",
  path: "/spaces/{id}/consumables",
  tags: ["consumables"],
  summary: "Add material to the stock of a lab",
  permission: "manager of the organization",
  refusals: [...known, stockRefusals.nameTaken],
  request: { params: z.object({ id: idOrSlug }), body: jsonBody(newConsumable) },
  responses: { 201: json(pageOf(consumable), "All that is in stock") },
});

export const recordStock = route({
  method: "post",
  path: "/spaces/{id}/consumables/{consumableId}/movements",
  tags: ["consumables"],
  summary: "Write that goods came, what a count showed, or what went",
  permission: "host of the space",
  refusals: [...known, stockRefusals.notEnough],
  request: { params: z.object({ id: idOrSlug, consumableId: idField }), body: jsonBody(newMovement) },
  responses: { 201: json(pageOf(consumable), "All that is in stock") },
});

export const changeConsumable = route({
  method: "patch",
  path: "/spaces/{id}/consumables/{consumableId}",
  tags: ["consumables"],
  summary: "Change what material is called, what it costs, and when it is low",
  permission: "manager of the organization",
  refusals: [...known, stockRefusals.nameTaken],
  request: { params: z.object({ id: idOrSlug, consumableId: idField }), body: jsonBody(consumableChanges) },
  responses: { 200: json(pageOf(consumable), "All that is in stock") },
});

export const listMovements = route({
  method: "get",
  path: "/spaces/{id}/consumables/{consumableId}/movements",
  tags: ["consumables"],
  summary: "See what came in and went out of a material",
  permission: "host of the space",
  refusals: known,
  request: { params: z.object({ id: idOrSlug, consumableId: idField }), query: pageQuery },
  responses: { 200: json(pageOf(movement), "A page of it, the newest first") },
});
