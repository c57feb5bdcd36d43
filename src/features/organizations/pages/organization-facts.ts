import type { z } from "@hono/zod-openapi";
import type { Language } from "../../../platform/language/language.ts";
import type { organization } from "../contract.ts";

/** The organization in the words of schema.org, for search engines: what everyone may see. */
export function organizationFacts(shown: z.infer<typeof organization>, origin: string, language: Language): Record<string, unknown> {
  const base = `${origin}/${language}`;
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
  return {
    "@context": "https://schema.org",
    "@type": "Organization",
    "@id": `${base}/organizations/${shown.slug}`,
    name: shown.name,
    legalName: register?.name ?? undefined,
    url: shown.website ?? `${base}/organizations/${shown.slug}`,
    logo: shown.logo ? `${origin}${shown.logo.large}` : undefined,
    foundingDate: shown.foundedOn ?? register?.foundedOn ?? undefined,
    dissolutionDate: register?.deletedOn ?? undefined,
    identifier: shown.organizationNumber && {
      "@type": "PropertyValue",
      propertyID: "iso6523:0192",
      value: shown.organizationNumber,
    },
    address: street || shown.municipality ? address : undefined,
    numberOfEmployees: headcount && { "@type": "QuantitativeValue", minValue: headcount.least, maxValue: headcount.most },
  };
}
