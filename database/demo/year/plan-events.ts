import type { Planned } from "../place-events.ts";
import type { PlannedGroup, PlannedYear } from "./year-contract.ts";

const nothing = { nb: "", nn: "", en: "" };

/** The events of a group as the calendar tells of them. */
export function eventsOfGroup({ organization, places }: PlannedYear, group: PlannedGroup): Planned[] {
  return group.events.map(({ place, size, taken, kroner, memberKroner, ...event }) => {
    const { name, municipality, country } = places[place] ?? { name: place };
    return {
      ...{ slug: event.slug, day: event.day, endDay: event.endDay, hours: event.hours },
      ...{ title: event.title ?? group.title ?? nothing, descriptions: event.descriptions ?? group.descriptions ?? nothing },
      ...{ themes: event.themes ?? group.themes, hosts: [organization], place: name, municipality, country, languages: ["nb"] },
      ...{ audience: group.audience, partners: event.partners, came: event.came, needsApproval: false },
      ...{ rooms: [], questions: [], own: [] },
      quotas: event.quotas ?? [{ name: "Plasser", size }],
      ticketTypes: event.ticketTypes ?? [{ name: "Plass", quotas: ["Plasser"], kroner, memberKroner, taken, waiting: 0, most: 4 }],
    };
  });
}
