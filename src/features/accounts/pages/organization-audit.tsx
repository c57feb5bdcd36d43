import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { auditWords } from "../audit-messages.ts";
import type { AccountsApi } from "../routes.ts";
import { AuditLog } from "./audit-log.tsx";
import { searchDeeds } from "./audit-search.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const organization = given.params.organization ?? "";
  const [found, me] = await Promise.all([searchDeeds(visit, given.request, organization), read(client<AccountsApi>(visit).me.$get())]);
  const own = me.positions.find((position) => [position.organization.slug, position.organization.id].includes(organization));
  return { found, slug: organization, name: own?.organization.name ?? organization };
}

export default function OrganizationAudit() {
  const { language } = useShell();
  const text = auditWords[language];
  const { found, slug, name } = useLoaderData<typeof loader>();
  return (
    <Page title={text.titleOf(name)} area={{ kind: "member" }}>
      <div className="frame page-end stack">
        <Crumbs trail={[{ label: name, href: `/${language}/organizations/${slug}` }, { label: text.title }]} language={language} />
        <h1>{text.titleOf(name)}</h1>
        <p className="lead">{text.lead}</p>
        <AuditLog found={found} hasOrganization={false} />
      </div>
    </Page>
  );
}
