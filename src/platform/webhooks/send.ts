import { type ClientRequest, request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import { isWithinReach, lookupWithin, reachOf } from "../outside/public-address.ts";

const patienceMilliseconds = 15_000;

/** What came back: the receiver's status, or why there is none. */
export type Answer = { status: number } | { failure: string };

type Sending = {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** For tests and the demonstration: receivers on this machine and network, without encryption. */
  mayReachPrivate: boolean;
  signal?: AbortSignal;
};

/** Posts the body. Follows no redirect, reads no answer beyond its status, waits fifteen seconds for all of it. */
export function send({ url, headers, body, mayReachPrivate, signal }: Sending): Promise<Answer> {
  const reach = reachOf(mayReachPrivate);
  if (!isWithinReach(url, reach)) return Promise.resolve({ failure: "not a public address" });
  const patience = AbortSignal.timeout(patienceMilliseconds);
  return new Promise((answered) => {
    const asked: ClientRequest = (url.startsWith("https:") ? requestSecurely : requestPlainly)(
      url,
      {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body), "user-agent": "Romslig" },
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
        agent: false,
        lookup: lookupWithin(reach),
      },
      (response) => {
        answered({ status: response.statusCode ?? 0 });
        response.destroy();
      },
    );
    asked.on("error", (error) => answered({ failure: patience.aborted ? "no answer in 15 seconds" : reasonOf(error) }));
    asked.end(body);
  });
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === "ENOTPUBLIC" ? error.message : (error.code ?? error.message);
}
