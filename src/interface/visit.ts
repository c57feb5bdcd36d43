import { createContext, type RouterContextProvider, redirect } from "react-router";
import type { Actor } from "../platform/access/actor.ts";
import { type InEveryLanguage, isLanguage, type Language } from "../platform/language/language.ts";
import type { ShownLogo } from "./components/logo.tsx";
import type { Shell } from "./shell.ts";

/** What one can try in one role: pages by their path without a language, and what to do there. */
export interface Trial {
  role: string;
  label: InEveryLanguage;
  /** The name of the organization one works at; null for a visitor. */
  at: string | null;
  steps: { path: string; title: InEveryLanguage; text: InEveryLanguage }[];
}

/** How the pages of a network look: its name and logo on top, and the colour all others come from. */
export interface NetworkLook {
  id: string;
  slug: string;
  name: string;
  logo: ShownLogo | null;
  /** "#rrggbb"; null for the colours of the house. */
  colour: string | null;
}

/** One request for a page: who asks, in which language, and the way to the API inside the process. */
export interface Visit {
  actor: Actor;
  language: Language;
  nonce: string;
  requestId: string;
  /** The installation's name. */
  siteName: string;
  /** The network the front page is about: the first there is. */
  network: NetworkLook | undefined;
  /** The look of the network with this slug or id. What is not for this reader is told by no page of it. */
  lookOf: (network: string) => Promise<NetworkLook | undefined>;
  /** Who one may be in the demonstration, and what one can try; absent outside demonstration mode. */
  demo:
    | {
        bar: (language: Language) => Omit<NonNullable<Shell["demo"]>, "isPublic">;
        isPublic: boolean;
        trials: (now: Temporal.Instant) => Trial[];
      }
    | undefined;
  /** The operator's map tiles, with {z}, {x} and {y}. */
  tiles: string | undefined;
  /** The installation's own address, without a slash at the end. */
  origin: string;
  /** Where the script of this name stands, "/scripts/check-in-1f0c2a9b.js". */
  scriptAddress: (name: string) => string;
  colourScheme: "light" | "dark" | "auto";
  /** Calls the API as this visitor. `path` begins with /api/v1. */
  api: (path: string, init?: RequestInit) => Promise<Response>;
  now: Temporal.Instant;
  /** Tells in the log that a page failed. */
  tellFault: (fault: Error) => void;
}

export const visitContext = createContext<Visit>();

type Given = { context: Readonly<RouterContextProvider>; params: Record<string, string | undefined>; request: Request };

/** The visit behind a loader or an action, in the language of the path. An unknown language is an unknown page. */
export function visitOf({ context, params }: Given): Visit {
  const visit = context.get(visitContext);
  if (!isLanguage(params.language)) throw new Response(null, { status: 404 });
  return { ...visit, language: params.language };
}

/** The network the address names, else the one on the front page. What is no network for this reader is an unknown page. */
export async function askedNetwork(visit: Visit, named: string | undefined): Promise<NetworkLook | undefined> {
  if (named === undefined) return visit.network;
  const found = await visit.lookOf(named);
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

/** Sends someone unknown to the sign-in page, and back afterwards. */
export function signedIn(given: Given) {
  const visit = visitOf(given);
  if (visit.actor.kind === "person") return { ...visit, actor: visit.actor };
  const { pathname, search } = new URL(given.request.url);
  throw redirect(`/${visit.language}/sign-in?to=${encodeURIComponent(pathname + search)}`);
}
