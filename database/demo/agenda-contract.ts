import { z } from "zod";
import { hours, slug, texts } from "./contract.ts";

const speaker = z.strictObject({ name: z.string(), title: z.string().optional(), organization: z.string().optional() });

const session = z.strictObject({
  /** Of the event, from 1. */
  day: z.number().int().min(1),
  hours,
  title: texts,
  track: z.string().optional(),
  room: z.string().optional(),
  language: z.string().optional(),
  most: z.number().int().min(1).optional(),
  speakers: z.array(speaker).default([]),
});

/** Programmes of events. */
export const agendas = z.array(z.strictObject({ event: slug, sessions: z.array(session).min(1) }));
