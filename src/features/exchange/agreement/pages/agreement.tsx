import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { dateWithYear, inWordsFirst, list } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn, type Visit, visitOf } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import type { AgreementApi } from "../routes.ts";
import { agreementWords } from "./agreement-words.ts";
import { ChangesView } from "./parts/changes-view.tsx";
import { TermsList, VersionText } from "./parts/version-view.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const param = { id: given.params.network ?? "" };
  const { done: agreement, problem } = await attempt(client<AgreementApi>(visit).networks[":id"].agreement.$get({ param }));
  if (problem && problem.status !== 404) throw new Response(null, { status: problem.status });
  const isPublished = new URL(given.request.url).searchParams.has("published");
  const network = agreement?.network ?? (await networkWithout(visit, param));
  return { agreement, network: { slug: network.slug, name: network.name }, today: dayIn(visit.now, "Europe/Oslo"), isPublished };
}

/** A network without an agreement is there all the same. */
async function networkWithout(visit: Visit, param: { id: string }) {
  const organization = await read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param }));
  if (!organization.kinds.includes("network")) throw new Response(null, { status: 404 });
  return organization;
}

/** Begins a draft, and opens it. */
export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const network = given.params.network ?? "";
  await read(client<AgreementApi>(visit).networks[":id"].agreement.versions.$post({ param: { id: network } }));
  return redirect(`/${visit.language}/networks/${network}/agreement/edit`, 303);
}

/** The agreement as everyone may read it; the coordinator also sees who has answered, and makes new versions. */
export default function Agreement() {
  const { agreement, network, today, isPublished } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = agreementWords[language];
  if (!agreement) return <NoAgreement network={network} />;
  const { inForce, coming, earlier, spaces, abilities } = agreement;
  const isBegun = inForce !== null || coming.length > 0 || agreement.draft !== null;
  const path = `/${language}/networks/${network.slug}/agreement`;
  const taking = spaces.filter(({ takesPart }) => takesPart);
  return (
    <Page
      title={words.title}
      description={words.description(network.name)}
      path={`/networks/${network.slug}/agreement`}
      area={abilities.edit ? { kind: "coordinator", network } : { kind: "public", network }}
      current={abilities.edit ? "guestDays" : "about"}
    >
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{words.title}</h1>
            <p className="lead">
              {inForce ? words.inForce({ version: inForce.version, from: dateWithYear(inForce.validFrom, language) }) : words.noneInForce}
            </p>
          </div>
          {abilities.edit &&
            (agreement.draft ? (
              <a className="button lit" href={`${path}/edit`}>
                {words.openDraft}
              </a>
            ) : (
              <form method="post" action={path}>
                <button className="button lit" type="submit">
                  {isBegun ? words.edit : words.begin}
                </button>
              </form>
            ))}
        </div>
        {isPublished && <Notice kind="good" role="status" title={words.published} />}
        {coming.map((version) => {
          const waiting = taking.filter(
            ({ acceptances }) => !acceptances.some((one) => one.version === version.version && one.withdrawnOn === null),
          );
          return (
            <section key={version.version} className="section-s">
              <Notice kind="note" title={words.coming({ version: version.version, from: dateWithYear(version.validFrom, language) })}>
                <p>{words.comingAbout}</p>
                <p>
                  {waiting.length === 0
                    ? words.allAccepted
                    : words.waitingFor(
                        list(
                          waiting.map(({ name }) => name),
                          language,
                        ),
                      )}
                </p>
                {inForce && (
                  <details>
                    <summary>{words.changes(inForce.version)}</summary>
                    <ChangesView before={inForce} after={version} language={language} />
                  </details>
                )}
              </Notice>
            </section>
          );
        })}
        {inForce && (
          <div className="reading section-s">
            <section aria-labelledby="text">
              <h2 id="text" className="hidden">
                {words.text}
              </h2>
              <VersionText version={inForce} language={language} />
            </section>
            <section aria-labelledby="terms">
              <h2 id="terms">{words.terms}</h2>
              <TermsList version={inForce} language={language} />
            </section>
          </div>
        )}
        {!isBegun && (
          <StatePane state="empty" title={words.notBegun}>
            <p>{words.beginLead}</p>
          </StatePane>
        )}
        <section className="section-s stack close" aria-labelledby="houses" hidden={spaces.length === 0}>
          <h2 id="houses">{words.houses}</h2>
          <p className="soft">{words.housesCount(inWordsFirst(taking.length, language, "neuter"))}</p>
          <DataTable
            caption={words.houses}
            isCaptionHidden
            rows={abilities.edit ? spaces : taking}
            keyOf={({ id }) => id}
            classOf={({ takesPart }) => (takesPart ? undefined : "rows-quiet")}
            columns={[
              { label: words.house, cell: ({ slug, name }) => <a href={`/${language}/spaces/${slug}`}>{name}</a>, isHeading: true },
              {
                label: words.status,
                cell: ({ takesPart, acceptances }) => {
                  const leaving = acceptances[0]?.withdrawnOn;
                  if (leaving)
                    return leaving > today ? words.leaves(dateWithYear(leaving, language)) : words.left(dateWithYear(leaving, language));
                  return takesPart ? words.isIn : words.notAnswered;
                },
              },
              {
                label: words.accepted,
                cell: ({ acceptances }) =>
                  acceptances
                    .slice(0, abilities.edit ? 2 : 1)
                    .map(
                      ({ version, acceptedAt, acceptedBy }) =>
                        `${words.version(version)}: ${words.acceptedBy({ at: dateWithYear(acceptedAt.slice(0, 10), language), by: acceptedBy })}`,
                    )
                    .join(". "),
              },
            ]}
          />
        </section>
        {earlier.length > 0 && (
          <section className="section-s stack close" aria-labelledby="earlier">
            <h2 id="earlier">{words.earlier}</h2>
            {earlier.map((version) => (
              <details key={version.version}>
                <summary>{words.inForce({ version: version.version, from: dateWithYear(version.validFrom, language) })}</summary>
                <VersionText version={version} language={language} />
                {inForce && (
                  <>
                    <h3>{words.changes(version.version)}</h3>
                    <ChangesView before={version} after={inForce} language={language} />
                  </>
                )}
              </details>
            ))}
          </section>
        )}
      </div>
    </Page>
  );
}

/** For whoever cannot begin one. */
function NoAgreement({ network }: { network: { slug: string; name: string } }) {
  const { language } = useShell();
  const words = agreementWords[language];
  return (
    <Page title={words.title} description={words.description(network.name)} area={{ kind: "public", network }} current="about">
      <div className="frame section">
        <StatePane state="empty" title={words.noneOf(network.name)} level={1}>
          <p>{words.noneOfLead}</p>
        </StatePane>
      </div>
    </Page>
  );
}
