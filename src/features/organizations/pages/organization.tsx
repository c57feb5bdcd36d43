import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { attempt, client, read, readAll } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Logo } from "../../../interface/components/logo.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { dateWithYear, excerpt, placeName } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, visitOf } from "../../../interface/visit.ts";
import type { Actor } from "../../../platform/access/actor.ts";
import { languages } from "../../../platform/language/language.ts";
import { listWords } from "../list-messages.ts";
import { lookWords } from "../look-messages.ts";
import { names, organizationWords } from "../messages.ts";
import { formatOrganizationNumber } from "../organization-number.ts";
import type { OrganizationsApi } from "../routes.ts";
import { sectorName } from "../sectors.ts";
import { organizationFacts } from "./organization-facts.ts";
import { RegisterStatusNotice } from "./register-status-notice.tsx";

// of a description that says enough by itself where search engines show it
const shortest = 60;

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const organization = client<OrganizationsApi>(visit).organizations[":id"];
  const param = { id: given.params.organization ?? "" };
  const [answer, positions] = await Promise.all([
    organization.$get({ param }),
    readAll((page) => organization.positions.$get({ param, query: page })),
  ]);
  const shown = await read(Promise.resolve(answer));
  const message = new URL(given.request.url).searchParams.get("done");
  const roles = rolesAt(visit.actor, shown.id);
  const speaksFor = roles.includes("owner") || roles.includes("manager");
  const runs = speaksFor || roles.includes("coordinator");
  return { organization: shown, version: answer.headers.get("etag") ?? "*", positions, message, speaksFor, runs };
}

/** The one press that says the contact data hold. */
export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const param = { id: given.params.organization ?? "" };
  const header = { "if-match": String(form.get("version") ?? "*") };
  const { problem } = await attempt(client<OrganizationsApi>(visit).organizations[":id"]["contact-confirmation"].$put({ param, header }));
  if (problem && problem.status !== 412) throw new Response(null, { status: problem.status });
  return redirect(`/${visit.language}/organizations/${param.id}${problem ? "" : "?done=confirmed"}`, 303);
}

