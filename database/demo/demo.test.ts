import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { amenities } from "../../src/features/spaces/amenities.ts";
import { themes } from "../../src/features/spaces/themes.ts";
import { isHoliday } from "../../src/platform/time/holidays.ts";
import { type Calendar, resolveDay, resolveMoment } from "./day.ts";
import { layOutFlows } from "./lay-out-flows.ts";
import { readDemo } from "./read.ts";

const demo = readDemo();
const members = ["657", "beta", "blender-collective", "brodahls", "coworks", "fabrikken", "flow", "impact-hub"]
  .concat(["inkubatorsalten", "innovation-dock", "workwork"])
  .sort();
// a Sunday, a Monday, Christmas Eve, a holiday on a Sunday, the first and last day of a quarter, Easter Monday, a Saturday
const days = ["2026-11-22", "2026-11-23", "2026-12-24", "2026-05-17", "2026-10-01", "2027-03-31", "2027-03-29", "2027-01-02"];

describe("references", () => {
  test("every slug and e-mail is used once for one thing", () => {
    const organizations = demo.organizations.map((one) => one.slug);
    const places = demo.candidates.filter((one) => one.stage !== "member").map((one) => one.slug);

    expect(repeated([...organizations, ...places])).toEqual([]);
    expect(repeated(demo.spaces.map((one) => one.slug))).toEqual([]);
    expect(repeated(demo.people.map((one) => one.email))).toEqual([]);
    expect(repeated(demo.organizations.flatMap((one) => one.organizationNumber ?? []))).toEqual([]);
  });

  test("every organization that is spoken of exists", () => {
    const known = new Set(demo.organizations.map((one) => one.slug));

    const spoken = [
      ...demo.memberships.flatMap((one) => [one.organization, one.member]),
      ...demo.spaces.map((one) => one.organization),
      ...demo.people.flatMap((one) => [one.home, one.through, ...one.positions.map((position) => position.organization)]),
      ...demo.candidates.filter((one) => one.stage === "member").map((one) => one.slug),
      ...demo.flows.corrections.flatMap((one) => [one.home, one.host, one.askedBy]),
      ...demo.passes.map((one) => one.correction?.askedBy),
      ...demo.trials.map((one) => one.at),
      demo.agreement.network,
    ];

    expect(spoken.filter((slug) => slug != null && !known.has(slug))).toEqual([]);
  });

  test("every person that is spoken of exists", () => {
    const known = new Set(demo.people.map((one) => one.email));

    const spoken = [
      ...demo.candidates.flatMap((one) => [one.owner, ...one.history.map((step) => step.by), ...one.notes.map((note) => note.by)]),
      ...demo.agreement.versions.flatMap((one) => [one.publishedBy, ...one.acceptances.map((acceptance) => acceptance.acceptedBy)]),
      ...demo.passes.flatMap((one) => [one.person, one.ending?.by, one.correction?.person, ...(one.scans ?? []).map((scan) => scan.by)]),
      ...demo.flows.corrections.map((one) => one.person),
      ...demo.trials.map((one) => one.email),
    ];

    expect(spoken.filter((email) => email != null && !known.has(email))).toEqual([]);
  });

  test("the lists of words are those of the program", () => {
    expect(Object.fromEntries(demo.amenities.map((one) => [one.key, one.label]))).toEqual(amenities);
    expect(Object.fromEntries(demo.themes.map((one) => [one.key, one.label]))).toEqual(themes);
  });

  test("amenities, themes and sectors are words of the lists", () => {
    const things = demo.spaces.flatMap((one) => one.amenities);
    const subjects = [...demo.spaces.flatMap((one) => one.themes), ...demo.organizations.flatMap((one) => one.sectors)];

    expect(things.filter((key) => !demo.amenities.some((one) => one.key === key))).toEqual([]);
    expect(subjects.filter((key) => !demo.themes.some((one) => one.key === key))).toEqual([]);
  });
});

describe("texts", () => {
  test("every text is written in nb, nn and en, calmly, and nynorsk is not bokmål over again", () => {
    const texts = readdirSync(new URL(".", import.meta.url))
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => textsIn(JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"))));

    const long = texts.filter((one) => (one.nb?.length ?? 0) > 40);
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((one) => !one.nb || !one.nn || !one.en)).toEqual([]);
    expect(texts.filter((one) => Object.values(one).some((text) => text.includes("!")))).toEqual([]);
    expect(long.filter((one) => one.nb === one.nn).length / long.length).toBeLessThan(0.05);
    expect(long.filter((one) => one.en === one.nb)).toEqual([]);
  });
});

