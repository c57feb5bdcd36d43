import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server outside our program, at an address of this machine: answers as it is told to, and keeps what it was asked. */
export async function outsideServer(host = "127.0.0.1") {
  const asked: IncomingMessage["headers"][] = [];
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.writeHead(404).end();
  const server = createServer((request, response) => {
    asked.push(request.headers);
    answer(request, response);
  });
  await new Promise<void>((open) => server.listen(0, host, open));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    port,
    asked,
    /** What is answered from now on. */
    answers(next: typeof answer) {
      answer = next;
    },
    /** The same file to whoever asks, with a name of its own that changes with it. */
    serves(body: string, etag?: string) {
      answer = (request, response) => {
        if (etag !== undefined && request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
        response.writeHead(200, { "content-type": "text/calendar; charset=utf-8", ...(etag !== undefined && { etag }) }).end(body);
      };
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
