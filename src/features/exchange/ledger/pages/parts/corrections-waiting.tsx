import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { TextareaField } from "../../../../../interface/components/text-field.tsx";
import { money, shortDay } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { exchangeWords } from "../exchange-words.ts";
import { codeInGroups } from "./ledger-book.tsx";

type CorrectionData = {
  id: string;
  day: string;
  host: { name: string };
  home: { name: string };
  amountOre: number;
  code: string | null;
  reason: string;
  askedBy: { isHost: boolean };
  abilities: { decide: boolean };
};

type Props = { corrections: readonly CorrectionData[]; path: string; from: string; language: Language };

/** Days a side says are wrong, each with its answer. */
export function CorrectionsWaiting({ corrections, path, from, language }: Props) {
  const words = exchangeWords[language];
  if (corrections.length === 0) return null;
  return (
    <section className="section-s" aria-labelledby="waiting">
      <h2 id="waiting">{words.corrections}</h2>
      <DataTable
        caption={words.corrections}
        isCaptionHidden
        rows={corrections}
        keyOf={({ id }) => id}
        classOf={() => "rows-late"}
        columns={[
          { label: words.day, cell: ({ day }) => shortDay(day, language), isHeading: true },
          { label: words.pass, cell: ({ code }) => codeInGroups(code) },
          { label: words.hostGets, cell: ({ host }) => host.name },
          { label: words.homeOwes, cell: ({ home }) => home.name },
          { label: words.price, cell: ({ amountOre }) => money(amountOre, language), isNumeric: true },
          {
            label: words.reason,
            isLong: true,
            cell: (correction) => (
              <>
                <b>{correction.askedBy.isHost ? words.hostSays(correction.reason) : words.homeSays(correction.reason)}</b>
                {correction.abilities.decide && <Answer id={correction.id} path={path} from={from} language={language} />}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Answer({ id, path, from, language }: { id: string; path: string; from: string; language: Language }) {
  const words = exchangeWords[language];
  const fields = (
    <>
      <input type="hidden" name="correction" value={id} />
      <input type="hidden" name="from" value={from} />
    </>
  );
  return (
    <div className="buttons">
      <form method="post" action={path}>
        {fields}
        <button className="button small" type="submit" name="doing" value="accept">
          {words.accept}
        </button>
      </form>
      <details>
        <summary>{words.reject}</summary>
        <form className="form" method="post" action={path}>
          {fields}
          <TextareaField name="reason" id={`reason-${id}`} label={words.whyReject} language={language} rows={2} maxLength={500} />
          <button className="button small" type="submit" name="doing" value="reject">
            {words.rejectButton}
          </button>
        </form>
      </details>
    </div>
  );
}
