import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A receiver of webhooks outside our program: keeps what it is sent and answers what it is told to. */
export async function webhookReceiver() {
  const received: Received[] = [];
  let status = 204;
  let location: string | undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(status, location ? { location } : {}).end();
    });
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    answer(next: number, to?: string) {
      status = next;
      location = to;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}
