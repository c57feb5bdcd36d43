import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { dateWithYear, money } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import type { InvestorApi } from "../routes.ts";
import { stageWords } from "../stage-words.ts";
import { raiseWords } from "./raise-words.ts";
import { recordWords } from "./record-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.organization ?? "" };
  const [organization, raises] = await Promise.all([
    read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param })),
    read(client<InvestorApi>(visit).organizations[":id"].raises.$get({ param })),
  ]);
  return { organization: { slug: organization.slug, name: organization.name }, ...raises };
}

/** The raises of a startup, for those who speak for it. */
export default function OwnRaises() {
  const { organization, items, networks } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = recordWords[language];
  const path = `/${language}/organizations/${organization.slug}`;
  return (
    <Page title={`${text.ownRaises}, ${organization.name}`} area={{ kind: "investor" }} current="raises">
      <div className="frame section-s stack">
        <Crumbs trail={[{ label: organization.name, href: path }, { label: text.ownRaises }]} language={language} />
        <div className="page-head">
          <div>
            <h1>{text.ownRaises}</h1>
            <p className="lead">{text.ownLead({ name: organization.name })}</p>
          </div>
          {networks.length > 0 && (
            <div className="buttons">
              <a className="button lit" href={`${path}/raises/new`}>
                {text.newRaise}
              </a>
            </div>
          )}
        </div>
        {networks.length === 0 && <Notice kind="note" title={text.noNetwork} />}
        {items.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <DataTable
            caption={text.ownRaises}
            isCaptionHidden
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                label: text.network,
                isHeading: true,
                cell: ({ id, network }) => <a href={`/${language}/raises/${id}/record`}>{network.name}</a>,
              },
              { label: raiseWords[language].stage, cell: ({ stage }) => stageWords[language][stage] },
              { label: raiseWords[language].amount, isNumeric: true, cell: ({ amountOre }) => money(amountOre, language) },
              { label: text.deadline, cell: ({ deadline }) => (deadline ? dateWithYear(deadline, language) : "–") },
              { label: text.stands, cell: ({ state }) => text.states[state] },
            ]}
          />
        )}
      </div>
    </Page>
  );
}
