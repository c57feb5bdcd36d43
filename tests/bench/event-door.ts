import { rmSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { sql } from "kysely";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { connect } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { photoOf } from "../support/fake-camera.ts";
import { databaseOf, newDataFolder, startServer } from "./server.ts";

const event = "frokost-om-ombruk";
const slowerThanHere = 4;

/**
 * A phone at the door of an event with 10,000 tickets, its processor four times slower than this machine's: opening the list the
 * first time and without a connection, searching it, and judging a genuine ticket without a connection, from the code that was found
 * in a picture to the verdict on screen.
 */
export async function benchEventDoor({ tickets = 10_000, scans = 30 } = {}) {
  const folder = newDataFolder();
  const server = await startServer({ ROMSLIG_DATA: folder });
  await sell(databaseOf(folder), tickets);
  const executablePath = process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath());
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-proxy-server"] });
  const baseURL = `http://localhost:${server.port}`;
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, serviceWorkers: "allow" });
  await context.request.get("/demo/sign-in?as=member&to=/nb");
  const token = await tokenOf(context);
  await context.request.get("/demo/sign-in?as=host&to=/nb");
  await context.addInitScript(noteWhenFound);
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowerThanHere });
  const firstMs = await opened(page);
  await page.locator("[data-kept]:not([hidden])").waitFor({ state: "attached" });
  await context.setOffline(true);
  const offlineMs = await opened(page);
  const searchedMs = await searched(page);
  const judged: number[] = [];
  for (let scan = 0; scan < scans; scan++) judged.push(await judgedIn(page, token));
  judged.sort((a, b) => a - b);
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  const [p50, slowest] = [judged[Math.floor(scans / 2)], judged.at(-1)].map((each) => Math.round(each ?? 0));
  return { tickets, slowerThanHere, firstMs, offlineMs, searchedMs, judgedP50Ms: p50, judgedSlowestMs: slowest };
}

/** As many tickets as wanted, confirmed, on top of those the demonstration has sold. */
async function sell(databaseUrl: string, count: number): Promise<void> {
  const open = connect(databaseUrl, 1);
  const [registrations, tickets] = [Array.from({ length: count }, () => newId()), Array.from({ length: count }, () => newId())];
  await sql`insert into registrations (event_id, id, ticket_type_id, quantity, state, person_id, registered_at, confirmed_at)
    select e.id, n.registration, t.id, 1, 'confirmed', n.registration, e.created_at, e.created_at
    from events e join ticket_types t on t.event_id = e.id, unnest(${registrations}::uuid[]) n(registration) where e.slug = ${event}
    returning id`.execute(open.db);
  await sql`insert into tickets (event_id, id, registration_id, ticket_type_id, holder_name, code)
    select r.event_id, n.ticket, r.id, r.ticket_type_id, 'Kari ' || chr((65 + n.place % 26)::integer) || ' Deltaker ' || n.place, 'T' || lpad(n.place::text, 7, '0')
    from unnest(${registrations}::uuid[], ${tickets}::uuid[]) with ordinality n(registration, ticket, place) join registrations r on r.id = n.registration
    returning id`.execute(open.db);
  await open.close();
}

async function tokenOf(context: BrowserContext): Promise<string> {
  const answer = await context.request.get(`/api/v1/me/registrations?event=${event}`);
  const { items } = (await answer.json()) as { items: { tickets: { token: string | null }[] }[] };
  return items.flatMap(({ tickets }) => tickets).find(({ token }) => token !== null)?.token ?? "";
}

/** Until the whole list is on the phone and its first rows on screen. */
async function opened(page: Page): Promise<number> {
  await page.goto(`/nb/events/${event}/door`, { waitUntil: "commit" });
  const listed = page.locator("[data-listed]:not([hidden])");
  await listed.waitFor({ state: "attached" });
  return Math.round(await page.evaluate(() => performance.now()));
}

async function searched(page: Page): Promise<number> {
  const took = await page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>("[data-search] input");
    const began = performance.now();
    if (field) field.value = "deltaker 9998";
    field?.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((painted) => requestAnimationFrame(painted));
    return performance.now() - began;
  });
  await page.locator("[data-search] input").fill("");
  return Math.round(took);
}

async function judgedIn(page: Page, token: string): Promise<number> {
  const buffer = await photoOf(token);
  await page.locator("[data-photo]").setInputFiles({ name: "kode.jpg", mimeType: "image/jpeg", buffer });
  await page.locator(".result").waitFor();
  const took = await page.evaluate(() => (globalThis as unknown as { judgedIn: number }).judgedIn);
  // taken back, so that the next scan finds the ticket expected
  await page.locator(".result").getByRole("button", { name: "Angre" }).click();
  await page.locator(".result").waitFor({ state: "detached" });
  return took;
}

/** In the page: notes when a code was found, and how long it took until its verdict was drawn. */
function noteWhenFound(): void {
  const set = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage")?.set;
  Object.defineProperty(Worker.prototype, "onmessage", {
    set(this: Worker, heard: (event: MessageEvent<{ text?: string }>) => void) {
      set?.call(this, (event: MessageEvent<{ text?: string }>) => {
        const found = performance.now();
        new MutationObserver((_, observer) => {
          if (!document.querySelector(".result")) return;
          observer.disconnect();
          requestAnimationFrame(() => Object.assign(globalThis, { judgedIn: performance.now() - found }));
        }).observe(document.body, { childList: true, subtree: true });
        heard(event);
      });
    },
  });
}
