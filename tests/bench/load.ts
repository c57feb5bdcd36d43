import { connect, type Socket } from "node:net";

/** How a run went: one time per request, in milliseconds, and how often each status came. */
export interface LoadResult {
  seconds: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  statuses: Record<string, number>;
  bodies: string[];
}

/**
 * Sends `requests` HTTP requests over `connections` connections that are kept open, each waiting for its answer. Written on
 * bare sockets, so that the load generator leaves the two cores to what is measured.
 */
export async function load(
  port: number,
  connections: number,
  requests: number,
  requestOf: (index: number) => string,
  keepsBodies = false,
): Promise<LoadResult> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const bodies: string[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(Array.from({ length: Math.min(connections, requests) }, () => work()));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10;
  return { seconds, perSecond: Math.round(requests / seconds), p50: at(0.5), p95: at(0.95), p99: at(0.99), statuses, bodies };

  async function work(): Promise<void> {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const answers = reader(socket);
    while (next < requests) {
      const index = next++;
      const sent = performance.now();
      socket.write(requestOf(index));
      const { status, body } = await answers.next();
      times.push(performance.now() - sent);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (keepsBodies) bodies.push(body);
    }
    socket.destroy();
  }
}

/** A request with a JSON body, as text. */
export function post(path: string, key: string, body: unknown): string {
  const text = JSON.stringify(body);
  return `POST ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

export function get(path: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`;
}

function reader(socket: Socket) {
  let buffer = "";
  let wake: (() => void) | undefined;
  let failure: Error | undefined;
  socket.setEncoding("latin1");
  socket.on("data", (text) => {
    buffer += text;
    wake?.();
  });
  socket.on("error", (error) => {
    failure = error;
    wake?.();
  });
  return {
    async next(): Promise<{ status: string; body: string }> {
      for (;;) {
        const answer = takeAnswer();
        if (answer) return answer;
        if (failure) throw failure;
        await new Promise<void>((resume) => {
          wake = resume;
        });
      }
    },
  };

  function takeAnswer() {
    const end = buffer.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const head = buffer.slice(0, end);
    const status = head.slice(9, 12);
    const length = /content-length: (\d+)/i.exec(head)?.[1];
    if (length !== undefined) {
      const whole = end + 4 + Number(length);
      if (buffer.length < whole) return undefined;
      const body = buffer.slice(end + 4, whole);
      buffer = buffer.slice(whole);
      return { status, body };
    }
    const last = buffer.indexOf("\r\n0\r\n\r\n", end);
    if (last < 0) return undefined;
    const body = buffer.slice(end + 4, last);
    buffer = buffer.slice(last + 7);
    return { status, body };
  }
}
