import type { Language } from "../../../../platform/language/language.ts";
import type { Space } from "../../../spaces/parts.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A space as schema.org tells search engines. */
export function spaceFacts(space: Space, description: string | undefined, origin: string, language: Language): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    "@type": "LocalBusiness",
    "@id": `${origin}/${language}/spaces/${space.slug}`,
    name: space.name,
    description,
    url: `${origin}/${language}/spaces/${space.slug}`,
    image: space.photos.map(({ large }) => `${origin}${large}`),
    address: {
      "@type": "PostalAddress",
      streetAddress: space.address ?? undefined,
      postalCode: space.postcode ?? undefined,
      addressLocality: space.town ?? space.municipality.name ?? undefined,
      addressCountry: "NO",
    },
    geo: { "@type": "GeoCoordinates", latitude: space.latitude, longitude: space.longitude },
    openingHoursSpecification: space.openingHours.map(({ weekday, opens, closes }) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: `https://schema.org/${weekdays[weekday - 1]}`,
      opens,
      closes,
    })),
  };
}
