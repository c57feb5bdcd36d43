import { createHmac, timingSafeEqual } from "node:crypto";
import type { Installation } from "../../../platform/installation.ts";
import { addDays, type Day } from "../../../platform/time/day.ts";

type Settings = Pick<Installation["settings"], "secret">;

const idBytes = 16;
const dayBytes = 4;
const proofBytes = 20;
/** How long the link in a reminder is good for. */
export const daysOpen = 90;

/** What stands in the address of the founder's form: which startup of which program, until when, and what only this installation can make of it. */
export function observationLink(settings: Settings, enrollmentId: string, sentOn: Day): string {
  const number = Buffer.alloc(dayBytes);
  number.writeUInt32BE(Number(sentOn.replaceAll("-", "")));
  const body = Buffer.concat([Buffer.from(enrollmentId.replaceAll("-", ""), "hex"), number]);
  return Buffer.concat([body, proofOf(settings, body)]).toString("base64url");
}

/** The enrollment a link is for; undefined when it was not made here, or is too old. */
export function enrollmentIn(settings: Settings, secret: string, today: Day): string | undefined {
  const bytes = Buffer.from(secret, "base64url");
  if (bytes.length !== idBytes + dayBytes + proofBytes) return undefined;
  const body = bytes.subarray(0, idBytes + dayBytes);
  if (!timingSafeEqual(bytes.subarray(idBytes + dayBytes), proofOf(settings, body))) return undefined;
  const sentOn = String(body.readUInt32BE(idBytes)).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  if (today > addDays(sentOn, daysOpen)) return undefined;
  return body
    .subarray(0, idBytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function proofOf({ secret }: Settings, body: Buffer): Buffer {
  if (!secret) throw new Error("An installation without a secret can make no links");
  return createHmac("sha256", secret).update("observation ").update(body).digest().subarray(0, proofBytes);
}
