import type { Language } from "../platform/language/language.ts";
import type { NavLink } from "./components/page-top.tsx";
import type { NetworkLook } from "./visit.ts";

/** What every page knows of its request; made by the loader of pages/language.tsx. */
export interface Shell {
  language: Language;
  /** The installation's name, or the name of its only network. */
  name: string;
  /** The network the front page is about. */
  network: { slug: string; name: string } | undefined;
  /** Of the network the page is about, else of that on the front page. */
  look: NetworkLook | undefined;
  origin: string;
  nonce: string;
  /** Where the operator's map tiles come from, when there are any. */
  tiles: string | undefined;
  /** Today where most of the network lives, as ISO. */
  today: string;
  actor: { personId: string; name: string; isOperator: boolean } | undefined;
  /** In demonstration mode only. */
  demo: { about: string; roles: NavLink[]; isPublic: boolean } | undefined;
}
