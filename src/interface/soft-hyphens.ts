const softHyphen = "\u00ad";
/** Words up to here fit the narrowest room. */
const longest = 12;
const least = 4;
const vowel = /[aeiouyæøåáäöé]/i;

/** A name whose long words may be broken between syllables: "Gummivarefabrikk" has no place in a room on a phone. */
export function softHyphens(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => (word.length > longest ? broken(word) : word));
}

// a syllable begins with the last consonant before a vowel, as one learns it at school
function broken(word: string): string {
  const letters = [...word];
  return letters
    .map((letter, place) => {
      const isSyllable =
        !vowel.test(letter) && vowel.test(letters[place + 1] ?? "") && letters.slice(0, place).some((one) => vowel.test(one));
      const isFarIn = place >= least && letters.length - place >= least;
      return isSyllable && isFarIn ? softHyphen + letter : letter;
    })
    .join("");
}
