import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Faults } from "../../../interface/components/faults.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { oreOf } from "../../../interface/form-values.ts";
import { dateWithYear, money } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { euroWords } from "../aid/refusals.ts";
import type { StateAidApi } from "../aid/routes.ts";
import { aidWords } from "./aid-words.ts";
import { writtenIn } from "./form-values.ts";
import { Refused, Saved } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.organization ?? "" };
  const query = new URL(given.request.url).searchParams;
  const cursor = query.get("cursor");
  const [organization, ledger] = await Promise.all([
    read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param })),
    read(client<StateAidApi>(visit).organizations[":id"]["state-aid"].$get({ param, query: { limit: "50", ...(cursor && { cursor }) } })),
  ]);
  return { organization: { slug: organization.slug, name: organization.name }, ledger, isSaved: query.has("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const { problem } = await (() => {
    if (written.act === "correct") {
      const json = { reason: written.reason ?? "" };
      return attempt(client<StateAidApi>(visit)["state-aid"][":id"].correction.$put({ param: { id: written.aid ?? "" }, json }));
    }
    return attempt(
      client<StateAidApi>(visit).organizations[":id"]["state-aid"].$post({
        param: { id: given.params.organization ?? "" },
        json: {
          organizationNumber: written.number ?? "",
          name: written.name ?? "",
          granter: written.granter ?? "",
          grantedOn: written.grantedOn ?? "",
          basis: written.basis === "other" ? "other" : "de_minimis",
          amountOre: oreOf(written.amount ?? ""),
          kronerPerEuroX10000: Math.round(Number((written.rate || "NaN").replace(",", ".")) * 10_000),
          ...(written.known && { passesLimit: true }),
        },
      }),
    );
  })();
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/organizations/${given.params.organization}/state-aid?saved`, 303);
}

/** The state-aid ledger: how each undertaking stands, what was granted, and a warning before the limit is passed. */
export default function StateAid() {
  const { organization, ledger, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = aidWords[language];
  const { euro } = euroWords[language];
  const path = `/${language}/organizations/${organization.slug}`;
  const written = refused?.written;
  const passes = refused?.problem.code === "state_aid.passes_limit";
  const { limit } = ledger;
  const { number, name, granter, granted: grantedOn, basis, kroner: amount, rate } = text;
  const corrected = written?.act === "correct" ? written.aid : undefined;
  const labels = { number, name, granter, grantedOn, basis, amount, rate, ...(corrected && { [`reason-${corrected}`]: text.reason }) };
  const faults = faultsIn(refused?.problem, labels, {
    ...{ organizationNumber: "number", amountOre: "amount", kronerPerEuroX10000: "rate" },
    ...(corrected && { reason: `reason-${corrected}` }),
  });
  return (
    <Page
      title={refused ? `${projectWords[language].error}: ${text.title}` : `${text.title}, ${organization.name}`}
      area={{ kind: "public" }}
    >
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: organization.name, href: path },
            { label: projectWords[language].projects, href: `${path}/projects` },
            { label: text.title },
          ]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.lead}</p>
            <p>
              {text.limit({ sum: euro(limit.limitEuroCents), years: limit.years })}{" "}
              <a href={limit.url} className="small">
                {text.source({ source: limit.source, day: dateWithYear(limit.sourceOn, language) })}
              </a>
            </p>
          </div>
        </div>
        <Refused problem={refused?.problem} faults={faults} labels={labels} language={language} />
        <Saved isSaved={isSaved && !refused} language={language} />
        <Faults faults={faults}>
          {ledger.undertakings.length > 0 && (
            <DataTable
              caption={text.standing}
              rows={ledger.undertakings}
              keyOf={({ organizationNumber }) => organizationNumber}
              classOf={({ passedOn }) => (passedOn ? "rows-late" : undefined)}
              columns={[
                { label: text.undertaking, isHeading: true, cell: ({ name }) => name },
                { label: text.number, cell: ({ organizationNumber }) => spaced(organizationNumber) },
                { label: text.used, isNumeric: true, cell: ({ usedEuroCents }) => euro(usedEuroCents) },
                { label: text.left, isNumeric: true, cell: ({ leftEuroCents }) => euro(Math.max(leftEuroCents, 0)) },
                {
                  label: text.state,
                  cell: ({ passedOn }) => (passedOn ? text.passed({ day: dateWithYear(passedOn, language) }) : text.within),
                },
              ]}
            />
          )}
          {ledger.items.length === 0 ? (
            <StatePane state="empty" title={text.none}>
              <p>{text.noneAbout}</p>
            </StatePane>
          ) : (
            <DataTable
              caption={text.awards}
              rows={ledger.items}
              keyOf={({ id }) => id}
              classOf={({ correctsId, correctedById }) => (correctsId || correctedById ? "rows-quiet" : undefined)}
              columns={[
                {
                  label: text.undertaking,
                  isHeading: true,
                  cell: ({ name, reason }) => (
                    <>
                      {name}
                      {reason && (
                        <>
                          <br />
                          <span className="small soft">{text.correction({ reason })}</span>
                        </>
                      )}
                    </>
                  ),
                },
                { label: text.granted, cell: ({ grantedOn }) => dateWithYear(grantedOn, language) },
                { label: text.granter, cell: ({ granter }) => granter },
                { label: text.basis, cell: ({ basis }) => text.bases[basis] },
                { label: text.kroner, isNumeric: true, cell: ({ amountOre }) => money(amountOre, language) },
                { label: text.euro, isNumeric: true, cell: ({ amountEuroCents }) => euro(amountEuroCents) },
                {
                  label: text.correct,
                  isLong: true,
                  cell: ({ id, name, correctsId, correctedById }) => {
                    if (correctedById) return <span className="small soft">{text.corrected}</span>;
                    if (correctsId) return null;
                    return (
                      <details open={corrected === id}>
                        <summary className="small">
                          {text.correct}
                          <span className="hidden">: {name}</span>
                        </summary>
                        <form method="post">
                          <input type="hidden" name="aid" value={id} />
                          <TextField
                            name="reason"
                            id={`reason-${id}`}
                            label={text.reason}
                            maxLength={300}
                            defaultValue={corrected === id ? written?.reason : ""}
                            language={language}
                          />
                          <button className="button small" type="submit" name="act" value="correct">
                            {text.correct}
                          </button>
                        </form>
                      </details>
                    );
                  },
                },
              ]}
            />
          )}
          <ShowMore cursor={ledger.nextCursor} language={language} />
          <form method="post" action={`${path}/state-aid`} className="form" noValidate>
            <h2>{text.addTitle}</h2>
            <TextField name="number" label={text.number} width="s" inputMode="numeric" defaultValue={written?.number} language={language} />
            <TextField name="name" label={text.name} maxLength={160} defaultValue={written?.name} language={language} />
            <TextField name="granter" label={text.granter} maxLength={160} defaultValue={written?.granter} language={language} />
            <TextField
              name="grantedOn"
              type="date"
              width="s"
              label={text.granted}
              defaultValue={written?.grantedOn ?? today}
              language={language}
            />
            <SelectField
              name="basis"
              label={text.basis}
              defaultValue={written?.basis}
              options={(["de_minimis", "other"] as const).map((basis) => ({ value: basis, label: text.bases[basis] }))}
              language={language}
            />
            <TextField name="amount" label={text.kroner} width="s" inputMode="decimal" defaultValue={written?.amount} language={language} />
            <TextField name="rate" label={text.rate} width="s" inputMode="decimal" defaultValue={written?.rate} language={language} />
            {passes && (
              <label className="agree">
                <input type="checkbox" name="known" value="1" /> <span>{text.known}</span>
              </label>
            )}
            <button className="button lit" type="submit">
              {text.add}
            </button>
          </form>
        </Faults>
      </div>
    </Page>
  );
}

function spaced(number: string): string {
  return number.replace(/^(\d{3})(\d{3})(\d{3})$/, "$1\u00a0$2\u00a0$3");
}
