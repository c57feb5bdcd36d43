import { exportRoutes } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { organizationFile } from "./export-organizations.ts";
import { peopleFile, peopleOfOrganizationFile } from "./export-people.ts";

/** Organizations and people one may see as files, in the columns of their imports. */
export function organizationExports(installation: Installation) {
  return exportRoutes(installation, [organizationFile(installation), peopleFile(installation), peopleOfOrganizationFile(installation)]);
}
