import type { SignedIn } from "../../platform/access/actor.ts";
import { found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";

type Changes = { name?: string | undefined; locale?: Language | undefined; visibility?: "public" | "network" | "private" | undefined };

/** Saves what a person wrote about themselves. @throws Refusal request.changed_meanwhile when the version is not the one read */
export async function changeMe({ db, now }: Installation, actor: SignedIn, changes: Changes, expected: number | undefined): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const current = found(
      await tx
        .selectFrom("people")
        .select(["name", "locale", "visibility", "version"])
        .where("id", "=", actor.personId)
        .where("erased_at", "is", null)
        .forUpdate()
        .executeTakeFirst(),
    );
    const { name, locale, visibility, version } = current;
    sameVersion(expected, { version }, { name, locale, visibility });
    await tx
      .updateTable("people")
      .set({ ...changes, version: version + 1 })
      .where("id", "=", actor.personId)
      .execute();
    await audit(tx, {
      actor,
      at: now(),
      action: "person.change",
      subject: { kind: "person", id: actor.personId },
      details: { changed: Object.keys(changes) },
    });
  });
}
