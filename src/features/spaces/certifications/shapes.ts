import { z } from "@hono/zod-openapi";
import { dayField, idField, nameField, textField } from "../../../platform/http/fields.ts";

const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
const lab = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
const named = z.object({ id: z.uuid(), names: texts, organization: lab });

export const certification = z
  .object({
    id: z.uuid(),
    names: texts,
    organization: lab,
    levels: z.number().int(),
    validMonths: z.number().int().nullable().openapi({ description: "How long a certificate is good; null: for good" }),
    recognises: z.array(named).openapi({ description: "Certifications of other labs that count here too" }),
    abilities: z.object({ edit: z.boolean(), certify: z.boolean() }),
  })
  .openapi("Certification");

export const certificate = z
  .object({
    id: z.uuid(),
    certification: named,
    person: z.object({ id: z.uuid(), name: z.string() }),
    level: z.number().int(),
    from: z.string(),
    lastDay: z.string().nullable().openapi({ description: "The last day it is good; null: for good" }),
    state: z.enum(["valid", "ahead", "ended"]),
    grantedAt: z.string(),
    grantedBy: z.string().nullable(),
    reason: z.string().nullable().openapi({ description: "Why it was withdrawn" }),
  })
  .openapi("Certificate");

const level = z.number().int().min(1).max(9);
const nameIn = nameField(120).optional();

export const newCertification = z.strictObject({
  names: z.strictObject({ nb: nameIn, nn: nameIn, en: nameIn }),
  levels: level.default(1),
  validMonths: z.number().int().min(1).max(240).nullable().default(null),
});

export const newCertificate = z.strictObject({
  personId: idField.optional(),
  email: z.email().max(254).optional().openapi({ description: "Instead of `personId`: the address the person signs in with" }),
  level: level.default(1),
  from: dayField.optional().openapi({ description: "Today when left out" }),
  lastDay: dayField.optional().openapi({ description: "When left out, as long as the certification says" }),
});

export const withdrawal = z.strictObject({ reason: textField(500).min(1) });

export type NewCertification = z.infer<typeof newCertification>;
export type NewCertificate = z.infer<typeof newCertificate>;
