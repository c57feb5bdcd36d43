import { createHash } from "node:crypto";
import type { Dimension } from "./agreement.ts";

// the name space of our UUIDv5 ids of person and host; made once, never changed
const personAndHost = Buffer.from("5b0c3a5e9f2d4c1b8a7e6d5f4c3b2a19", "hex");

/** Whose days a quota counts, as an id; undefined when the quota does not concern the claim (no company stands behind it). */
export function quotaSubject(
  dimension: Dimension,
  claim: { personId: string; companyId: string | null; spaceId: string },
): string | undefined {
  switch (dimension) {
    case "person":
      return claim.personId;
    case "company":
      return claim.companyId ?? undefined;
    case "host":
      return claim.spaceId;
    case "person_and_host":
      return uuid5(`${claim.personId} ${claim.spaceId}`);
  }
}

function uuid5(name: string): string {
  const bytes = createHash("sha1").update(personAndHost).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
