/** Every letter those who come to an event may get, in the order they do. */
export const previewedLetters = [
  ...(["invited", "confirmed", "joint", "named", "waiting", "offered", "offer_lapsed", "pending", "refused", "unanswered"] as const),
  ...(["reminder", "event_changed", "moved", "returned", "cancelled", "event_cancelled", "came", "missed"] as const),
] as const;
export type PreviewedLetter = (typeof previewedLetters)[number];

/** Whether a letter is only sent where those who run the event decide who may come. */
export function isOfApproval(about: PreviewedLetter): boolean {
  return about === "pending" || about === "refused" || about === "unanswered";
}
