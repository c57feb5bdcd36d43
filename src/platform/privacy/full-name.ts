// Words of prose begin with small letters; letters without case are taken as they are.
const beginsName = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

/**
 * Whether a name can stand for a person in a text by others: two words or more, the first and the last with a capital. Everybody
 * writes their own name, and what is called "flex" or "the house" would be taken out of every text.
 */
export function isFullName(name: string): boolean {
  const words = name.trim().split(/\s+/);
  return words.length > 1 && name.length >= 5 && beginsName.test(words[0] ?? "") && beginsName.test(words.at(-1) ?? "");
}
