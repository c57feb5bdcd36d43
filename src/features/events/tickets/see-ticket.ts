import { createPublicKey } from "node:crypto";
import { found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { SigningKeys } from "../../exchange/index.ts";
import { findEvent } from "../queries.ts";
import { findTicket } from "./queries.ts";
import { holderOnTicket, verifyTicket } from "./ticket-token.ts";

/**
 * A ticket for whoever has what its code says: the token is the key, as it is at the door. When the ticket has been given to somebody
 * else, the token in the old name shows it no more.
 */
export async function seeTicket(db: Db, keys: SigningKeys, token: string) {
  const published = new Map((await keys.published()).map(({ id, key }) => [id, key]));
  const proof = verifyTicket(token, (id) => {
    const key = published.get(id);
    return key && createPublicKey({ key, format: "jwk" });
  });
  const known = proof && (await findTicket(db, proof.ticketId));
  const ticket = found(known && holderOnTicket(known.holder_name) === proof.holder ? known : undefined);
  return { ticket, event: found(await findEvent(db, ticket.event_id)) };
}
