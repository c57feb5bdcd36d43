import type { Hash } from "node:crypto";

/** A body that is hashed while somebody reads it. */
export interface PassingBody {
  /** The request, to be read in place of the one that came. */
  request: Request;
  isReadToItsEnd(): boolean;
  /** Reads on from where it was left, keeping nothing. @returns the hash of all of it */
  toItsEnd(): Promise<string>;
}

/** Hashes a body piece by piece as it is asked for; nothing of it is held. */
export function hashInPassing(given: Request, body: ReadableStream<Uint8Array>, hash: Hash): PassingBody {
  const reader = body.getReader();
  let isAtEnd = false;
  const next = async () => {
    const { done, value } = await reader.read();
    if (done) isAtEnd = true;
    else hash.update(value);
    return value;
  };
  const passing = new ReadableStream<Uint8Array>(
    {
      async pull(on) {
        const piece = await next();
        if (piece) on.enqueue(piece);
        else on.close();
      },
    },
    // asks for nothing before it is asked itself
    { highWaterMark: 0 },
  );
  return {
    request: new Request(given, { body: passing, duplex: "half" } as RequestInit),
    isReadToItsEnd: () => isAtEnd,
    async toItsEnd() {
      while (!isAtEnd) await next();
      return hash.digest("hex");
    },
  };
}
