import { type Facts, factId, factsOf } from "../../../interface/facts.ts";
import type { Shell } from "../../../interface/shell.ts";
import type { ShownEvent } from "./load-event.ts";

/** An event as schema.org tells search engines. */
export function eventFacts(event: ShownEvent, { title, about }: { title: string; about: string | undefined }, shell: Shell): Facts {
  const { origin, language } = shell;
  const url = `${origin}/${language}/events/${event.slug}`;
  const isPlaced = event.space !== null || event.place !== null;
  const mode = isPlaced ? (event.isOnline ? "Mixed" : "Offline") : "Online";
  return factsOf({
    "@type": "Event",
    "@id": factId("events", event.slug, shell),
    name: title,
    description: about,
    url,
    startDate: event.startsAt,
    endDate: event.endsAt,
    inLanguage: event.languages,
    eventStatus: `https://schema.org/${event.status === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: event.space
      ? {
          "@type": "Place",
          "@id": factId("spaces", event.space.slug, shell),
          name: event.space.name,
          url: `${origin}/${language}/spaces/${event.space.slug}`,
          address: { "@type": "PostalAddress", addressLocality: event.space.town ?? undefined, addressCountry: "NO" },
        }
      : event.place
        ? { "@type": "Place", name: event.place, address: event.place }
        : { "@type": "VirtualLocation", url },
    organizer: event.hosts.map(({ slug, name }) => ({
      "@type": "Organization",
      "@id": factId("organizations", slug, shell),
      name,
      url: `${origin}/${language}/organizations/${slug}`,
    })),
    offers: event.ticketTypes.map((type) => ({
      "@type": "Offer",
      name: type.name,
      price: type.priceWithVatOre / 100,
      priceCurrency: "NOK",
      validFrom: type.opensAt ?? undefined,
      availability: `https://schema.org/${type.left > 0 ? "InStock" : "SoldOut"}`,
      url,
    })),
  });
}
