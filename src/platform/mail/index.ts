export { deliverLetters, type Postman, postmanOf } from "./deliver-letters.ts";
export { devMail } from "./dev-mail.ts";
export { deliverLettersJob, mailCrontab, mailHandlers } from "./jobs.ts";
export type { Letter, LetterAttachment, LetterPart } from "./letter.ts";
export { sendLetter } from "./send-letter.ts";
