import type { Browser, BrowserContext, Page } from "playwright-core";
import { aPhone, openBrowser, openSite, signIn } from "./browser.ts";
import { networkBuilder } from "./network.ts";
import { callers } from "./visitor.ts";

/** The day of the installation's clock, and where WorkWork's check-in is. */
export const today = "2026-11-23";
export const desk = "/nb/spaces/workwork/check-in";

/** A site with the phones of a test, and what stands in its books. */
export async function openFrontDesk() {
  const site = await openSite();
  const network = networkBuilder(site.installation);
  const browsers: Browser[] = [];
  const { db } = site.installation;

  return {
    site,
    network,

    /** WorkWork takes guests today, Henrik stands at its desk; who claims comes from Blender Collective. */
    async theDay({ seats = 4 } = {}) {
      const host = await network.space("workwork", { name: "WorkWork", seats });
      const home = await network.space("blender-collective", { name: "Blender Collective" });
      await network.agreement([host, home]);
      const henrik = await network.person("Henrik Dahl", { email: "henrik@example.test" });
      await network.position(henrik, host.organizationId, "host");
      const claim = async (name: string, day = today) => {
        const person = await network.member(name, home);
        const { body } = await callers(site.installation).as(person).post("/spaces/workwork/day-passes", { day });
        return { ...(body as { id: string; token: string; code: string }), personId: person };
      };
      return { host, home, claim };
    },

    /** A phone in the hands of the person with this address, in a browser of its own. */
    async phoneOf(email: string, switches: string[] = []): Promise<{ context: BrowserContext; page: Page }> {
      const browser = await openBrowser(switches);
      browsers.push(browser);
      const context = await aPhone(browser, site);
      await signIn(context, site, email);
      return { context, page: await context.newPage() };
    },

    /** A browser in nobody's hands, to be closed with the others. */
    async browser(): Promise<Browser> {
      const browser = await openBrowser();
      browsers.push(browser);
      return browser;
    },

    /** How many days the ledger holds. */
    async daysInLedger(): Promise<number> {
      const rows = await db.selectFrom("ledger_transactions").select("id").execute();
      return rows.length;
    },

    async scans() {
      return db.selectFrom("scans").select(["counted", "kind", "device", "settled_as"]).orderBy("counted", "desc").execute();
    },

    async close(): Promise<void> {
      await Promise.all(browsers.map((browser) => browser.close()));
      await site.close();
    },
  };
}

export type FrontDesk = Awaited<ReturnType<typeof openFrontDesk>>;

/** Opens the check-in and waits until it would open without a connection. */
export async function openCheckIn(page: Page): Promise<void> {
  await page.goto(desk);
  await page.locator("[data-kept]:not([hidden])").waitFor({ state: "attached" });
}

/** The row of a pass on the day's list. */
export function rowOf(page: Page, pass: { id: string }) {
  return page.locator(`li[data-pass="${pass.id}"]`);
}
