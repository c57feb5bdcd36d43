import type { SignedIn } from "../../platform/access/actor.ts";
import type { Installation } from "../../platform/installation.ts";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";
import { refuseKeys } from "./policy.ts";

/** Everything held about the person, part by part, with what would be kept after erasing. @throws Refusal account.key_may_not */
export async function readMyData({ db, now }: Installation, parts: PersonalData[], actor: SignedIn) {
  // a key that may read would otherwise find its owner's sign-in links among the letters
  refuseKeys(actor);
  const subject = { personId: actor.personId, email: actor.email };
  const read = [];
  for (const { name, title, fields, kept, about } of parts) {
    const rows = await about(db, subject);
    read.push({ name, title, fields, kept: kept ?? null, rows });
  }
  return { madeAt: now().toString(), parts: read };
}
