export { deliverLetters, mostLetterAttempts, type Postman, postmanOf } from "./deliver-letters.ts";
export { devMail } from "./dev-mail.ts";
export { forgetLettersAbout } from "./forget-letters.ts";
export { deliverLettersJob, mailCrontab, mailHandlers } from "./jobs.ts";
export {
  countLetters,
  findLetters,
  type KeptLetter,
  type LetterCounts,
  type LetterSearch,
  type LetterState,
  letterStates,
  retriedStates,
  retryLetter,
} from "./kept-letters.ts";
export type { Letter, LetterAttachment, LetterPart } from "./letter.ts";
export { maskedAddress, withMaskedAddresses } from "./masked-address.ts";
export { sendLetter } from "./send-letter.ts";
export { type Addressee, type LetterLine, writeLetter } from "./write-letter.ts";
