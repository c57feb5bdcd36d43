import { DataTable } from "../../../../interface/components/data-table.tsx";
import { dateWithYear, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { readHours } from "../../accounts/read-hours.ts";
import { accountWords } from "../account-words.ts";
import { hoursOf } from "../form-values.ts";

type Waiting = Awaited<ReturnType<typeof readHours>>["waiting"];

/** Weeks that wait for another than the one who worked them. */
export function HoursToApprove({ waiting, path, language }: { waiting: Waiting; path: string; language: Language }) {
  const text = accountWords[language];
  return (
    <section aria-labelledby="to-approve" className="stack">
      <h2 id="to-approve">{text.toApprove}</h2>
      {waiting.length === 0 ? (
        <p>{text.noneWaiting}</p>
      ) : (
        <DataTable
          caption={text.toApprove}
          isCaptionHidden
          rows={waiting}
          keyOf={({ personId, week }) => `${personId} ${week}`}
          columns={[
            { label: text.person, isHeading: true, cell: ({ name }) => name },
            {
              label: text.weekOf,
              cell: ({ week, personId }) => <a href={`${path}?week=${week}&person=${personId}`}>{dateWithYear(week, language)}</a>,
            },
            { label: text.hours, isNumeric: true, cell: ({ minutes }) => hoursOf(minutes) },
            { label: text.amount, isNumeric: true, cell: ({ amountOre }) => money(amountOre, language) },
            {
              label: text.approve,
              isAction: true,
              cell: ({ personId, week, name, mayApprove }) =>
                mayApprove ? (
                  <form method="post" action={path}>
                    <input type="hidden" name="person" value={personId} />
                    <input type="hidden" name="week" value={week} />
                    <button className="button small" type="submit" name="act" value="approve">
                      {text.approve}
                      <span className="hidden">
                        : {name}, {dateWithYear(week, language)}
                      </span>
                    </button>
                  </form>
                ) : (
                  <span className="small soft">{text.notYou}</span>
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
