import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read, readAll } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { oneOf, writtenIn } from "../../../interface/form-values.ts";
import { dateWithYear, money } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import type { IntroductionApi } from "../introductions/routes.ts";
import type { InvestorApi } from "../routes.ts";
import { introductionWords } from "./introduction-words.ts";
import { IntroductionColumns } from "./parts/introduction-columns.tsx";
import { ticketInWords } from "./parts/investor-facts.tsx";
import { Outcome } from "./parts/saved.tsx";
import { type Suggestion, Suggestions } from "./parts/suggestions.tsx";
import { bandInWords, nameOf } from "./parts/told.tsx";
import { raiseWords } from "./raise-words.ts";
import { formAgain } from "./refused-form.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.organization ?? "" };
  const organization = await read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param }));
  const [investors, raises, introductions] = await Promise.all([
    readAll((page) => client<InvestorApi>(visit).organizations[":id"].investors.$get({ param, query: page })),
    readAll((page) => client<InvestorApi>(visit).raises.$get({ query: { network: param.id, ...page } })),
    readAll((page) => client<IntroductionApi>(visit).introductions.$get({ query: { network: param.id, ...page } })),
  ]);
  const [suggestions, closings] = await Promise.all([
    suggest(visit, raises, introductions),
    Promise.all(raises.map(({ id }) => read(client<IntroductionApi>(visit).raises[":id"].closings.$get({ param: { id } })))),
  ]);
  const facilitated = closings
    .flatMap(({ items }) => items)
    .filter((one) => one.isFacilitated && one.isConfirmed && one.struckBecause === null)
    .toSorted((a, b) => (a.closedOn < b.closedOn ? -1 : 1));
  return {
    organization: { slug: organization.slug, name: organization.name },
    investors,
    raises,
    introductions,
    suggestions,
    facilitated,
    isSaved: new URL(given.request.url).searchParams.has("saved"),
  };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.organization ?? "";
  const written = writtenIn(await given.request.formData());
  const { problem } = await changeByForm(visit, id, (name) => oneOf(written, name));
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/organizations/${id}/investors?saved`, 303);
}

/** The investors of a network for those who run it: introductions by where they stand, who should meet, raises and investors. */
export default function Board() {
  const { organization, investors, raises, introductions, suggestions, facilitated, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = introductionWords[language];
  const admitting = formAgain(refused, { act: "admit" });
  const sum = money(
    facilitated.reduce((ore, { amountOre }) => ore + amountOre, 0),
    language,
  );
  const startups = new Map(raises.map((told) => [told.id, nameOf(told, language)]));
  const made = introductions.filter(({ introducedOn }) => introducedOn !== null);
  return (
    <Page
      title={refused ? `${raiseWords[language].error}: ${text.board}` : `${text.board}, ${organization.name}`}
      area={{ kind: "investor" }}
    >
      <div className="frame section-s stack">
        <Crumbs
          trail={[{ label: organization.name, href: `/${language}/organizations/${organization.slug}` }, { label: text.board }]}
          language={language}
        />
        <h1>{text.board}</h1>
        <p className="lead">{text.boardLead({ network: organization.name })}</p>
        <Outcome
          problem={refused?.problem}
          isSaved={isSaved && !refused}
          labels={{ organization: text.organization }}
          language={language}
        />
        <dl className="figures">
          <div>
            <dt>{text.figures.introductions}</dt>
            <dd className="amount">{made.length}</dd>
          </div>
          <div>
            <dt>{text.figures.meetings}</dt>
            <dd className="amount">{made.filter(({ meetings }) => meetings.length > 0).length}</dd>
          </div>
          <div>
            <dt>{text.facilitatedSum}</dt>
            <dd className="amount raise-sum">{sum}</dd>
            <dd className="small soft">
              {facilitated.length > 0 ? (
                <a href="#facilitated">{text.facilitatedOf({ n: facilitated.length })}</a>
              ) : (
                text.facilitatedOf({ n: 0 })
              )}
            </dd>
          </div>
        </dl>
        {facilitated.length > 0 && (
          <section className="stack" id="facilitated" aria-labelledby="facilitated-rows">
            <h2 id="facilitated-rows">{text.facilitatedSum}</h2>
            <p className="small soft">{text.facilitatedAbout}</p>
            <DataTable
              caption={text.facilitatedSum}
              isCaptionHidden
              rows={facilitated}
              keyOf={({ id }) => id}
              columns={[
                {
                  label: text.introduction,
                  isHeading: true,
                  total: text.altogether,
                  cell: ({ introductionId, raiseId, investorName }) => (
                    <a href={`/${language}/introductions/${introductionId}`}>
                      {startups.get(raiseId)} – {investorName}
                    </a>
                  ),
                },
                { label: text.metOn, cell: ({ closedOn }) => dateWithYear(closedOn, language) },
                { label: text.amount, isNumeric: true, cell: ({ amountOre }) => money(amountOre, language), total: sum },
              ]}
            />
          </section>
        )}
        <section className="stack" aria-labelledby="introductions">
          <h2 id="introductions">{text.introductions}</h2>
          <IntroductionColumns introductions={introductions} language={language} />
        </section>
        <section className="stack" aria-labelledby="suggestions">
          <h2 id="suggestions">{text.suggestions}</h2>
          <p className="small soft">{text.suggestionsAbout}</p>
          <Suggestions suggestions={suggestions} language={language} />
        </section>
        <section className="stack" aria-labelledby="raises">
          <h2 id="raises">{text.raises}</h2>
          {raises.length === 0 && <p className="soft">{text.noRaises}</p>}
          <ul className="plain-list">
            {raises.map((told) => (
              <li key={told.id}>
                <a href={`/${language}/raises/${told.id}`}>{nameOf(told, language)}</a>{" "}
                <span className="small soft">
                  {told.names ? money(told.names.amountOre, language) : bandInWords(told.band, language)}
                  {told.hasEnded && ` · ${raiseWords[language].hasEnded}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className="stack" aria-labelledby="investors">
          <h2 id="investors">{text.investors}</h2>
          {investors.length === 0 && (
            <StatePane state="empty" title={text.noInvestors}>
              <p>{text.noInvestorsAbout}</p>
            </StatePane>
          )}
          <ul className="plain-list">
            {investors.map((investor) => (
              <li key={investor.id}>
                <a href={`/${language}/investor-profiles/${investor.id}`}>{investor.organization.name}</a>{" "}
                <span className="small soft">{ticketInWords(investor, language)}</span>
              </li>
            ))}
          </ul>
          <details open={admitting.isRefused}>
            <summary>{text.admit}</summary>
            <form method="post" className="form">
              <p>{text.admitAbout}</p>
              <TextField
                {...admitting.field("organization")}
                label={text.organization}
                hint={text.organizationHint}
                maxLength={80}
                language={language}
              />
              <button className="button" type="submit" name="act" value="admit">
                {text.admit}
              </button>
            </form>
          </details>
        </section>
      </div>
    </Page>
  );
}

