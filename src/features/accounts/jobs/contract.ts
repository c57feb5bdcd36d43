import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { momentField } from "../../../platform/http/fields.ts";
import { json, route } from "../../../platform/http/route.ts";

const jobId = z
  .string()
  .regex(/^\d{1,18}$/)
  .openapi({ example: "4711" });

const queue = z
  .object({
    name: z.string().openapi({ example: "webhooks.deliver" }),
    ready: z.number().int().openapi({ description: "Can be taken now" }),
    later: z.number().int().openapi({ description: "Wait for their time, or for the next try" }),
    running: z.number().int(),
    failed: z.number().int().openapi({ description: "Tried as often as they may be" }),
  })
  .openapi("JobQueue");

const troubledJob = z
  .object({
    id: jobId,
    name: z.string(),
    state: z.enum(["retrying", "failed"]),
    tries: z.number().int(),
    mostTries: z.number().int(),
    lastError: z.string(),
    lastTryAt: momentField,
    nextTryAt: momentField.nullable(),
    abilities: z.object({ retry: z.boolean() }),
  })
  .openapi("TroubledJob");

/** How many jobs stand where, by name. */
export const listQueues = route({
  method: "get",
  path: "/job-queues",
  tags: ["operations"],
  summary: "See how long the queues are",
  permission: "operator",
  responses: { 200: json(pageOf(queue), "One for each kind of job that waits") },
});

/** Jobs whose last try failed, newest first. */
export const listTroubledJobs = route({
  method: "get",
  path: "/troubled-jobs",
  tags: ["operations"],
  summary: "See the jobs that failed",
  permission: "operator",
  request: { query: pageQuery },
  responses: { 200: json(pageOf(troubledJob), "Newest first") },
});

/** Has a job that failed tried again at once. */
export const retryJob = route({
  method: "put",
  path: "/troubled-jobs/{id}/retry",
  tags: ["operations"],
  summary: "Try a job again",
  permission: "operator",
  request: { params: z.object({ id: jobId }) },
  responses: { 204: { description: "Waiting to be done" } },
});
