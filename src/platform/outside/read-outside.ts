import { type IncomingMessage, request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import { isWithinReach, lookupWithin, type Reach } from "./public-address.ts";

/** Why nothing could be read at an address. */
export const outsideFailures = [
  "not_public",
  "not_found",
  "not_allowed",
  "wrong_answer",
  "too_many_redirects",
  "too_large",
  "too_slow",
  "no_answer",
] as const;
export type OutsideFailure = (typeof outsideFailures)[number];

/** What is known of an address from the last reading, so that nothing is sent again that has not changed. */
export interface Known {
  etag: string | null;
  lastModified: string | null;
}

export type OutsideReading =
  | ({ kind: "body"; body: Buffer } & Known)
  | { kind: "unchanged" }
  | { kind: "failed"; failure: OutsideFailure; status?: number };

type Asking = {
  url: string;
  known: Known;
  accept: string;
  reach: Reach;
  mostBytes: number;
  patienceMilliseconds: number;
  signal?: AbortSignal | undefined;
};

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Reads what lies at an address: to a place within reach, in every redirect too, so many bytes and so long, and no more. Sends
 * nothing of ours but what it asks for. What fails is told, never thrown.
 */
export async function readOutside({ url, patienceMilliseconds, signal, ...asking }: Asking): Promise<OutsideReading> {
  const patience = AbortSignal.timeout(patienceMilliseconds);
  const until = signal ? AbortSignal.any([signal, patience]) : patience;
  try {
    return await follow({ ...asking, url, signal: until });
  } catch (error) {
    if (patience.aborted) return { kind: "failed", failure: "too_slow" };
    return { kind: "failed", failure: (error as NodeJS.ErrnoException).code === "ENOTPUBLIC" ? "not_public" : "no_answer" };
  }
}

type Hop = Omit<Asking, "patienceMilliseconds" | "signal"> & { signal: AbortSignal };

async function follow(hop: Hop): Promise<OutsideReading> {
  let url = hop.url;
  for (let count = 0; count <= mostRedirects; count += 1) {
    if (!isWithinReach(url, hop.reach)) return { kind: "failed", failure: "not_public" };
    const response = await ask({ ...hop, url });
    const status = response.statusCode ?? 0;
    const location = redirects.has(status) ? URL.parse(response.headers.location ?? "", url) : null;
    if (!location) return await answerOf(response, status, hop.mostBytes);
    response.destroy();
    location.hash = "";
    url = location.href;
  }
  return { kind: "failed", failure: "too_many_redirects" };
}

function ask({ url, known, accept, reach, signal }: Hop): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const asked = (url.startsWith("https:") ? requestSecurely : requestPlainly)(
      url,
      {
        headers: {
          accept,
          "accept-encoding": "identity",
          "user-agent": "Romslig",
          ...(known.etag !== null && { "if-none-match": known.etag }),
          ...(known.lastModified !== null && { "if-modified-since": known.lastModified }),
        },
        signal,
        agent: false,
        lookup: lookupWithin(reach),
      },
      answered,
    );
    asked.on("error", failed);
    asked.end();
  });
}

async function answerOf(response: IncomingMessage, status: number, mostBytes: number): Promise<OutsideReading> {
  const failed = (failure: OutsideFailure): OutsideReading => {
    response.destroy();
    return { kind: "failed", failure, status };
  };
  if (status === 304) {
    response.destroy();
    return { kind: "unchanged" };
  }
  if (status === 404 || status === 410) return failed("not_found");
  if (status === 401 || status === 403) return failed("not_allowed");
  const { etag = null, "last-modified": lastModified = null, "content-encoding": encoding = "identity" } = response.headers;
  if (status !== 200 || encoding !== "identity") return failed("wrong_answer");
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) return failed("too_large");
    parts.push(part);
  }
  return { kind: "body", body: Buffer.concat(parts), etag: bounded(etag), lastModified: bounded(lastModified) };
}

// what is sent back next time; a longer one is none
function bounded(header: string | null): string | null {
  return header !== null && header.length <= 200 ? header : null;
}
