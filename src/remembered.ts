import type { Installation } from "./platform/installation.ts";

/** What every page asks for, read at most once in so many seconds, until told to forget it. What could not be read (undefined) is not remembered. */
export function remembered<Value>(
  { now }: Pick<Installation, "now">,
  seconds: number,
  read: () => Promise<Value | undefined>,
): { (): Promise<Value | undefined>; forget(): void } {
  let kept: { value: Value; until: number } | undefined;
  const remember = async () => {
    const at = now().epochMilliseconds;
    if (kept && kept.until > at) return kept.value;
    const value = await read();
    if (value !== undefined) kept = { value, until: at + seconds * 1_000 };
    return value;
  };
  return Object.assign(remember, {
    forget() {
      kept = undefined;
    },
  });
}
