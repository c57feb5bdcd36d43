import sparticuz from "@sparticuz/chromium"; import { chromium } from "playwright-core";
const [,, role, path, width="390", scheme="light", out="/tmp/s.png"] = process.argv;
const browser = await chromium.launch({ args: sparticuz.args, executablePath: await sparticuz.executablePath(), headless: true });
const page = await (await browser.newContext({ viewport: { width: +width, height: 900 }, colorScheme: scheme })).newPage();
await page.goto("http://localhost:3140/demo/sign-in?as=" + role + "&to=" + encodeURIComponent(path)); await page.goto("http://localhost:3140" + path);
console.log(await page.evaluate(() => [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 20).map((e) => e.tagName + "." + e.className + " l" + Math.round(e.getBoundingClientRect().left) + " r" + Math.round(e.getBoundingClientRect().right)+" "+(e.textContent??"").slice(0,20))));
await page.screenshot({ path: out, fullPage: true }); await browser.close();
