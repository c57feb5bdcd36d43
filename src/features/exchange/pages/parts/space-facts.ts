import { type Facts, factId, factsOf } from "../../../../interface/facts.ts";
import type { Shell } from "../../../../interface/shell.ts";
import { amenities, amenityKeys, type Space } from "../../../spaces/parts.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A space as schema.org tells search engines. */
export function spaceFacts(space: Space, description: string | undefined, shell: Shell): Facts {
  const { origin, language } = shell;
  const { photos, organization, contact } = space;
  return factsOf({
    "@type": "LocalBusiness",
    "@id": factId("spaces", space.slug, shell),
    name: space.name,
    description,
    url: `${origin}/${language}/spaces/${space.slug}`,
    image: photos.length > 0 ? photos.map(({ large }) => `${origin}${large}`) : undefined,
    telephone: contact.phone ?? undefined,
    email: contact.email ?? undefined,
    parentOrganization: { "@type": "Organization", "@id": factId("organizations", organization.slug, shell), name: organization.name },
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
      // schema.org's times end a minute before midnight
      closes: closes === "24:00" ? "23:59" : closes,
    })),
    amenityFeature: amenityKeys
      .filter((key) => space.amenities.includes(key))
      .map((key) => ({ "@type": "LocationFeatureSpecification", name: amenities[key][language], value: true })),
  });
}
