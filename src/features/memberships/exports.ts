import { exportRoutes } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { candidatesFile } from "./export-candidates.ts";
import { memberOrganizationsFile, networkMembersFile, peopleMembersFile } from "./export-members.ts";

/** Members and candidates as files, by the rules of their lists. */
export function membershipExports(installation: Installation) {
  return exportRoutes(installation, [
    peopleMembersFile(installation),
    memberOrganizationsFile(installation),
    networkMembersFile(installation),
    candidatesFile(installation),
  ]);
}