describe("organizations, spaces and people", () => {
  test("no organization number has a wrong check digit", () => {
    const wrong = demo.organizations.filter((one) => one.organizationNumber && !hasRightCheckDigit(one.organizationNumber));

    expect(wrong).toEqual([]);
    expect(hasRightCheckDigit("310000000")).toBe(true);
    expect(hasRightCheckDigit("310000001")).toBe(false);
  });

  test("the network has its eleven founding members, each with a space of the same slug", () => {
    const joined = demo.memberships.filter((one) => one.organization === "coworking-norge");
    const hosts = demo.spaces.filter((one) => one.guestTerms);

    expect(joined.map((one) => one.member).sort()).toEqual(members);
    expect(hosts.map((one) => one.slug).sort()).toEqual(members);
    expect(hosts.every((one) => one.organization === one.slug)).toBe(true);
  });

  test("a space that takes guests says how: welcome, arrival, house rules and duties", () => {
    const silent = demo.spaces.filter(
      (one) => one.guestTerms && !(one.guestWelcome && one.arrival && one.houseRules && (one.hostDuties?.length ?? 0) >= 3),
    );

    expect(silent).toEqual([]);
  });

  test("municipality numbers are those of 2024", () => {
    const valid = municipalitiesOf2024();

    const used = [...demo.organizations, ...demo.spaces, ...demo.candidates].map((one) => one.municipalityNumber);

    expect(valid.size).toBe(357);
    expect(used.filter((number) => !valid.has(number))).toEqual([]);
    expect(valid.has("3004")).toBe(false);
  });

  test("spaces lie in Norway, within 70 km of the middle of their municipality", () => {
    const centres = municipalitiesOf2024();

    const astray = demo.spaces.filter((one) => {
      const centre = centres.get(one.municipalityNumber);
      return !isInNorway(one) || !centre || distanceKm(one, centre) > 70;
    });

    expect(astray).toEqual([]);
  });

  test("nobody gives more guest seats than there are desks, nor on a day the house is shut", () => {
    const wrong = demo.spaces.filter((one) =>
      one.guestTerms?.seatsPerWeekday.some((seats, weekday) => seats > one.desks || (seats > 0 && !one.openingHours[weekday])),
    );

    expect(wrong).toEqual([]);
  });

  test("whoever has a home is a member there, alone with a plan or through a company that is", () => {
    const wrong = demo.people.filter((person) => {
      if (!person.home) return person.through || person.plan;
      if (!person.through) return !person.plan || !person.memberSince;
      const company = demo.memberships.find((one) => one.organization === person.home && one.member === person.through);
      const position = person.positions.find((one) => one.organization === person.through && one.role === "member");
      return !company || !position || position.from < company.from || person.plan;
    });

    expect(wrong).toEqual([]);
  });

  test("the five accounts to try stand where they should", () => {
    const roles = ["operator", "coordinator", "manager", "host"].map((role) => {
      const account = demo.people.find((one) => one.email === `${role}@demo.example`);
      return account?.positions.map((one) => [one.role, one.organization]);
    });

    expect(roles).toEqual([
      [["operator", "coworking-norge"]],
      [
        ["coordinator", "coworking-norge"],
        ["manager", "kunnskapsbyen-lillestrom"],
      ],
      [["manager", "blender-collective"]],
      [["host", "blender-collective"]],
    ]);
    expect(demo.people.find((one) => one.email === "member@demo.example")).toMatchObject({ home: "blender-collective", plan: "flex" });
  });
});

