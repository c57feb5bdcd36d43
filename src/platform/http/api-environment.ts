import type { Actor } from "../access/actor.ts";
import type { Language } from "../language/language.ts";

/** What the API's middleware puts beside each request. `env` is filled only by calls from inside the process. */
export interface ApiEnvironment {
  Bindings: { inside?: { actor: Actor; language: Language; requestId: string; address: string } };
  Variables: {
    actor: Actor;
    language: Language;
    requestId: string;
    /** Where the request comes from on the network, for counting how often. Never stored. */
    address: string;
  };
}
