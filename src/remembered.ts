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

/** The same for each of many keys; of those asked for, no more than a few hundred are kept. */
export function rememberedEach<Value>(
  installation: Pick<Installation, "now">,
  seconds: number,
  read: (key: string) => Promise<Value | undefined>,
): (key: string) => Promise<Value | undefined> {
  const kept = new Map<string, () => Promise<Value | undefined>>();
  return async (key) => {
    const known = kept.get(key) ?? remembered(installation, seconds, () => read(key));
    const value = await known();
    if (value === undefined) return undefined;
    if (kept.size >= mostKeys) kept.clear();
    kept.set(key, known);
    return value;
  };
}

const mostKeys = 500;