const mostSuggestions = 12;

async function suggest(
  visit: Visit,
  raises: readonly { id: string; hasEnded: boolean; names: { organization: { name: string } } | null }[],
  introductions: readonly { raiseId: string; investor: { profileId: string } }[],
): Promise<Suggestion[]> {
  const open = raises.filter(({ hasEnded }) => !hasEnded);
  const fitting = await Promise.all(
    open.map(async ({ id, names }) => {
      const { items } = await read(client<InvestorApi>(visit).raises[":id"].investors.$get({ param: { id } }));
      return items
        .filter(({ match }) => match.isMatch)
        .filter(({ investor }) => !introductions.some((one) => one.raiseId === id && one.investor.profileId === investor.id))
        .map(({ investor, match, isFollowing }) => ({
          ...{ raiseId: id, startup: names?.organization.name ?? "", profileId: investor.id, investor: investor.organization.name },
          ...{ match, isFollowing: isFollowing === true },
        }));
    }),
  );
  return fitting
    .flat()
    .toSorted((a, b) => Number(b.isFollowing) - Number(a.isFollowing) || b.match.fits - a.match.fits)
    .slice(0, mostSuggestions);
}

async function changeByForm(visit: Visit, network: string, field: (name: string) => string) {
  if (field("act") === "admit") {
    const json = { organization: field("organization") };
    return await attempt(client<InvestorApi>(visit).organizations[":id"].investors.$post({ param: { id: network }, json }));
  }
  if (field("act") !== "suggest") throw new Response(null, { status: 404 });
  const json = { side: "network" as const, profile: field("profile") };
  return await attempt(client<IntroductionApi>(visit).raises[":id"].introductions.$post({ param: { id: field("raise") }, json }));
}
