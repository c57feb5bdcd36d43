import { catalogue, type Language } from "../../platform/language/language.ts";
import type { NavLink } from "../components/page-top.tsx";

type Place = { slug: string; name: string };

/** Whose work a page belongs to; it decides the words of the navigation (experience.md §6). */
export type Area =
  | { kind: "public"; network?: Place }
  | { kind: "member" }
  | { kind: "host" | "manager"; space: Place }
  | { kind: "coordinator"; network: Place }
  | { kind: "investor" }
  | { kind: "operator" };

const words = catalogue({
  nb: {
    today: "I dag",
    find: "Finn plass",
    spaces: "Steder",
    events: "Arrangementer",
    about: "Om nettverket",
    days: "Dager",
    me: "Meg",
    checkIn: "Innsjekk",
    calendar: "Kalender",
    members: "Medlemmer",
    guests: "Gjester",
    numbers: "Tall",
    settings: "Huset",
    candidates: "Kandidater",
    guestDays: "Gjestedager",
    reports: "Rapporter",
    setup: "Oppsett",
    organizations: "Organisasjoner",
    people: "Personer",
    audit: "Logg",
    jobs: "Jobber",
    mail: "Post",
    raises: "Henter penger",
    introductions: "Introduksjoner",
  },
  nn: {
    today: "I dag",
    find: "Finn plass",
    spaces: "Stader",
    events: "Arrangement",
    about: "Om nettverket",
    days: "Dagar",
    me: "Meg",
    checkIn: "Innsjekk",
    calendar: "Kalender",
    members: "Medlemer",
    guests: "Gjester",
    numbers: "Tal",
    settings: "Huset",
    candidates: "Kandidatar",
    guestDays: "Gjestedagar",
    reports: "Rapportar",
    setup: "Oppsett",
    organizations: "Organisasjonar",
    people: "Personar",
    audit: "Logg",
    jobs: "Jobbar",
    mail: "Post",
    raises: "Hentar pengar",
    introductions: "Introduksjonar",
  },
  en: {
    today: "Today",
    find: "Find a seat",
    spaces: "Spaces",
    events: "Events",
    about: "About the network",
    days: "Days",
    me: "Me",
    checkIn: "Check-in",
    calendar: "Calendar",
    members: "Members",
    guests: "Guests",
    numbers: "Numbers",
    settings: "The space",
    candidates: "Candidates",
    guestDays: "Guest days",
    reports: "Reports",
    setup: "Set-up",
    organizations: "Organizations",
    people: "People",
    audit: "Log",
    jobs: "Jobs",
    mail: "Mail",
    raises: "Raising money",
    introductions: "Introductions",
  },
});

/** A word of the navigation: what `current` of a page names. */
export type Stop = keyof (typeof words)["nb"];

/** The links of an area, at most six: what is needed daily first, what is set up once last. The one the page stands under is marked. */
export function stopsOf(area: Area, language: Language, current: Stop | undefined): NavLink[] {
  const link = ([stop, path]: [Stop, string]): NavLink => ({
    href: `/${language}${path}`,
    label: words[language][stop],
    isCurrent: stop === current,
  });
  return pathsOf(area).map(link);
}

function pathsOf(area: Area): [Stop, string][] {
  switch (area.kind) {
    case "public": {
      const network = area.network ? `/networks/${area.network.slug}` : "";
      return area.network
        ? [
            ["find", network],
            ["spaces", `${network}/spaces`],
            ["events", `${network}/events`],
            ["members", `${network}/members`],
            ["about", `${network}/about`],
          ]
        : [
            ["find", ""],
            ["events", "/events"],
          ];
    }
    case "member":
      return [
        ["days", "/me"],
        // a day at another house comes first; a room by the hour is a link from there
        ["find", ""],
        ["events", "/me/events"],
        ["me", "/me/profile"],
      ];
    case "host":
      return [
        ["today", `/spaces/${area.space.slug}/today`],
        ["checkIn", `/spaces/${area.space.slug}/check-in`],
        ["calendar", `/spaces/${area.space.slug}/calendar`],
      ];
    case "manager": {
      const space = `/spaces/${area.space.slug}`;
      return [
        ["today", `${space}/today`],
        ["calendar", `${space}/calendar`],
        ["members", `${space}/members`],
        ["guests", `${space}/guest-terms`],
        ["numbers", `${space}/numbers`],
        ["settings", `${space}/settings`],
      ];
    }
    case "coordinator": {
      const network = `/networks/${area.network.slug}`;
      return [
        ["today", `${network}/work`],
        ["members", `${network}/memberships`],
        ["candidates", `${network}/candidates`],
        ["guestDays", `${network}/exchange`],
        ["events", `${network}/events`],
        ["reports", `/organizations/${area.network.slug}/reports`],
      ];
    }
    case "investor":
      return [
        ["raises", "/raises"],
        ["introductions", "/introductions"],
        ["me", "/me/profile"],
      ];
    case "operator":
      return [
        ["jobs", "/operations/jobs"],
        ["mail", "/operations/mail"],
        ["people", "/operations/people"],
        ["organizations", "/operations/organizations"],
        ["audit", "/operations/audit"],
        ["setup", "/operations/setup"],
      ];
  }
}
