/** Asks once for each key, as long as the answer is kept. */
export function remembered<Key, Answer>(of: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const answer = known.get(key) ?? of(key);
    known.set(key, answer);
    return answer;
  };
}