export default function OrganizationPage() {
  const { organization, version, positions, message, speaksFor, runs } = useLoaderData<typeof loader>();
  const shell = useShell();
  const { language } = shell;
  const text = organizationWords[language];
  const { name, register, contact, abilities } = organization;
  const spoken = [language, ...languages].find((one) => organization.descriptions[one]);
  const description = spoken && organization.descriptions[spoken];
  const kinds = organization.kinds.map((kind) => names[language].kinds[kind]);
  const what = [...kinds, organization.municipality?.nameNo].filter(Boolean).join(", ");
  const summary = description && description.length >= shortest ? description : `${what}. ${description ?? text.about(name)}`;
  const shownPeople = positions.filter(({ role }) => role !== "member" && role !== "operator");
  const address = organization.address
    ? [organization.address, organization.postcode].filter(Boolean).join(", ")
    : register?.address &&
      [...register.address.lines, [register.address.postcode, register.address.town].filter(Boolean).join(" ")].join(", ");
  const headcount = register?.headcount;
  const facts: [string, React.ReactNode][] = [
    [text.municipality, organization.municipality && placeName(organization.municipality.name)],
    [text.address, address],
    [text.website, organization.website && <a href={organization.website}>{new URL(organization.website).host}</a>],
    [text.contact, contact?.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>],
    [text.tags, organization.sectors.map((key) => sectorName(key, language)).join(", ")],
    [text.focusAreas, organization.focusAreas.map((key) => sectorName(key, language)).join(", ")],
    [
      text.number,
      organization.organizationNumber && <span className="num">{formatOrganizationNumber(organization.organizationNumber)}</span>,
    ],
    [text.parent, register?.parentNumber && <span className="num">{formatOrganizationNumber(register.parentNumber)}</span>],
    [text.legalForm, legalFormInWords(organization.legalForm ?? register?.legalForm)],
    [text.founded, foundedOn(organization.foundedOn ?? register?.foundedOn)],
    [text.employees, headcount && (headcount.least === headcount.most ? headcount.least : text.hiddenCount)],
  ];
  const fetched = register && dateWithYear(register.fetchedAt.slice(0, 10), language);
  const isOpen = organization.visibility === "public";
  const done = message === "saved" || message === "confirmed" ? text[message] : undefined;

  return (
    <Page
      title={name}
      {...(isOpen && {
        description: excerpt(summary),
        facts: organizationFacts(organization, description, shell),
      })}
      path={`/organizations/${organization.slug}`}
      image={organization.logo?.large}
      area={{ kind: "public" }}
    >
      <div className="frame section-end">
        <Crumbs trail={[{ label: listWords[language].title, href: `/${language}/organizations` }, { label: name }]} language={language} />
        <div className="page-head">
          <div>
            {organization.logo && <Logo logo={organization.logo} name={name} isLarge />}
            <p className="small soft">{kinds.join(" · ")}</p>
            <h1>{name}</h1>
          </div>
          <div className="buttons">
            <a className="button" href={`/${language}/events?organization=${organization.slug}`}>
              {text.events}
            </a>
            <a className="button" href={`/${language}/calls?organization=${organization.slug}`}>
              {text.calls}
            </a>
            <a className="button" href={`/${language}/organizations/${organization.slug}/figures`}>
              {text.figures}
            </a>
            {abilities.changeLook && (
              <a className="button" href={`/${language}/organizations/${organization.slug}/look`}>
                {lookWords[language].title(organization.kinds.some((kind) => kind === "network" || kind === "cluster"))}
              </a>
            )}
            {abilities.edit && (
              <>
                <a className="button" href={`/${language}/organizations/${organization.slug}/edit`}>
                  <Icon name="edit" /> {text.edit}
                </a>
                <a className="button" href={`/${language}/organizations/${organization.slug}/memberships`}>
                  <Icon name="people" /> {text.memberOf}
                </a>
                <a className="button" href={`/${language}/organizations/${organization.slug}/projects`}>
                  {text.projects}
                </a>
              </>
            )}
            {speaksFor && organization.kinds.includes("startup") && (
              <a className="button" href={`/${language}/organizations/${organization.slug}/raises`}>
                {text.raises}
              </a>
            )}
            {speaksFor && organization.kinds.includes("investor") && (
              <a className="button" href={`/${language}/raises`}>
                {text.raises}
              </a>
            )}
            {runs && !organization.kinds.every((kind) => kind === "startup" || kind === "investor") && (
              <a className="button" href={`/${language}/programs?organization=${organization.slug}`}>
                {text.programs}
              </a>
            )}
            {runs && organization.kinds.some((kind) => kind === "network" || kind === "cluster") && (
              <a className="button" href={`/${language}/organizations/${organization.slug}/investors`}>
                {text.investors}
              </a>
            )}
          </div>
        </div>
        <div className="stack">
          {done && <Notice kind="good" title={done} role="status" />}
          {register && <RegisterStatusNotice register={register} language={language} />}
          {abilities.confirmContact && contact?.isStale && (
            <Notice kind="light" title={text.staleTitle}>
              <p>{contact.confirmedOn ? text.stale(dateWithYear(contact.confirmedOn, language)) : text.staleNever}</p>
              <form method="post" className="buttons">
                <input type="hidden" name="version" value={version} />
                <button className="button lit" type="submit">
                  {text.confirm}
                </button>
              </form>
            </Notice>
          )}
          <div className={description || shownPeople.length > 0 ? "reading" : "stack"}>
            <div className="stack" hidden={!description && shownPeople.length === 0}>
              {description && (
                <p className="prose" lang={spoken === language ? undefined : spoken}>
                  {description}
                </p>
              )}
              {shownPeople.length > 0 && (
                <section className="stack" aria-labelledby="people">
                  <h2 id="people">{text.people}</h2>
                  <ul className="plain-list">
                    {shownPeople.map(({ id, person, role, title }) => (
                      <li key={id}>
                        <b>{person.name}</b>
                        <br />
                        <span className="small soft">{title ?? names[language].roles[role]}</span>
                      </li>
                    ))}
                  </ul>
                  {abilities.grant.length > 0 && <Downloads path={`/organizations/${organization.slug}/people`} language={language} />}
                </section>
              )}
            </div>
            <section className="room padded" aria-labelledby="facts">
              <h2 id="facts">{text.facts}</h2>
              <dl className="key-facts">
                {facts
                  .filter(([, fact]) => fact)
                  .map(([label, fact]) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>{fact}</dd>
                    </div>
                  ))}
              </dl>
              {fetched && register?.name && <p className="fine soft">{text.source(fetched)}</p>}
              {contact?.confirmedOn && !contact.isStale && (
                <p className="fine soft">{text.confirmedOn(dateWithYear(contact.confirmedOn, language))}</p>
              )}
            </section>
          </div>
        </div>
      </div>
    </Page>
  );

  function legalFormInWords(code: string | null | undefined) {
    const words = code ? names[language].legalForms[code] : undefined;
    return words ? `${words} (${code})` : code;
  }

  function foundedOn(day: string | null | undefined) {
    return day && dateWithYear(day, language);
  }
}

function rolesAt(actor: Actor, organizationId: string): string[] {
  if (actor.kind !== "person") return [];
  return actor.positions.filter((position) => position.organizationId === organizationId).map(({ role }) => role);
}
