/**
 * A name as it is compared: without case, diacritics, spaces and punctuation; æ, ø and å as ae, o and a. "E-post (arbeid)" and
 * "epost arbeid" are the same. "" when there is no letter or digit.
 */
export function foldedName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
