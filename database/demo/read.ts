import { readFileSync } from "node:fs";
import { z } from "zod";
import { agendas } from "./agenda-contract.ts";
import * as bookings from "./booking-contract.ts";
import { calls } from "./call-contract.ts";
import * as contract from "./contract.ts";
import { eventParents, events, everyDay } from "./event-contract.ts";
import { hires } from "./hire-contract.ts";
import { investors } from "./investor-contract.ts";
import { making } from "./making-contract.ts";
import { plans } from "./plan-contract.ts";
import { programs } from "./program-contract.ts";
import { projects } from "./project-contract.ts";
import { visitors } from "./visitor-contract.ts";
import { reports } from "./year/report-contract.ts";
import { year } from "./year/year-contract.ts";

/** The demonstration network as it stands in the files, checked strictly; a field nobody knows is an error. */
export function readDemo() {
  return {
    amenities: file("amenities.json", z.array(contract.word)),
    themes: file("themes.json", z.array(contract.word)),
    organizations: file("organizations.json", z.array(contract.organization)),
    memberships: file("memberships.json", z.array(contract.membership)),
    people: file("people.json", z.array(contract.person)),
    spaces: file("spaces.json", z.array(contract.space)),
    candidates: file("candidates.json", z.array(contract.candidate)),
    agreement: file("agreement.json", contract.agreement),
    flows: file("flows.json", contract.flows),
    passes: file("passes.json", z.array(contract.pass)),
    certifications: file("certifications.json", z.array(bookings.certification)),
    resources: file("resources.json", z.array(bookings.resourcesOfSpace)),
    plans: file("plans.json", plans),
    displays: file("displays.json", z.array(bookings.display)),
    bookings: file("bookings.json", bookings.bookingRules),
    lines: file("lines.json", bookings.lines),
    outside: file("outside.json", z.array(bookings.outsideCalendar)),
    visitors: file("visitors.json", visitors),
    making: file("making.json", making),
    hires: file("hires.json", hires),
    events: file("events.json", events),
    projects: file("projects.json", projects),
    everyDay: file("every-day.json", everyDay),
    eventParents: file("event-parents.json", eventParents),
    agendas: file("agenda.json", agendas),
    calls: file("calls.json", calls),
    investors: file("investors.json", investors),
    programs: file("programs.json", programs),
    reports: file("reports.json", reports),
    year: file("year-2023.json", year),
    trials: file("try.json", z.array(contract.trial)),
  };
}

export type Demo = ReturnType<typeof readDemo>;

function file<Content>(name: string, schema: z.ZodType<Content>): Content {
  return schema.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")));
}
