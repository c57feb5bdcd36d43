import type { Option } from "../../../../interface/components/choice-field.tsx";
import { useFault } from "../../../../interface/components/faults.tsx";
import { describedBy, HintAndError } from "../../../../interface/components/field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { costKinds, financingKinds, type Side } from "../../budget/balance.ts";
import { budgetWords } from "../budget-words.ts";
import type { WrittenLine } from "../written-budget.ts";

type BudgetSideProps = { side: Side; lines: readonly WrittenLine[]; fundings: readonly Option[]; language: Language };

/** One side of the budget as fields: a line each, the last empty. */
export function BudgetSide({ side, lines, fundings, language }: BudgetSideProps) {
  const text = budgetWords[language];
  const own = lines.filter((line) => line.side === side);
  const paying = lines.filter((line) => line.side === "financing" && line.text !== "");
  return (
    <fieldset className="budget-side">
      <legend>{side === "cost" ? text.costs : text.financing}</legend>
      {own.map((line, place) => (
        <LineFields
          key={line.key}
          line={line}
          name={line.text || `${text.newLine} (${text.lineNo({ n: place + 1 })})`}
          paying={paying.map(({ key, text: label }) => ({ value: key, label }))}
          fundings={fundings}
          language={language}
        />
      ))}
    </fieldset>
  );
}

type LineFieldsProps = { line: WrittenLine; name: string; paying: Option[]; fundings: readonly Option[]; language: Language };

function LineFields({ line, name, paying, fundings, language }: LineFieldsProps) {
  const text = budgetWords[language];
  const { key, side } = line;
  const wrong = { text: useFault(`text-${key}`), amount: useFault(`amount-${key}`) };
  const kinds = side === "cost" ? costKinds : financingKinds;
  const label = (what: string, of: string) => (
    <label htmlFor={`${of}-${key}`}>
      {what}
      <span className="hidden">, {name}</span>
    </label>
  );
  const choice = (of: string, what: string, options: readonly Option[], chosen: string, hasNone: boolean) => (
    <div className="field">
      {label(what, of)}
      <select id={`${of}-${key}`} name={`${of}-${key}`} defaultValue={chosen}>
        {hasNone && <option value="">{text.noLine}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <div className="budget-line" data-line={side}>
      <input type="hidden" name="line" value={key} />
      <input type="hidden" name={`id-${key}`} value={line.id} />
      <input type="hidden" name={`side-${key}`} value={side} />
      <div className={wrong.text ? "field wide bad" : "field wide"}>
        {label(text.text, "text")}
        <HintAndError name={`text-${key}`} label={text.text} error={wrong.text} language={language} />
        <input
          {...describedBy({ name: `text-${key}`, label: text.text, error: wrong.text, language })}
          name={`text-${key}`}
          defaultValue={line.text}
          maxLength={160}
        />
      </div>
      <div className={wrong.amount ? "field bad" : "field"}>
        {label(text.amount, "amount")}
        <HintAndError name={`amount-${key}`} label={text.amount} error={wrong.amount} language={language} />
        <input
          {...describedBy({ name: `amount-${key}`, label: text.amount, error: wrong.amount, language })}
          name={`amount-${key}`}
          defaultValue={line.amount}
          inputMode="decimal"
          data-amount
        />
      </div>
      {choice(
        "kind",
        text.kind,
        kinds.map((kind) => ({ value: kind, label: text.kinds[kind] })),
        line.kind,
        false,
      )}
      {side === "cost"
        ? paying.length > 0 && choice("paid-by", text.paidBy, paying, line.paidBy, true)
        : fundings.length > 0 && choice("award", text.award, fundings, line.fundingId, true)}
      <label className="agree small">
        <input type="checkbox" name={`in-kind-${key}`} defaultChecked={line.isInKind} data-in-kind />
        <span>
          {text.inKind}
          <span className="hidden">, {name}</span>
        </span>
      </label>
      {line.id !== "" && (
        <label className="agree small">
          <input type="checkbox" name={`remove-${key}`} data-remove />
          <span>
            {text.remove}
            <span className="hidden">, {name}</span>
          </span>
        </label>
      )}
    </div>
  );
}
