import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { listWords } from "../list-messages.ts";
import { names } from "../messages.ts";
import { formatOrganizationNumber } from "../organization-number.ts";
import { OrganizationFilters } from "./parts/organization-filters.tsx";
import { OrganizationsFound } from "./parts/organizations-found.tsx";
import { readOrganizations } from "./read-organizations.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  if (!visit.actor.isOperator) throw new Response(null, { status: 404 });
  return readOrganizations(visit, new URL(given.request.url).searchParams);
}

/** All organizations of the installation, for its operator. */
export default function AllOrganizations() {
  const read = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = listWords[language];
  const { kinds, visibilities, statuses } = names[language];
  return (
    <Page title={text.title} area={{ kind: "operator" }} current="organizations">
      <div className="frame section-end">
        <div className="page-head">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.allLead}</p>
          </div>
          <a className="button lit" href={`/${language}/operations/setup#add`}>
            <Icon name="plus" /> {text.add}
          </a>
        </div>
        <OrganizationFilters read={read} hasVisibility />
        <OrganizationsFound read={read}>
          <DataTable
            caption={text.title}
            isCaptionHidden
            rows={read.items}
            keyOf={({ id }) => id}
            columns={[
              {
                label: text.named,
                isHeading: true,
                cell: ({ slug, name }) => <a href={`/${language}/organizations/${slug}`}>{name}</a>,
              },
              {
                label: text.number,
                cell: ({ organizationNumber }) => (organizationNumber ? formatOrganizationNumber(organizationNumber) : "–"),
              },
              { label: text.kind, cell: (line) => line.kinds.map((kind) => kinds[kind]).join(", ") },
              { label: text.municipality, cell: ({ municipality }) => municipality?.nameNo || "–" },
              { label: text.visibility, cell: ({ visibility }) => visibilities[visibility] },
              { label: text.status, cell: ({ registerStatus }) => (registerStatus ? statuses[registerStatus] : "–") },
            ]}
          />
        </OrganizationsFound>
      </div>
    </Page>
  );
}