describe("candidates", () => {
  test("the board holds 62 places, as the coordinator counts them", () => {
    const stages = Object.fromEntries(
      ["prospect", "contacted", "in_dialogue", "applied", "member", "declined"].map((stage) => [
        stage,
        demo.candidates.filter((one) => one.stage === stage).length,
      ]),
    );
    const open = demo.candidates.filter((one) => one.stage !== "member" && one.stage !== "declined");

    expect(stages).toEqual({ prospect: 21, contacted: 12, in_dialogue: 9, applied: 3, member: 11, declined: 6 });
    expect(open.filter((one) => !one.nextStep)).toHaveLength(7);
  });

  test.each(days)("on %s three next steps are for today and four are overdue", (today) => {
    const calendar = calendarOf(today);

    const due = demo.candidates.flatMap((one) => (one.nextStepOn ? resolveDay(one.nextStepOn, calendar) : []));

    expect(due.filter((day) => day.equals(calendar.today))).toHaveLength(3);
    expect(due.filter((day) => Temporal.PlainDate.compare(day, calendar.today) < 0)).toHaveLength(4);
  });

  test.each(days)("on %s every history runs forward and ends where the candidate stands", (today) => {
    const calendar = calendarOf(today);

    const wrong = demo.candidates.filter((one) => {
      const moves = one.history.map((move) => resolveDay(move.on, calendar));
      const forward = moves.every((day, index) => index === 0 || Temporal.PlainDate.compare(moves[index - 1] ?? day, day) <= 0);
      const over = moves.some((day) => Temporal.PlainDate.compare(day, calendar.today) > 0);
      return !forward || over || one.history.at(-1)?.to !== one.stage;
    });

    expect(wrong).toEqual([]);
  });
});

describe("the agreement", () => {
  test("every host has accepted each version by an owner of that day, before or soon after it came into force", () => {
    for (const version of demo.agreement.versions) {
      expect(version.acceptances.map((one) => one.space).sort()).toEqual(members);
    }

    const inForce = demo.agreement.versions.at(-1);
    const strangers = inForce?.acceptances.filter((acceptance) => {
      const owner = demo.people.find((one) => one.email === acceptance.acceptedBy);
      const position = owner?.positions.find((one) => one.organization === acceptance.space && one.role === "owner");
      return !position || position.from > acceptance.acceptedOn || acceptance.acceptedOn > inForce.validFrom;
    });
    expect(strangers).toEqual([]);
  });
});

describe("the flow matrix", () => {
  test("gives and receives exactly what the quarter of the network did", () => {
    const { hosts, passes } = demo.flows;

    const received = hosts.map((home) => [home, sum(passes[home] ?? [])]);
    const given = hosts.map((host, column) => [host, sum(hosts.map((home) => passes[home]?.[column] ?? 0))]);

    expect(Object.fromEntries(given)).toEqual(
      byHost({ "657": 85, hub: 57, work: 34, dock: 33, fab: 30, flow: 11, cow: 21, salten: 12, blender: 18, brodahls: 12, beta: 11 }),
    );
    expect(Object.fromEntries(received)).toEqual(
      byHost({ "657": 24, hub: 21, work: 25, dock: 27, fab: 34, flow: 13, cow: 31, salten: 14, blender: 54, brodahls: 64, beta: 17 }),
    );
    expect(sum(hosts.flatMap((home) => passes[home] ?? []))).toBe(324);
  });

  test("days over the quota make twenty debts and the net positions of six transfers", () => {
    const { hosts, overQuota } = demo.flows;

    const debts = hosts.flatMap((home) => overQuota[home] ?? []).filter((days) => days > 0);
    const net = hosts.map((one, column) => [one, sum(hosts.map((home) => overQuota[home]?.[column] ?? 0)) - sum(overQuota[one] ?? [])]);

    expect([debts.length, sum(debts)]).toEqual([20, 41]);
    expect(Object.fromEntries(net)).toEqual(
      byHost({ "657": 21, hub: 10, work: 3, dock: -1, fab: -3, flow: 0, cow: -3, salten: 0, blender: -12, brodahls: -15, beta: 0 }),
    );
  });

  test("nobody is their own guest, and every pair of houses has shared a day", () => {
    const { hosts, passes } = demo.flows;

    const days = (home: string, host: string) => passes[home]?.[hosts.indexOf(host)] ?? 0;
    const pairs = hosts.flatMap((one, index) => hosts.slice(index + 1).map((other) => days(one, other) + days(other, one)));

    expect(hosts.map((one) => days(one, one))).toEqual(hosts.map(() => 0));
    expect(pairs).toHaveLength(55);
    expect(pairs.every((shared) => shared > 0)).toBe(true);
  });

  test.each(days)("on %s it is laid out in full for whole quarters, and the same each time", (today) => {
    const calendar = calendarOf(today);

    const passes = layOutFlows(demo, calendar);

    expect(passes.filter((one) => one.quarter === -1)).toHaveLength(324);
    expect(passes.filter((one) => one.quarter === -1 && one.overQuota)).toHaveLength(41);
    expect(passes.filter((one) => one.quarter === -2).length).toBeLessThan(300);
    expect(passes.every((one) => Temporal.PlainDate.compare(one.day, calendar.today) < 0)).toBe(true);
    expect(JSON.stringify(layOutFlows(demo, calendar))).toBe(JSON.stringify(passes));
  });
});

