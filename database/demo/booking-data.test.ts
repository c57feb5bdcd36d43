import { describe, expect, test } from "vitest";
import { readDemo } from "./read.ts";

const demo = readDemo();
const { bookings, resources, certifications } = demo;
const people = new Set(demo.people.map(({ email }) => email));
const everything = resources.flatMap(({ space, resources: all }) => all.map((one) => ({ ...one, space })));
const isThere = (space: string, name: string) => everything.some((one) => one.space === space && one.name === name);

describe("What can be booked", () => {
  test("is in the houses of the hub, the labs and the network, and called one thing in each", () => {
    const names = everything.map(({ space, name }) => `${space} ${name.toLowerCase()}`);

    expect(new Set(names).size).toBe(names.length);
    expect(resources.map(({ space }) => space).filter((slug) => !demo.spaces.some((one) => one.slug === slug))).toEqual([]);
    expect(everything.filter(({ space, partOf }) => partOf !== undefined && !isThere(space, partOf))).toEqual([]);
    expect(everything.filter(({ space, kind }) => space === "oslo-international-hub" && kind === "desk_pool")).toMatchObject([
      { capacity: 60 },
    ]);
  });

  test("costs members no more than their network, and the network no more than everyone", () => {
    const units = ["hour", "half_day", "day"] as const;
    const dearer = everything.filter(({ prices: { members, network, everyone } }) =>
      units.some((unit) => {
        const order = [members?.[unit], network?.[unit], everyone?.[unit]].filter((price) => price !== undefined);
        return order.some((price, index) => price < (order[index - 1] ?? 0));
      }),
    );

    expect(dearer).toEqual([]);
    expect(everything.filter(({ bookedBy = "members", prices }) => bookedBy === "everyone" && !prices.everyone)).toEqual([]);
  });

  test("asks for levels there are, of certifications that somebody holds", () => {
    const asked = everything.flatMap(({ certification }) => certification ?? []);
    const levelsOf = (key: string) => certifications.find((one) => one.key === key)?.levels ?? 0;

    expect(asked.filter(({ key, level }) => level > levelsOf(key))).toEqual([]);
    expect(certifications.flatMap(({ recognises }) => recognises).filter((key) => levelsOf(key) === 0)).toEqual([]);
    expect(certifications.filter(({ levels, holders }) => holders.length === 0 || holders.some(({ level }) => level > levels))).toEqual([]);
    expect(
      certifications.flatMap(({ holders }) => holders).filter(({ person, grantedBy }) => !people.has(person) || !people.has(grantedBy)),
    ).toEqual([]);
  });
});

describe("Who books what", () => {
  test("is known: rooms, people and reasons", () => {
    const told = [...bookings.oneOff, ...bookings.standing];
    const holders = [...Object.values(bookings.holders).flat(), ...told.flatMap(({ person }) => person ?? [])];
    const rooms = [
      ...told.map(({ space, resource }) => [space, resource] as const),
      ...bookings.traffic.flatMap(({ space, resources: names }) => names.map((name) => [space, name] as const)),
    ];

    expect(holders.filter((email) => !people.has(email))).toEqual([]);
    expect(rooms.filter(([space, name]) => !isThere(space, name))).toEqual([]);
    expect(bookings.traffic.filter(({ holders: group }) => !bookings.holders[group])).toEqual([]);
    expect(bookings.traffic.flatMap(({ what }) => what).filter((key) => !bookings.what[key])).toEqual([]);
  });

  test("leaves out nobody: every house has something going on every week", () => {
    const busy = new Set([...bookings.standing, ...bookings.traffic].map(({ space }) => space));

    expect(resources.map(({ space }) => space).filter((slug) => !busy.has(slug))).toEqual([]);
  });

  test("is most in the middle of the week and least on Friday, and at weekends only where somebody is there", () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((day) => bookings.traffic.reduce((sum, { perWeekday }) => sum + (perWeekday[day] ?? 0), 0));
    const [monday = 0, tuesday = 0, wednesday = 0, thursday = 0, friday = 0] = week;

    expect(wednesday).toBeGreaterThan(Math.max(monday, tuesday, thursday));
    expect(friday).toBeLessThan(monday / 1.5);
    expect(new Set(bookings.traffic.filter(({ perWeekday }) => perWeekday[6]).map(({ space }) => space))).toEqual(
      new Set(["bitraf", "blender-collective", "mesh"]),
    );
  });

  test("has room for its headcount, and an hour to begin at", () => {
    const capacity = (space: string, name: string) => everything.find((one) => one.space === space && one.name === name)?.capacity ?? 0;
    const crowded = [...bookings.oneOff, ...bookings.standing].filter((one) => (one.people ?? 0) > capacity(one.space, one.resource));
    const empty = bookings.traffic.filter(({ between, what }) => {
      const [opens = 0, closes = 0] = between.split("-").map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
      return what.some((key) => bookings.what[key]?.minutes.some((minutes) => minutes > closes - opens));
    });

    expect([crowded, empty]).toEqual([[], []]);
  });
});
