import { rmSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { addDays, dayIn } from "../../src/platform/time/day.ts";
import { get, load } from "./load.ts";
import { fillDay, house } from "./seed-day.ts";
import { databaseOf, newDataFolder, startServer } from "./server.ts";

const slowerThanHere = 4;

/** As Chromium's own tools have them, with the shares of them that they give a page: 1.6 Mbit/s with 150 ms, and 9 Mbit/s with 60 ms. */
const networks = {
  "Slow 4G": { down: 1_600_000 * 0.9, up: 750_000 * 0.9, latency: 150 * 3.75 },
  "Fast 4G": { down: 9_000_000 * 0.9, up: 1_500_000 * 0.9, latency: 60 * 2.75 },
};

/**
 * The day of a house with `resources` rooms, eight bookings each, for somebody who is signed in: the page over HTTP, one request at a
 * time, and on a phone that has never seen the site, its processor four times slower than this machine's, until the rooms are drawn and
 * can be booked by hand. The phone has seen nothing else of the site; beneath, the same once more with what it has kept of the first time.
 */
export async function benchDay({ resources = 60, requests = 200, visits = 5 } = {}) {
  const folder = newDataFolder();
  const server = await startServer({ ROMSLIG_DATA: folder });
  const day = addDays(dayIn(Temporal.Now.instant(), "Europe/Oslo"), 1);
  const path = `/nb/spaces/${house}/calendar?day=${day}`;
  const executablePath = process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath());
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-proxy-server"] });
  const phone = () => signedIn(browser, `http://localhost:${server.port}`);
  const first = await phone();
  const { id: member } = (await (await first.request.get("/api/v1/me")).json()) as { id: string };
  await fillDay(databaseOf(folder), { day, resources, member });
  const cookie = (await first.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const ask = () => get(path).replace("\r\nhost:", `\r\ncookie: ${cookie}\r\nhost:`);
  await load(server.port, 1, Math.min(50, requests), ask);
  const { p50, p95, p99, statuses, bodies } = await load(server.port, 1, requests, ask, true);
  const rows = (bodies[0]?.match(/class="plan-row/g) ?? []).length;
  const results = [];
  for (const network of Object.keys(networks) as (keyof typeof networks)[]) {
    const times = { new: [] as Shown[], known: [] as Shown[] };
    for (let visit = 0; visit < visits; visit++) {
      const context = await phone();
      times.new.push(await opened(context, path, network));
      times.known.push(await opened(context, path, network));
      await context.close();
    }
    for (const [name, each] of Object.entries(times)) results.push({ name: `${network}, ${name} to the phone`, ...summed(each) });
  }
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return { page: { resources: rows, bookings: resources * 8, p50, p95, p99, statuses: JSON.stringify(statuses) }, slowerThanHere, results };
}

async function signedIn(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await context.request.get("/demo/sign-in?as=member&to=/nb");
  return context;
}

type Shown = { shown: number; usable: number; kilobytes: number; requests: number };

/** Opens the page: milliseconds from asking for it until all rooms are painted, and until they can also be booked by hand. */
async function opened(context: BrowserContext, path: string, network: keyof typeof networks): Promise<Shown> {
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  const { down, up, latency } = networks[network];
  await tools.send("Network.enable");
  await tools.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: down / 8, uploadThroughput: up / 8 });
  await tools.send("Emulation.setCPUThrottlingRate", { rate: slowerThanHere });
  let [bytes, requests] = [0, 0];
  tools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += encodedDataLength > 0 ? 1 : 0;
  });
  await page.addInitScript(noteWhenShown);
  await page.goto(path, { waitUntil: "load" });
  const times = await page.evaluate(() => (globalThis as unknown as { dayShown: Promise<{ shown: number; usable: number }> }).dayShown);
  await page.close();
  return { ...times, kilobytes: bytes / 1000, requests };
}

/** In the page: notes when the last room was first painted, and when the script has taken hold of the plan. */
function noteWhenShown(): void {
  const isUsable = () => document.querySelector("[data-hint]:not([hidden])") !== null;
  const look = new Promise((done) => {
    let shown: number | undefined;
    const paint = () => {
      // painted is what a frame was drawn with, once styles are there
      const isPainted =
        performance.getEntriesByName("first-contentful-paint").length > 0 && document.querySelector(".calendar-side form") !== null;
      if (isPainted) shown ??= performance.now();
      if (shown !== undefined && isUsable()) done({ shown, usable: performance.now() });
      else requestAnimationFrame(paint);
    };
    requestAnimationFrame(paint);
  });
  Object.assign(globalThis, { dayShown: look });
}

function summed(times: Shown[]) {
  const middle = (of: (one: Shown) => number) => Math.round(times.map(of).toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
  return {
    shownMs: middle(({ shown }) => shown),
    usableMs: middle(({ usable }) => usable),
    slowestMs: Math.round(Math.max(...times.map(({ usable }) => usable))),
    kilobytes: middle(({ kilobytes }) => kilobytes),
    requests: middle(({ requests }) => requests),
  };
}