describe.each(days)("passes on %s", (today) => {
  const calendar = calendarOf(today);
  const made = demo.passes.map((pass) => ({ ...pass, day: resolveDay(pass.day, calendar), ...memberOf(pass.person) }));
  const laidOut = layOutFlows(demo, calendar).map((pass) => ({ ...pass, state: "completed" as const }));
  const all = [...made.map((pass) => ({ ...pass, overQuota: false })), ...laidOut];
  const active = all.filter((pass) => ["offered", "held", "checked_in", "completed", "no_show"].includes(pass.state));

  test("nobody has a pass at their own home, and everybody with one takes part", () => {
    const wrong = all.filter((pass) => !pass.home || pass.home === pass.host || !members.includes(pass.home) || optedOut(pass.person));

    expect(wrong).toEqual([]);
  });

  test("each person holds one pass a day at most", () => {
    expect(repeated(active.map((pass) => `${pass.person} ${pass.day}`))).toEqual([]);
  });

  test("the quotas of the agreement are kept: per person, per person and host, per company", () => {
    const counted = all.filter((pass) => !pass.overQuota && !["cancelled", "refused"].includes(pass.state));
    const month = (pass: (typeof all)[number]) => `${pass.day.toPlainYearMonth()}`;

    expect(most(counted.map((pass) => `${pass.person} ${month(pass)}`))).toBeLessThanOrEqual(5);
    expect(most(counted.map((pass) => `${pass.person} ${pass.host} ${month(pass)}`))).toBeLessThanOrEqual(3);
    expect(most(counted.flatMap((pass) => (pass.through ? `${pass.through} ${month(pass)}` : [])))).toBeLessThanOrEqual(20);
  });

  test("a day over the quota comes after the quota at that host is used up", () => {
    const early = all.filter((pass) => {
      const before = all.filter(
        (other) =>
          other.person === pass.person &&
          other.host === pass.host &&
          !other.overQuota &&
          other.day.toPlainYearMonth().equals(pass.day.toPlainYearMonth()) &&
          Temporal.PlainDate.compare(other.day, pass.day) < 0,
      );
      return pass.overQuota && before.length < 3;
    });

    expect(early).toEqual([]);
  });

  test("seats are never exceeded, and nobody is let into a shut house", () => {
    const seats = (host: string, day: Temporal.PlainDate) => {
      const space = demo.spaces.find((one) => one.slug === host);
      const shut = [...(space?.guestTerms?.closedDays ?? []), ...(space?.openingExceptions ?? []).map((one) => one.day)];
      const holiday = calendar.isHoliday(day) && !space?.openOnHolidays;
      if (holiday || shut.some((one) => resolveDay(one, calendar).equals(day))) return 0;
      return space?.guestTerms?.seatsPerWeekday[day.dayOfWeek - 1] ?? 0;
    };
    const taken = Map.groupBy(active, (pass) => `${pass.host} ${pass.day}`);

    const over = [...taken.values()].filter(([first, ...rest]) => first && rest.length + 1 > seats(first.host, first.day));

    expect(over).toEqual([]);
  });

  test("657 is full one day with two waiting, and nobody waits where there is a seat", () => {
    const full = resolveDay("workday+3", calendar);
    const at = made.filter((pass) => pass.host === "657" && pass.day.equals(full));

    expect(at.filter((pass) => pass.state === "held")).toHaveLength(10);
    expect(made.filter((pass) => pass.waitsFor === "seat")).toEqual(at.filter((pass) => pass.state === "waiting"));
    expect(at.filter((pass) => pass.state === "waiting")).toHaveLength(2);
  });

  test("guests of Blender Collective today are in different states", () => {
    const states = made.filter((pass) => pass.host === "blender-collective" && pass.day.equals(calendar.today)).map((pass) => pass.state);

    expect(states.sort()).toEqual(["cancelled", "checked_in", "checked_in", "held", "held"]);
  });

  test("what lies ahead is within the horizon, and times agree with states", () => {
    const now = Temporal.PlainDate.from(today).toZonedDateTime({ timeZone: "Europe/Oslo", plainTime: "11:00" }).toInstant();
    const at = (moment: string) => resolveMoment(moment, calendar, now, "Europe/Oslo");

    const wrong = demo.passes.filter((pass) => {
      const ahead = calendar.today.until(resolveDay(pass.day, calendar)).days;
      const checkedIn = ["checked_in", "completed"].includes(pass.state);
      const past = [pass.claimedAt, pass.heldAt, pass.checkedInAt, pass.ending?.endedAt].flatMap((one) => one ?? []).map(at);
      const forward = past.every((one, index) => index === 0 || Temporal.Instant.compare(past[index - 1] ?? one, one) <= 0);
      return (
        ahead > 30 ||
        checkedIn !== Boolean(pass.checkedInAt) ||
        (["completed", "no_show"].includes(pass.state) && ahead >= 0) ||
        (["waiting", "offered", "held"].includes(pass.state) && ahead < 0) ||
        (pass.state === "waiting") !== Boolean(pass.waitsFor) ||
        (pass.state === "offered") !== Boolean(pass.offer) ||
        ["cancelled", "refused"].includes(pass.state) !== Boolean(pass.ending) ||
        !forward ||
        past.some((one) => Temporal.Instant.compare(one, now) > 0)
      );
    });

    expect(wrong).toEqual([]);
  });

  test("three no-shows within ninety days pause one person, and two check-ins are disputed", () => {
    const missed = made.filter((pass) => pass.state === "no_show" && calendar.today.since(pass.day).days < 90);

    expect(most(missed.map((pass) => pass.person))).toBe(3);
    const paused = missed.find((pass) => missed.filter((other) => other.person === pass.person).length === 3)?.person;
    expect(made.filter((pass) => pass.person === paused && pass.state !== "no_show")).toEqual([]);
    expect(demo.passes.filter((pass) => pass.correction || pass.scans?.some((scan) => !scan.counted))).toHaveLength(2);
  });
});

