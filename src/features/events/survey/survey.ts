/** Fewer answers than this are not shown: then nobody is hidden among others. */
export const fewestAnswers = 5;

/** How long after an event those who came may answer. */
export const openDays = 30;

export const scale = [1, 2, 3, 4, 5] as const;

export interface Answer {
  wasWorth: number | null;
  wouldRecommend: number | null;
  words: string | null;
}

/** What the answers come to; undefined when there are so few that one could be told from another. */
export function resultsOf(answers: readonly Answer[]) {
  return {
    wasWorth: sharesOf(answers.map(({ wasWorth }) => wasWorth)),
    wouldRecommend: sharesOf(answers.map(({ wouldRecommend }) => wouldRecommend)),
    words: shown(answers.flatMap(({ words }) => words ?? [])),
  };
}

/** How many gave each of 1 to 5. Of one question as of the whole: when few have answered it, nothing is shown. */
function sharesOf(given: readonly (number | null)[]): number[] | null {
  const values = shown(given.flatMap((value) => value ?? []));
  return values && scale.map((step) => values.filter((value) => value === step).length);
}

function shown<Value>(values: readonly Value[]): Value[] | null {
  return values.length < fewestAnswers ? null : [...values];
}
