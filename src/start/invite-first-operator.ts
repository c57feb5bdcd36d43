import { prepareFirstOperator } from "../features/organizations/index.ts";
import type { Installation } from "../platform/installation.ts";

/** What to print where nobody runs the installation yet: the page that sets it up, and the code that opens it once. Else nothing. */
export async function inviteFirstOperator(installation: Installation): Promise<string> {
  const code = await prepareFirstOperator(installation);
  if (code === undefined) return "";
  return `Nobody runs it yet. Set it up at ${installation.settings.url}/nb/operations/setup with the one-time code ${code}\n`;
}
