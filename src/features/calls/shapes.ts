import { z } from "@hono/zod-openapi";
import { idField, nameField, neededTextsField, textField, textsField } from "../../platform/http/fields.ts";
import { callKinds, callStatuses } from "./call.ts";
import { questionKinds } from "./submissions/question-kinds.ts";

export const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });

const keyField = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/)
  .openapi({ example: "idea" });

const distinct = (list: readonly { id?: string | undefined }[]) => {
  const ids = list.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return new Set(ids).size === ids.length;
};

const option = { label: neededTextsField(200) };
const asked = {
  kind: z.enum(questionKinds),
  label: neededTextsField(300),
  hint: textsField(1_000).default({}),
  isRequired: z.boolean().default(false),
  identifies: z.boolean().default(false).openapi({ description: "Tells who applies: a jury that reads blind is not shown the answer" }),
  most: z.number().min(1).max(1_000_000_000).optional().openapi({ description: "Characters of a text, or the highest number" }),
};

/** One question of the form. */
export const question = z
  .strictObject({
    id: keyField.openapi({ description: "What its answer is kept under" }),
    ...asked,
    options: z.array(z.strictObject({ id: keyField, ...option })).default([]),
  })
  .openapi("CallQuestion");

const newKey = keyField.optional().openapi({ description: "Made of the label, when left out" });

/** A question as it is given. */
const newQuestion = z
  .strictObject({
    id: newKey,
    ...asked,
    options: z
      .array(z.strictObject({ id: newKey, ...option }))
      .max(50)
      .refine(distinct)
      .default([]),
  })
  .refine(({ kind, options }) => options.length >= 2 === (kind === "choice" || kind === "several"), { path: ["options"] })
  .openapi("NewCallQuestion");

export const questions = z.array(newQuestion).min(1).max(60).refine(distinct);

const numberList = (digits: RegExp) => z.array(z.string().regex(digits)).min(1).max(400);

/** Who may apply: one rule. All of them must hold. */
export const rule = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("organization_number") }),
    z.strictObject({ kind: z.literal("municipality"), numbers: numberList(/^\d{4}$/) }),
    z.strictObject({ kind: z.literal("county"), numbers: numberList(/^\d{2}$/) }),
    z.strictObject({ kind: z.literal("age_at_most"), years: z.number().int().min(0).max(200) }),
    z.strictObject({ kind: z.literal("member_of"), organizationId: idField }),
    z.strictObject({
      kind: z.literal("legal_form"),
      forms: z
        .array(z.string().regex(/^[A-Z]{2,4}$/))
        .min(1)
        .max(50),
    }),
  ])
  .openapi("EligibilityRule");

const scale = { weight: z.number().int().min(1).max(100), least: z.number().int().min(0).max(99), most: z.number().int().min(1).max(100) };

/** A criterion as it is given. */
export const newCriterion = z
  .strictObject({
    name: neededTextsField(200),
    description: textsField(1_000).default({}),
    weight: scale.weight.default(1),
    least: scale.least.default(1),
    most: scale.most.default(6),
  })
  .refine(({ least, most }) => least < most, { path: ["most"] });

/** A phase as it is given. */
export const newPhase = z.strictObject({ name: neededTextsField(200), criteria: z.array(newCriterion).min(1).max(20) });

/** Somebody who is asked into a jury, by the address they are reached at. */
export const newJuror = z.strictObject({ name: nameField(200), email: z.email().max(200).toLowerCase() });

export const sponsor = z.strictObject({ name: nameField(200), text: textField(300).optional() });

export const criterion = z
  .object({ id: z.uuid(), name: texts, description: texts, weight: z.number().int(), least: z.number().int(), most: z.number().int() })
  .openapi("CallCriterion");

export const phase = z
  .object({
    number: z.number().int(),
    name: texts,
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    criteria: z.array(criterion).openapi({ description: "They stand still from when the phase opens" }),
  })
  .openapi("CallPhase");

export const callLine = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    kind: z.enum(callKinds),
    title: texts,
    organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
    status: z.enum(callStatuses),
    opensAt: z.string(),
    closesAt: z.string(),
    timeZone: z.string(),
    graceMinutes: z.number().int(),
    windowState: z.enum(["not_yet", "open", "grace", "over"]).openapi({ description: "`grace`: taken, and marked as late" }),
  })
  .openapi("CallLine");

export const call = callLine
  .extend({
    descriptions: texts,
    questions: z.array(question),
    eligibility: z.array(rule),
    ruleNames: z
      .record(z.string(), z.string())
      .openapi({ description: "Names of what rules speak of: organizations by id, municipalities and counties by number" }),
    isBlind: z.boolean(),
    appealNotes: texts.openapi({ description: "How one complains: stands in the letters" }),
    sponsors: z.array(z.object({ name: z.string(), text: z.string().optional() })),
    event: z.object({ id: z.uuid(), slug: z.string(), title: texts }).nullable().openapi({ description: "Where the audience votes" }),
    phases: z.array(phase),
    awarded: z
      .array(z.object({ id: z.uuid(), title: z.string(), organization: z.string().nullable() }))
      .openapi({ description: "Of an award, when those who applied have been told" }),
    version: z.number().int(),
    abilities: z.object({
      run: z.boolean(),
      apply: z.boolean(),
      changeForm: z.boolean(),
      removePhases: z.array(z.number().int()).openapi({ description: "Phases nobody has judged or decided in, by their numbers" }),
    }),
  })
  .openapi("Call");