/** Every object that holds a text in some language, however deep. */
function textsIn(content: unknown): Record<string, string>[] {
  if (typeof content !== "object" || content === null) return [];
  if ("nb" in content || "nn" in content || "en" in content) return [content as Record<string, string>];
  return Object.values(content).flatMap(textsIn);
}

function calendarOf(today: string): Calendar {
  return { today: Temporal.PlainDate.from(today), isHoliday: (day) => isHoliday(day.toString()) };
}

function memberOf(email: string) {
  const person = demo.people.find((one) => one.email === email);
  return { home: person?.home, through: person?.through };
}

function optedOut(email: string): boolean {
  return demo.people.some((one) => one.email === email && one.exchangeOptOut);
}

function municipalitiesOf2024() {
  const lines = readFileSync(new URL("../reference/municipality_centroids_2024.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  return new Map(
    lines.map((line) => {
      const [number = "", , latitude, longitude] = line.split(",");
      return [number, { latitude: Number(latitude), longitude: Number(longitude) }];
    }),
  );
}

function isInNorway({ latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return latitude > 57.9 && latitude < 71.3 && longitude > 4.4 && longitude < 31.3;
}

function distanceKm(one: { latitude: number; longitude: number }, other: { latitude: number; longitude: number }): number {
  const north = (one.latitude - other.latitude) * 111.2;
  const east = (one.longitude - other.longitude) * 111.2 * Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

function hasRightCheckDigit(number: string): boolean {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
  return sum(weights.map((weight, index) => weight * Number(number[index]))) % 11 === 0;
}

function byHost(
  days: Record<"657" | "hub" | "work" | "dock" | "fab" | "flow" | "cow" | "salten" | "blender" | "brodahls" | "beta", number>,
) {
  const { hub, work, dock, fab, flow, cow, salten, blender, brodahls, beta } = days;
  return {
    "657": days["657"],
    "impact-hub": hub,
    workwork: work,
    "innovation-dock": dock,
    fabrikken: fab,
    flow,
    coworks: cow,
    inkubatorsalten: salten,
    "blender-collective": blender,
    brodahls,
    beta,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function most(keys: string[]): number {
  return Math.max(0, ...[...Map.groupBy(keys, (key) => key).values()].map((same) => same.length));
}

function repeated(keys: string[]): string[] {
  return [...Map.groupBy(keys, (key) => key)].filter(([, same]) => same.length > 1).map(([key]) => key);
}
