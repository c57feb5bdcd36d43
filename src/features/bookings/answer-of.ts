import type { Db } from "../../platform/database/database.ts";
import { tellerOf } from "../organizations/index.ts";
import type { Answer, Booking } from "./deciding/command.ts";

/** The booking an answer is about. @throws Refusal when the answer is one */
export function answerOf(answer: Answer): Booking {
  if (answer.kind === "refused") throw answer.refusal;
  return answer.booking;
}

/** Answers as they are told to whoever asked: at the desk, what stands against a member is said of the member. */
export async function toldAnswers(db: Db, by: string, personId: string | null, answers: Answer[]): Promise<Answer[]> {
  if (answers.every(({ kind }) => kind === "done")) return answers;
  const tell = await tellerOf(db, by, personId);
  return answers.map((answer) => (answer.kind === "refused" ? { kind: "refused", refusal: tell(answer.refusal) } : answer));
}

/** The booking an answer to somebody who asked for a person is about. @throws Refusal when the answer is one */
export async function answerFor(db: Db, by: string, personId: string | null, answer: Answer): Promise<Booking> {
  const [told = answer] = await toldAnswers(db, by, personId, [answer]);
  return answerOf(told);
}
