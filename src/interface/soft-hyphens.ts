const softHyphen = "\u00ad";
/** Words up to here fit the narrowest room. */
const longest = 12;
const least = 4;
const vowel = /[aeiouyæøåáäöé]/i;

/** A name whose long words may be broken between syllables: "Gummivarefabrikk" has no place in a room on a phone. */
export function softHyphens(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => (word.length > longest ? broken(word) : word));
}

function broken(word: string): string {
  const letters = [...word];
  const starts = new Set(letters.flatMap((letter, place) => (vowel.test(letter) ? (startOfSyllable(letters, place) ?? []) : [])));
  return letters
    .map((letter, place) => {
      const isFarIn = place >= least && letters.length - place >= least;
      return isFarIn && starts.has(place) ? softHyphen + letter : letter;
    })
    .join("");
}

/** Where the syllable of a vowel begins, when another goes before it and consonants stand between. */
function startOfSyllable(letters: readonly string[], ofVowel: number): number | undefined {
  const before = letters.slice(0, ofVowel);
  const last = before.findLastIndex((letter) => vowel.test(letter));
  const between = before.slice(last + 1).join("");
  return last < 0 || between === "" ? undefined : ofVowel - onsetOf(between);
}

// with the last consonant, as one learns it at school; what is one sound stays together, and so does what a word of a compound begins with:
// Eiendoms-frokost, where "sfr" stands between
function onsetOf(between: string): number {
  const sound = /(?:s[kt]j|[bfgkst]j)$/i.exec(between)?.[0];
  if (sound) return sound.length;
  const isDoubled = between.at(-3)?.toLowerCase() === between.at(-2)?.toLowerCase();
  return between.length > 2 && !isDoubled && /(?:[bdfgkptv][rl]|k[nv]|tv)$/i.test(between) ? 2 : 1;
}
