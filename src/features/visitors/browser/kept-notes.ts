/** What is written at a kiosk without a network, until the house has heard of it. */
export interface KeptNote {
  id: string;
  kind: "arrival" | "departure";
  name: string;
  organization?: string;
  askedFor?: string;
  writtenAt: string;
  language: string;
  rulesVersion?: number;
}

/** Notes of one kiosk, kept by the browser: they outlive a tablet that is turned off. */
export function keptNotes(secret: string) {
  const key = `romslig-kiosk ${secret}`;
  const read = (): KeptNote[] => JSON.parse(localStorage.getItem(key) ?? "[]") as KeptNote[];
  const write = (notes: KeptNote[]) => (notes.length > 0 ? localStorage.setItem(key, JSON.stringify(notes)) : localStorage.removeItem(key));
  return {
    read,
    add: (note: KeptNote) => write([...read(), note]),
    /** Sends them in order, and forgets what was heard or will never be taken. @returns whether the house can be reached */
    async send(): Promise<boolean> {
      for (const { id, writtenAt, ...note } of read()) {
        const secondsAgo = Math.max(0, Math.round((Date.now() - Date.parse(writtenAt)) / 1000));
        const status = await put(`/api/v1/displays/${secret}/notes/${id}`, { ...note, secondsAgo });
        if (status === undefined || status === 429 || status >= 500) return false;
        write(read().filter((one) => one.id !== id));
      }
      return true;
    },
  };
}

async function put(address: string, note: object): Promise<number | undefined> {
  try {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(address, { method: "PUT", headers, body: JSON.stringify(note), signal: AbortSignal.timeout(10_000) });
    return answer.status;
  } catch {
    return undefined;
  }
}
