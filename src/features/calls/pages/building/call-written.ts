import type { Written } from "../../../../interface/form-values.ts";
import { clock } from "../../../../interface/format.ts";
import type { CallKind, Sponsor } from "../../call.ts";
import type { Rule } from "../../submissions/eligibility.ts";
import type { Question } from "../../submissions/question-kinds.ts";
import { writtenOptions } from "./options-written.ts";
import { writtenRules } from "./rules-written.ts";
import { writtenTexts } from "./texts-written.ts";

type Texts = Parameters<typeof writtenTexts>[1];
type Criterion = { name: Texts; description: Texts; weight: number; least: number; most: number };

/** A call as it is read from the API. */
export interface ReadCall {
  kind: CallKind;
  title: Texts;
  descriptions: Texts;
  opensAt: string;
  closesAt: string;
  timeZone: string;
  graceMinutes: number;
  questions: Question[];
  eligibility: Rule[];
  ruleNames: Record<string, string>;
  isBlind: boolean;
  appealNotes: Texts;
  sponsors: Sponsor[];
  event: { slug: string } | null;
  phases: { name: Texts; openedAt: string | null; criteria: Criterion[] }[];
  abilities: { changeForm: boolean };
}

/** What a new form begins with: room for a question, an ordinary deadline at noon, no phase. */
export function firstWritten(): Written {
  return {
    kind: ["intake"],
    timeZone: ["Europe/Oslo"],
    opensAt: ["08:00"],
    closesAt: ["12:00"],
    graceMinutes: ["0"],
    questions: ["1"],
    phases: ["0"],
    sponsors: ["0"],
  };
}

/** A call as it stands in the form. Phases that have been opened stand, and are not in it. */
export function writtenCall(call: ReadCall): Written {
  return {
    kind: [call.kind],
    ...writtenTexts("title", call.title),
    ...writtenTexts("descriptions", call.descriptions),
    ...writtenMoments(call),
    graceMinutes: [String(call.graceMinutes)],
    ...writtenRules(call.eligibility, call.ruleNames),
    ...(call.isBlind && { isBlind: ["on"] }),
    ...writtenTexts("appealNotes", call.appealNotes),
    ...(call.event && { event: [call.event.slug] }),
    ...listed("sponsors", call.sponsors, (name, { name: who, text }) => ({
      [`${name}.name`]: [who],
      ...(text && { [`${name}.text`]: [text] }),
    })),
    ...listed("questions", call.questions, writtenQuestion),
    ...listed("phases", standing(call).following, (name, phase) => ({
      ...writtenTexts(`${name}.name`, phase.name),
      ...listed(`${name}.criteria`, phase.criteria, writtenCriterion),
    })),
  };
}

/** The phases that have been opened, and those that come after them. */
export function standing<Phase extends { openedAt: string | null }>({ phases }: { phases: Phase[] }) {
  const opened = phases.filter(({ openedAt }) => openedAt !== null);
  return { opened, following: phases.slice(opened.length) };
}

function writtenMoments({ opensAt, closesAt, timeZone }: ReadCall): Written {
  const [opens, closes] = [opensAt, closesAt].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone));
  return {
    timeZone: [timeZone],
    ...(opens && { opensOn: [opens.toPlainDate().toString()], opensAt: [clock(opens)] }),
    ...(closes && { closesOn: [closes.toPlainDate().toString()], closesAt: [clock(closes)] }),
  };
}

function writtenQuestion(name: string, question: Question): Written {
  return {
    [`${name}.id`]: [question.id],
    [`${name}.kind`]: [question.kind],
    ...writtenTexts(`${name}.label`, question.label),
    ...writtenTexts(`${name}.hint`, question.hint),
    ...writtenOptions(`${name}.options`, question.options),
    ...(question.isRequired && { [`${name}.isRequired`]: ["on"] }),
    ...(question.identifies && { [`${name}.identifies`]: ["on"] }),
    ...(question.most !== undefined && { [`${name}.most`]: [String(question.most)] }),
  };
}

function writtenCriterion(name: string, { name: called, description, weight, least, most }: Criterion): Written {
  return {
    ...writtenTexts(`${name}.name`, called),
    ...writtenTexts(`${name}.description`, description),
    [`${name}.weight`]: [String(weight)],
    [`${name}.least`]: [String(least)],
    [`${name}.most`]: [String(most)],
  };
}

function listed<Row>(list: string, rows: readonly Row[], written: (name: string, row: Row) => Written): Written {
  const each = rows.map((row, index) => written(`${list}.${index + 1}`, row));
  return Object.assign({ [list]: [String(rows.length)] }, ...each) as Written;
}
