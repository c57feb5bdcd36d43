import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { dateWithYear, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { ClosingRow } from "../../closings/closings.ts";
import { instruments } from "../../raises/raise.ts";
import { raiseWords } from "../raise-words.ts";
import { formAgain, type Refused } from "../refused-form.ts";

type Fields = { labels: Record<string, string>; names: Record<string, string> };

/** What the fields of the forms of closings are called, and which of the API's stand in them; a reason stands in the row it is about. */
export function closingFields(refused: Refused | undefined, language: Language): Fields {
  const { otherName: investorName, closedOn, kroner: amountOre, reason } = raiseWords[language];
  const struck = refused && formAgain(refused, { act: "strike" }).isRefused ? `reason-${oneOf(refused.written, "closing")}` : undefined;
  return {
    labels: { investorName, closedOn, amountOre, ...(struck && { [struck]: reason }) },
    names: struck ? { reason: struck } : {},
  };
}

type ClosingsProps = {
  closings: readonly ClosingRow[];
  abilities: { confirm: boolean; strike: boolean };
  refused: Refused | undefined;
  language: Language;
};

/** Money that came, and whether the network had a part in it. */
export function Closings({ closings, abilities, refused, language }: ClosingsProps) {
  const text = raiseWords[language];
  if (closings.length === 0) return <p className="soft">{text.noClosings}</p>;
  const stateOf = ({ struckBecause, isConfirmed }: ClosingRow) =>
    struckBecause === null ? (isConfirmed ? text.confirmed : text.unconfirmed) : text.struck({ reason: struckBecause });
  return (
    <>
      <p className="small soft">{text.facilitatedAbout}</p>
      <DataTable
        caption={text.closings}
        isCaptionHidden
        rows={closings}
        keyOf={({ id }) => id}
        classOf={({ struckBecause }) => (struckBecause === null ? undefined : "rows-quiet")}
        columns={[
          { label: text.investor, isHeading: true, cell: ({ investorName }) => investorName },
          { label: text.closedOn, cell: ({ closedOn }) => dateWithYear(closedOn, language) },
          { label: text.amount, isNumeric: true, cell: ({ amountOre }) => money(amountOre, language) },
          { label: text.instrument, cell: ({ instrument }) => text.instruments[instrument] },
          {
            label: text.facilitated,
            cell: ({ isFacilitated }) => (
              <span className="with-icon">
                <Icon name={isFacilitated ? "check-round" : "info"} />
                <span>{isFacilitated ? text.facilitated : text.notFacilitated}</span>
              </span>
            ),
          },
          {
            label: text.confirmed,
            isLong: true,
            cell: (closing) => (
              <>
                <p>{stateOf(closing)}</p>
                {closing.struckBecause === null && <Settle closing={closing} abilities={abilities} refused={refused} language={language} />}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Settle({ closing, abilities, refused, language }: { closing: ClosingRow } & Omit<ClosingsProps, "closings">) {
  const text = raiseWords[language];
  const { isRefused, field } = formAgain(refused, { act: "strike", closing: closing.id });
  return (
    <>
      {abilities.confirm && !closing.isConfirmed && (
        <form method="post">
          <input type="hidden" name="closing" value={closing.id} />
          <button className="button" type="submit" name="act" value="confirm">
            {text.confirm}
            <span className="hidden">: {closing.investorName}</span>
          </button>
        </form>
      )}
      {abilities.strike && (
        <details open={isRefused}>
          <summary>
            {text.strike}
            <span className="hidden">: {closing.investorName}</span>
          </summary>
          <form method="post" className="form">
            <input type="hidden" name="closing" value={closing.id} />
            <TextField {...field("reason")} id={`reason-${closing.id}`} label={text.reason} maxLength={300} language={language} />
            <button className="button" type="submit" name="act" value="strike">
              {text.strike}
            </button>
          </form>
        </details>
      )}
    </>
  );
}

type EnterProps = {
  investors: readonly { id: string; name: string }[];
  /** An investor writes of itself. */
  ownProfile: string | null;
  today: string;
  refused: Refused | undefined;
  language: Language;
};

/** Writes down an investment, by one of the network or by another. */
export function EnterClosing({ investors, ownProfile, today, refused, language }: EnterProps) {
  const text = raiseWords[language];
  const { isRefused, field } = formAgain(refused, { act: "enter" });
  return (
    <details open={isRefused}>
      <summary>{text.enter}</summary>
      <form method="post" className="form" noValidate>
        {ownProfile ? (
          <input type="hidden" name="profile" value={ownProfile} />
        ) : (
          <>
            <SelectField
              {...field("profile")}
              id="closing-investor"
              label={text.investor}
              isOptional
              options={[{ value: "", label: text.otherInvestor }, ...investors.map(({ id, name }) => ({ value: id, label: name }))]}
              language={language}
            />
            <TextField {...field("investorName")} label={text.otherName} isOptional maxLength={160} language={language} />
          </>
        )}
        <TextField {...field("closedOn", today)} type="date" width="s" label={text.closedOn} language={language} />
        <TextField {...field("amountOre")} width="s" label={text.kroner} inputMode="decimal" language={language} />
        <SelectField
          {...field("instrument", instruments[0])}
          id="closing-instrument"
          label={text.instrument}
          options={instruments.map((value) => ({ value, label: text.instruments[value] }))}
          language={language}
        />
        <button className="button" type="submit" name="act" value="enter">
          {text.enter}
        </button>
      </form>
    </details>
  );
}
