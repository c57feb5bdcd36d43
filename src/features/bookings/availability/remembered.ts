/** Asks once for each key, as long as the answer is kept. What is asked with is its own key unless one is told. */
export function remembered<Asked extends unknown[], Answer>(
  of: (...asked: Asked) => Answer,
  keyOf: (...asked: Asked) => unknown = (...asked) => asked[0],
): (...asked: Asked) => Answer {
  const known = new Map<unknown, Answer>();
  return (...asked) => {
    const key = keyOf(...asked);
    const answer = known.get(key) ?? of(...asked);
    known.set(key, answer);
    return answer;
  };
}
