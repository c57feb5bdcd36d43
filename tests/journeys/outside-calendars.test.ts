import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectAccessible, openBrowser, openSite, patience, type Site, signIn } from "../support/browser.ts";
import { networkBuilder } from "../support/network.ts";
import { calendar } from "../support/outside-calendars.ts";
import { outsideServer } from "../support/outside-server.ts";
import { callers } from "../support/visitor.ts";

// a browser beside other browsers on two cores
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let site: Site;
let browser: Browser;
let server: Awaited<ReturnType<typeof outsideServer>>;

beforeAll(async () => {
  [site, browser, server] = await Promise.all([openSite({ ROMSLIG_WEBHOOKS_TO_LOOPBACK: "1" }), openBrowser(), outsideServer()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await site.close();
});

const event = (uid: string, from: string, until: string) => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  `DTSTART:20261124T${from}00Z`,
  `DTEND:20261124T${until}00Z`,
  "END:VEVENT",
];

/** Fjordhuset, which Mona manages, with Fjorden booked by Amina from ten to eleven on Tuesday. */
async function fjordhuset(): Promise<void> {
  const network = networkBuilder(site.installation);
  const space = await network.space("fjordhuset", { name: "Fjordhuset" });
  const room = await network.resource(space, "Fjorden");
  const amina = await network.member("Amina Larsen", space);
  const mona = await network.person("Mona Moe", { email: "mona@fjordhuset.test" });
  await network.position(mona, space.organizationId, "manager");
  const times = { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T11:00:00+01:00" };
  await callers(site.installation).as(amina).post(`/resources/${room}/bookings`, times);
}

async function managersBrowser(javaScriptEnabled: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled, viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(patience);
  await signIn(context, site, "mona@fjordhuset.test");
  return context;
}

test("a manager connects a calendar, sees what meets a booking, reads it again and disconnects it, all without script", async () => {
  await fjordhuset();
  server.serves(calendar(...event("a", "0800", "1100"), ...event("b", "1300", "1400")));
  const plain = await (await managersBrowser(false)).newPage();
  const drawn = await (await managersBrowser(true)).newPage();
  const address = "/nb/spaces/fjordhuset/outside-calendars";
  // an answer that has begun to come is not yet read whole
  const said = async () => {
    await plain.waitForLoadState();
    return (await plain.locator("main").innerText()).replaceAll("\u00a0", " ");
  };

  await plain.goto(address);
  expect(await said()).toContain("Ingen kalendere er koblet til");
  await plain.getByLabel("Navn").fill("Outlook");
  await plain.getByLabel("Adresse", { exact: true }).fill("outlook.example/kalender");
  await plain.getByRole("button", { name: "Koble til kalenderen" }).click();
  expect(await said()).toContain("Lim inn en adresse som begynner med https://");
  expect([await plain.title(), await plain.getByLabel("Navn").inputValue()]).toEqual([expect.stringMatching(/^Feil:/), "Outlook"]);

  await plain.getByLabel("Adresse", { exact: true }).fill(`${server.url}/s3cret.ics`);
  await plain.getByRole("button", { name: "Koble til kalenderen" }).click();
  const connected = await said();
  expect(connected).toContain("Kalenderen er koblet til og lest.");
  expect(connected).toMatch(
    /Én tid er tatt to ganger[\s\S]*I Outlook: Fjorden, tir\. 24\. nov\. 09–12[\s\S]*Booket her: Fjorden, tir\. 24\. nov\. 10–11, Amina Larsen/,
  );
  expect(connected).toContain("2 tider framover, møter én booking. Lest i dag kl. 09:00.");
  expect(await plain.content()).not.toContain("s3cret");
  await drawn.goto(address);
  await expectAccessible(drawn);

  server.answers((_, response) => void response.writeHead(403).end());
  site.installation.setClock("2026-11-23T12:00:00+01:00");
  await plain.getByRole("button", { name: "Les nå: Outlook" }).click();
  expect(await said()).toMatch(
    /Outlook kunne ikke leses[\s\S]*Kalenderen slipper oss ikke inn[\s\S]*Tidene under er slik de var i dag kl\. 09:00, og gjelder[\s\S]*Neste forsøk er i dag kl\. 12:30/,
  );
  await drawn.goto(address);
  await expectAccessible(drawn);

  await plain.goto("/nb/spaces/fjordhuset/calendar?day=2026-11-24");
  expect(await said()).toContain("Opptatt (fra en annen kalender)");

  await plain.goto(address);
  await plain.getByText("Koble fra", { exact: true }).click();
  await plain.getByRole("button", { name: "Koble fra Outlook" }).click();
  expect(await said()).toMatch(/Kalenderen er koblet fra\.[\s\S]*Ingen kalendere er koblet til/);
});
