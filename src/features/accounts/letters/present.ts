import type { Installation } from "../../../platform/installation.ts";
import {
  type KeptLetter,
  type LetterCounts,
  maskedAddress,
  mostLetterAttempts,
  retriedStates,
  withMaskedAddresses,
} from "../../../platform/mail/index.ts";
import { showsRecipient, showsSubject } from "./policy.ts";

type Settings = Pick<Installation["settings"], "isDemo" | "smtpUrl">;

export function presentMail({ unsent, sentLastDay, lastSentAt }: LetterCounts, { smtpUrl }: Settings) {
  return {
    isSending: smtpUrl !== undefined,
    waiting: unsent.get("waiting") ?? 0,
    retrying: unsent.get("retrying") ?? 0,
    sending: unsent.get("sending") ?? 0,
    uncertain: unsent.get("uncertain") ?? 0,
    failed: unsent.get("failed") ?? 0,
    sentLastDay,
    lastSentAt: lastSentAt?.toString() ?? null,
  };
}

/** What became of a letter, as the API shows it. In the demonstration everybody is invented and all is shown. */
export function presentLetter(row: KeptLetter, { isDemo, smtpUrl }: Settings, isAskedFor: boolean) {
  const isOpen = isDemo || isAskedFor;
  const isRecipientShown = showsRecipient(row.state, isOpen);
  return {
    id: row.id,
    about: row.about,
    to: isRecipientShown ? row.recipient : maskedAddress(row.recipient),
    subject: showsSubject(isOpen) ? row.subject : null,
    language: row.language,
    state: row.state,
    tries: row.attempts,
    mostTries: mostLetterAttempts,
    failure: row.failure && (isRecipientShown ? row.failure : withMaskedAddresses(row.failure)),
    writtenAt: row.created_at.toString(),
    sentAt: row.sent_at?.toString() ?? null,
    nextTryAt: row.state === "retrying" ? (row.try_after?.toString() ?? null) : null,
    abilities: { retry: retriedStates.includes(row.state), read: isDemo && smtpUrl === undefined },
  };
}
