import { setImmediate } from "node:timers/promises";

/** What a cell of an exported sheet holds. Money is given in kroner as a number; times of day are local, already in the right zone. */
export type SheetValue = string | number | boolean | Temporal.PlainDate | Temporal.PlainDateTime | null;

export type SheetRows = AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>;

/** A body of bytes made only as fast as it is read, leaving a turn to others after each piece. Stopping to read ends the source too. */
export function byteStream(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      await setImmediate();
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
