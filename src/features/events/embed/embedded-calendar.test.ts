import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { embeddedCalendar } from "./embedded-calendar.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

const shown = async (query: string) => {
  const answer = await embeddedCalendar(installation).request(`/embed/events${query}`);
  return { answer, html: await answer.text() };
};

test("the calendar stands in a frame of anybody's page, loads nothing but its own style, and says what is for everybody", async () => {
  const { marte } = await build.held({ event: { title: { nb: 'Frokost <script>alert("hei")</script>' } } });
  await build.visitors.as(marte).post("/events", {
    title: { nb: "Bare for de inviterte" },
    organization: "naustet",
    audience: "invited",
    startsAt: "2026-12-04T08:00:00+01:00",
    endsAt: "2026-12-04T10:00:00+01:00",
    quotas: [{ name: "Salen", size: 2 }],
    ticketTypes: [{ name: "Plass", quotas: ["Salen"] }],
  });

  const { answer, html } = await shown("?organization=naustet&language=nn");

  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors \*$/);
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(html).toContain("Frokost &lt;script&gt;");
  expect(html).not.toContain("<script");
  expect(html).not.toContain("inviterte");
  expect(html).toContain('lang="nn"');
});

test("it is narrowed to whom it was asked for, and says so when nothing is planned", async () => {
  await build.held();
  await build.network.organization("andre");

  expect((await shown("?organization=naustet")).html).toContain("Eiendomsfrokost");
  expect((await shown("?organization=andre")).html).toContain("Ingenting er på gang akkurat nå.");
  expect((await shown("?organization='--")).html).toContain("Eiendomsfrokost");
});
