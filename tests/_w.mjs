import sparticuz from "@sparticuz/chromium"; import { chromium } from "playwright-core";
const browser = await chromium.launch({ args: sparticuz.args, executablePath: await sparticuz.executablePath(), headless: true });
const page = await (await browser.newContext({ viewport: { width: 320, height: 700 } })).newPage();
const base = "http://localhost:3140";
async function as(role) { await page.goto(base + "/nb"); const b = page.getByRole("button", { name: role, exact: true }); if (await b.count()) await b.first().click(); else await page.getByText(role, { exact: true }).first().click(); await page.waitForLoadState(); }
for (const [role, path] of [["Medlem","/en/spaces/blender-collective/calendar?view=month"],["Medlem","/nb/spaces/blender-collective/calendar?view=month"],["Vert", "/nb/spaces/blender-collective/calendar"], ["Medlem", "/en/spaces/blender-collective/calendar?view=week"], ["Drift", "/nn/spaces/oslo-international-hub/visitors"], ["Drift", "/en/spaces/oslo-international-hub/visitors"]]) {
  await as(role); await page.goto(base + path);
  console.log(path, await page.evaluate(() => ({ sideways: document.documentElement.scrollWidth - innerWidth, wide: [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && e.getBoundingClientRect().width > 0 && !e.closest(".scroll, [tabindex], .day-plan")).slice(0, 12).map((e) => e.tagName + "." + e.className + " " + Math.round(e.getBoundingClientRect().right) + " " + (e.textContent ?? "").slice(0, 50)) })));
}
await browser.close();
