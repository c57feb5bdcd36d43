import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import type { Db } from "../../platform/database/database.ts";

export interface SigningKeys {
  /** The key that signs now. */
  current(): Promise<{ id: string; privateKey: KeyObject }>;
  /** A public key by its id, retired ones too: passes in circulation stay good. */
  publicKey(id: string): Promise<KeyObject | undefined>;
  /** All public keys as JSON Web Keys, for phones that check without a connection. */
  published(): Promise<{ id: string; key: JsonWebKey }[]>;
  /**
   * Retires the key that signs and makes a new one. What was signed before stays good.
   * @param also what is written with it, in one transaction
   * @returns the new key's id
   */
  rotate(also: (tx: Db, id: string) => Promise<void>): Promise<string>;
}

type Loaded = { current: { id: string; privateKey: KeyObject }; byId: Map<string, KeyObject> };

// another process may have rotated; a token signed by the key before is good all the same
const reloadSeconds = 60;

/** The keys that sign passes, kept in the database so that every process signs and knows the same. The first is made when there is none. */
export function signingKeys(db: Db, now: () => Temporal.Instant): SigningKeys {
  let loaded: Promise<Loaded> | undefined;
  let loadedAt = now();

  function keys(): Promise<Loaded> {
    if (!loaded) {
      loaded = loadNow();
      loaded.catch(() => {
        loaded = undefined;
      });
    } else if (now().since(loadedAt).total("seconds") > reloadSeconds) {
      // whoever asks holds a connection, perhaps, and the reading wants one: nobody waits for it. When it fails, the keys that are
      // known go on serving, and are read again after as long
      const again = loadNow();
      again.then(
        () => {
          loaded = again;
        },
        () => undefined,
      );
    }
    return loaded;
  }

  function loadNow(): Promise<Loaded> {
    loadedAt = now();
    return load(db, now());
  }

  return {
    current: async () => (await keys()).current,
    async publicKey(id) {
      const known = (await keys()).byId.get(id);
      if (known) return known;
      loaded = undefined;
      return (await keys()).byId.get(id);
    },
    async rotate(also) {
      const id = await db.transaction().execute(async (tx) => {
        await tx.updateTable("signing_keys").set({ retired_at: now() }).where("retired_at", "is", null).execute();
        const made = await makeKey(tx, now());
        await also(tx, made);
        return made;
      });
      loaded = undefined;
      return id;
    },
    published: async () => [...(await keys()).byId].map(([id, key]) => ({ id, key: key.export({ format: "jwk" }) })),
  };
}

async function load(db: Db, at: Temporal.Instant): Promise<Loaded> {
  const rows = await db.selectFrom("signing_keys").selectAll().orderBy("created_at").orderBy("id").execute();
  const active = rows.findLast((row) => row.retired_at === null);
  if (!active) {
    await makeKey(db, at);
    return load(db, at);
  }
  const byId = new Map(rows.map((row) => [row.id, createPublicKey({ key: row.public_key, format: "der", type: "spki" })]));
  return { current: { id: active.id, privateKey: createPrivateKey({ key: active.private_key, format: "der", type: "pkcs8" }) }, byId };
}

async function makeKey(db: Db, at: Temporal.Instant): Promise<string> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const id = randomBytes(3).toString("base64url");
  await db
    .insertInto("signing_keys")
    .values({
      id,
      public_key: publicKey.export({ format: "der", type: "spki" }),
      private_key: privateKey.export({ format: "der", type: "pkcs8" }),
      created_at: at,
    })
    .execute();
  return id;
}
