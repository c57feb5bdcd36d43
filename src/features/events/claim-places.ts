import type { Db } from "../../platform/database/database.ts";
import { tellerOf } from "../organizations/index.ts";
import type { Register, Registration } from "./registering/command.ts";
import type { RegistrationClaims } from "./registering/registration-claims.ts";

/**
 * Has a wish for places decided; those on the list are asked first when what is free is for them.
 * @throws Refusal any of `event`, told of the person by name to a host who asks for them
 */
export async function claimPlaces(db: Db, claims: RegistrationClaims, command: Register): Promise<Registration> {
  let answer = await claims.submit(command);
  if (answer.kind === "list first") {
    await claims.submit({ kind: "offer", eventId: command.eventId, at: command.at });
    answer = await claims.submit({ ...command, isPastList: true });
  }
  if (answer.kind === "refused") throw (await tellerOf(db, command.by, command.personId))(answer.refusal);
  if (answer.kind !== "done") throw new Error("A registration was answered as something else");
  return answer.registration;
}
