import type { z } from "@hono/zod-openapi";
import { type Facts, factId, factsOf } from "../../../interface/facts.ts";
import type { Shell } from "../../../interface/shell.ts";
import type { organization } from "../contract.ts";

/** The organization in the words of schema.org, for search engines: what everyone may see. */
export function organizationFacts(shown: z.infer<typeof organization>, description: string | undefined, shell: Shell): Facts {
  const { origin, language } = shell;
  const { register } = shown;
  const street = shown.address ?? register?.address?.lines.join(", ");
  const address = {
    "@type": "PostalAddress",
    streetAddress: street || undefined,
    postalCode: shown.postcode ?? register?.address?.postcode ?? undefined,
    addressLocality: register?.address?.town ?? shown.municipality?.nameNo,
    addressCountry: "NO",
  };
  const { headcount } = register ?? {};
  return factsOf({
    "@type": "Organization",
    "@id": factId("organizations", shown.slug, shell),
    name: shown.name,
    legalName: register?.name ?? undefined,
    description,
    url: shown.website ?? `${origin}/${language}/organizations/${shown.slug}`,
    logo: shown.logo ? `${origin}${shown.logo.large}` : undefined,
    foundingDate: shown.foundedOn ?? register?.foundedOn ?? undefined,
    dissolutionDate: register?.deletedOn ?? undefined,
    identifier: shown.organizationNumber
      ? { "@type": "PropertyValue", propertyID: "iso6523:0192", value: shown.organizationNumber }
      : undefined,
    address: street || shown.municipality ? address : undefined,
    numberOfEmployees: headcount ? { "@type": "QuantitativeValue", minValue: headcount.least, maxValue: headcount.most } : undefined,
  });
}
