import { DataTable } from "../../../../interface/components/data-table.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { raiseWords } from "../raise-words.ts";
import { recordWords } from "../record-words.ts";
import type { ShownRecord } from "./of-api.ts";

/** Every consent there was, with who gave it and took it back. */
export function ConsentLog({ consents, language }: { consents: ShownRecord["consents"]; language: Language }) {
  const text = recordWords[language];
  if (consents.length === 0) return null;
  const by = (at: string, name: string | null) => {
    const day = dateWithYear(at.slice(0, 10), language);
    return name === null ? day : text.by({ day, name });
  };
  return (
    <section className="stack" aria-labelledby="consents">
      <h2 id="consents">{text.log}</h2>
      <p className="small soft">{text.logAbout}</p>
      <DataTable
        caption={text.log}
        isCaptionHidden
        rows={consents}
        keyOf={({ id }) => id}
        classOf={({ withdrawnAt }) => (withdrawnAt === null ? undefined : "rows-quiet")}
        columns={[
          { label: text.whom, isHeading: true, cell: ({ investor }) => investor?.name ?? text.everyInvestor },
          { label: text.what, cell: ({ tier }) => raiseWords[language].tiers[tier] },
          { label: text.given, cell: ({ givenAt, givenBy }) => by(givenAt, givenBy) },
          {
            label: text.withdrawn,
            cell: ({ withdrawnAt, withdrawnBy }) => (withdrawnAt === null ? text.stands : by(withdrawnAt, withdrawnBy)),
          },
        ]}
      />
    </section>
  );
}
