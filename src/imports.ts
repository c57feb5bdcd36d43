import { importMembers } from "./features/memberships/index.ts";
import { importOrganizations, importPeople } from "./features/organizations/index.ts";
import { importEnrollments, importObservations } from "./features/programs/index.ts";
import { importSpaces } from "./features/spaces/index.ts";
import type { ImportKind } from "./platform/imports/index.ts";

/** What can be brought in from a spreadsheet, in the order it is offered. */
export const importKinds: readonly ImportKind[] = [
  importMembers,
  importPeople,
  importOrganizations,
  importSpaces,
  importEnrollments,
  importObservations,
];
