import { loadDemo } from "../../database/demo/load.ts";
import { openSite, type Site } from "./browser.ts";

/** The demonstration network on a port of its own, as of Monday 23 November 2026. */
export async function openDemonstration(): Promise<Site> {
  const site = await openSite({ ROMSLIG_DEMO: "1" });
  await loadDemo(site.installation.db, site.installation.now());
  return site;
}
