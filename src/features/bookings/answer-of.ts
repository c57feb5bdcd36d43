import type { Answer, Booking } from "./deciding/command.ts";

/** The booking an answer is about. @throws Refusal when the answer is one */
export function answerOf(answer: Answer): Booking {
  if (answer.kind === "refused") throw answer.refusal;
  return answer.booking;
}
