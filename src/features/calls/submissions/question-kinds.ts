import type { Texts } from "../../../platform/database/schema.ts";

export const questionKinds = ["text", "long_text", "choice", "several", "file", "number", "date", "organization", "consent"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** One question of a form. Its id is what answers are kept under. */
export interface Question {
  id: string;
  kind: QuestionKind;
  label: Texts;
  hint: Texts;
  isRequired: boolean;
  /** Whether the answer tells who applies: not shown to a jury that reads blind. */
  identifies: boolean;
  /** Of a choice, or of several. */
  options: { id: string; label: Texts }[];
  /** The longest text, in characters; the highest number. */
  most?: number | undefined;
}

export type Answer = string | number | boolean | string[] | null;
export type Answers = Record<string, Answer>;

/** What is wrong with an answer, as fields say it elsewhere. */
export type Fault =
  | "required"
  | "too_long"
  | "too_large"
  | "invalid_number"
  | "invalid_date"
  | "invalid_organization"
  | "unknown_option"
  | "not_this_kind";

export const longestAnswer = { text: 500, long_text: 10_000 };
