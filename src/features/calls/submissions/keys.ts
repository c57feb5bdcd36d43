import type { Texts } from "../../../platform/database/schema.ts";
import { slugOf } from "../../organizations/index.ts";
import { textOf } from "../call.ts";
import type { Question } from "./question-kinds.ts";

type Keyless = { id?: string | undefined; label: Texts };

/** A question as it is given: what has no key yet is given one. */
export type GivenQuestion = Omit<Question, "id" | "options"> & Keyless & { options: Keyless[] };

const longestKey = 40;

/** The questions with what their answers are kept under: the key they have, else one made of the label that no other has. */
export function withKeys(given: readonly GivenQuestion[]): Question[] {
  return keyed(given, "question").map((question) => ({ ...question, options: keyed(question.options, "option") }));
}

function keyed<Given extends Keyless>(given: readonly Given[], usual: string): (Given & { id: string })[] {
  const taken = new Set(given.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return given.map((one) => {
    if (one.id !== undefined) return { ...one, id: one.id };
    const id = freeKey(keyOf(textOf(one.label, "nb")) || usual, taken);
    taken.add(id);
    return { ...one, id };
  });
}

/** "Hva heter dere?" becomes "hva-heter-dere". A key begins with a letter. */
function keyOf(label: string): string {
  return slugOf(label)
    .replace(/^[^a-z]+/, "")
    .slice(0, longestKey)
    .replace(/-+$/, "");
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const tried = `${key.slice(0, longestKey - ending.length)}${ending}`;
    if (!taken.has(tried)) return tried;
  }
}
