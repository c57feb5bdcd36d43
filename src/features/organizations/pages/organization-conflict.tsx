import { dateWithYear } from "../../../interface/format.ts";
import { Page } from "../../../interface/page.tsx";
import type { Language } from "../../../platform/language/language.ts";
import { isDay } from "../../../platform/time/day.ts";
import { names, organizationWords } from "../messages.ts";
import { type OrganizationKind, organizationKinds, type Visibility, visibilities } from "../organization.ts";
import { formFields, type OrganizationForm, writtenOver } from "./organization-form.ts";
import { languageName } from "./spoken-languages.ts";

type ConflictProps = {
  organization: { name: string; slug: string };
  mine: OrganizationForm;
  theirs: OrganizationForm;
  /** What both were written from. */
  before: OrganizationForm;
  version: string;
  language: Language;
};

/** Both versions of what differs, and the choice between them. Fields only they changed stay theirs. */
export function OrganizationConflict({ organization, mine, theirs, before, version, language }: ConflictProps) {
  const text = organizationWords[language];
  const labels = labelsOf(language);
  const differing = formFields.filter((field) => mine[field] !== before[field] && mine[field] !== theirs[field]);
  const kept = writtenOver(theirs, mine, before);
  const here = `/${language}/organizations/${organization.slug}`;
  return (
    <Page title={`${text.error}: ${text.conflictTitle}`} area={{ kind: "public" }}>
      <div className="frame section-s">
        <div className="stack">
          <div role="alert">
            <h1>{text.conflictTitle}</h1>
            <p className="lead">{text.conflictLead}</p>
          </div>
          {differing.map((field) => (
            <section key={field} className="stack" aria-labelledby={`differs-${field}`}>
              <h2 id={`differs-${field}`}>{labels[field]}</h2>
              <div className="versions">
                <div>
                  <p className="small">
                    <b>{text.theirs}</b>
                  </p>
                  <p>{readable(field, theirs[field], language) || text.empty}</p>
                </div>
                <div>
                  <p className="small">
                    <b>{text.mine}</b>
                  </p>
                  <p>{readable(field, mine[field], language) || text.empty}</p>
                </div>
              </div>
            </section>
          ))}
          <form method="post" className="buttons">
            {Object.entries(kept).map(([field, value]) => (
              <input key={field} type="hidden" name={field} value={value} />
            ))}
            <input type="hidden" name="before" value={JSON.stringify(theirs)} />
            <input type="hidden" name="version" value={version} />
            <button className="button lit" type="submit">
              {text.saveMine}
            </button>
            <a className="button" href={here}>
              {text.keepTheirs}
            </a>
          </form>
        </div>
      </div>
    </Page>
  );
}

function readable(field: (typeof formFields)[number], value: string, language: Language): string {
  if (field === "visibility")
    return names[language].visibilities[visibilities.find((one) => one === value) ?? ("public" satisfies Visibility)];
  if (field === "foundedOn" && isDay(value)) return dateWithYear(value, language);
  if (field === "languages")
    return value
      .split(", ")
      .filter((code) => code !== "")
      .map((code) => languageName(code, language))
      .join(", ");
  if (field === "legalForm") return names[language].legalForms[value] ?? value;
  if (field !== "kinds") return value;
  const isKind = (word: string): word is OrganizationKind => organizationKinds.some((kind) => kind === word);
  return value
    .split(", ")
    .filter(isKind)
    .map((kind) => names[language].kinds[kind])
    .join(", ");
}

function labelsOf(language: Language): Record<(typeof formFields)[number], string> {
  const text = organizationWords[language];
  return {
    name: text.name,
    organizationNumber: text.number,
    kinds: text.kinds,
    legalForm: text.legalForm,
    foundedOn: text.founded,
    "descriptions-nb": `${text.descriptions}, ${text.description.nb}`,
    "descriptions-nn": `${text.descriptions}, ${text.description.nn}`,
    "descriptions-en": `${text.descriptions}, ${text.description.en}`,
    sectors: text.tags,
    focusAreas: text.focusAreas,
    address: text.streetAddress,
    postcode: text.postcode,
    municipalityNumber: text.municipalityNumber,
    website: text.website,
    contactEmail: text.contactEmail,
    languages: text.languages,
    visibility: text.visibility,
  };
}
