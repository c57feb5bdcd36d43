import { openDemo } from "../../database/demo/open.ts";
import { openSite, type Site } from "./browser.ts";
import { networkAsOf } from "./loaded-network.ts";

/** The demonstration network on a port of its own, as of Monday 23 November 2026. */
export async function openDemonstration(): Promise<Site> {
  const site = await openSite({ ROMSLIG_DEMO: "1" }, await networkAsOf());
  const { db, files, now } = site.installation;
  await openDemo(db, files, now(), () => undefined);
  return site;
}
