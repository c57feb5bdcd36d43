import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, readAll } from "../../../../interface/api-client.ts";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { textIn } from "../../text-in.ts";
import type { CertificationApi } from "../routes.ts";
import { CertificatePeriod } from "./certificate-period.tsx";
import { certificateWords } from "./certificate-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  return { items: await readAll((page) => client<CertificationApi>(visit).me.certificates.$get({ query: page })) };
}

/** What a person has learnt, and until when it is good. */
export default function MyCertificates() {
  const { items } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = certificateWords[language];
  return (
    <Page title={text.mine} area={{ kind: "member" }} current="me">
      <div className="frame section stack">
        <h1>{text.mine}</h1>
        <p className="lead">{text.mineLead}</p>
        {items.length === 0 ? (
          <StatePane state="empty" title={text.noneMineTitle}>
            <p>{text.noneMine}</p>
            <p>
              <a className="button lit" href={`/${language}/find?use=machine`}>
                {text.toMachines}
              </a>
            </p>
          </StatePane>
        ) : (
          <DataTable
            caption={text.mine}
            isCaptionHidden
            rows={items}
            keyOf={({ id }) => id}
            classOf={({ state }) => (state === "ended" ? "rows-quiet" : undefined)}
            columns={[
              { label: text.course, isHeading: true, cell: ({ certification }) => textIn(certification.names, language)?.text },
              { label: text.lab, cell: ({ certification }) => certification.organization.name },
              { label: text.level, isNumeric: true, cell: ({ level }) => level },
              { label: text.valid, cell: (one) => <CertificatePeriod period={one} language={language} /> },
            ]}
          />
        )}
      </div>
    </Page>
  );
}
