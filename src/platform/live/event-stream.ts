import type { Live } from "./live.ts";

// proxies cut a connection that says nothing for a minute, and a page that hears nothing knows that it has been cut
const heartbeatMilliseconds = 15_000;

/**
 * A channel as server-sent events. First `event: open`, on which the page looks at what there is; then `event: change` with
 * the payload, `event: missed` after the database was away, and `event: here` so often that silence means nobody. Nothing is kept, so Last-Event-ID is not asked for: who comes
 * back looks again.
 */
export function eventStream(live: Live, channel: string, signal: AbortSignal): Response {
  const messages = live.subscribe(channel, signal);
  const bytes = new TextEncoder();
  let heartbeat: NodeJS.Timeout | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.encode("retry: 3000\nevent: open\ndata: {}\n\n"));
      heartbeat = setInterval(() => controller.enqueue(bytes.encode("event: here\ndata: {}\n\n")), heartbeatMilliseconds);
    },
    async pull(controller) {
      const next = await messages.next();
      if (next.done) {
        clearInterval(heartbeat);
        controller.close();
        return;
      }
      const { value } = next;
      const text = value.kind === "missed" ? "event: missed\ndata: {}\n\n" : `event: change\ndata: ${JSON.stringify(value.payload)}\n\n`;
      controller.enqueue(bytes.encode(text));
    },
    async cancel() {
      clearInterval(heartbeat);
      await messages.return?.();
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
