import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { auditWords } from "../audit-messages.ts";
import { AuditLog } from "./audit-log.tsx";
import { searchDeeds } from "./audit-search.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  if (!visit.actor.isOperator) throw new Response(null, { status: 404 });
  return searchDeeds(visit, given.request);
}

export default function Audit() {
  const { language } = useShell();
  const text = auditWords[language];
  const found = useLoaderData<typeof loader>();
  return (
    <Page title={text.title} area={{ kind: "operator" }} current="audit">
      <div className="frame section stack">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <AuditLog found={found} hasOrganization />
      </div>
    </Page>
  );
}
