import type { Actor } from "../../../platform/access/actor.ts";
import { authorize } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import { countLetters, findLetters, type LetterSearch } from "../../../platform/mail/index.ts";
import { mayTendLetters } from "./policy.ts";

export async function readMail({ db, now }: Installation, actor: Actor) {
  authorize(actor, mayTendLetters(actor));
  return countLetters(db, now());
}

export async function readLetters({ db, now }: Installation, actor: Actor, search: LetterSearch) {
  authorize(actor, mayTendLetters(actor));
  return findLetters(db, now(), search);
}
