import type { CSSProperties } from "react";
import { Notice } from "../../../../interface/components/notice.tsx";
import { money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { projectWords } from "../project-words.ts";
import type { ShownBudget } from "./project-of-api.ts";

type SpentBarsProps = { budget: Pick<ShownBudget, "lines" | "actual">; path: string; mayEdit: boolean; language: Language };

/** What is spent of each cost beside its plan: a filled bar in an open one, with the numbers as a table. */
export function SpentBars({ budget, path, mayEdit, language }: SpentBarsProps) {
  const text = projectWords[language];
  const costs = budget.lines
    .filter(({ side }) => side === "cost")
    .map((line) => ({ ...line, plannedOre: line.revisedOre ?? line.draftOre ?? 0 }))
    .filter(({ plannedOre, actualOre }) => plannedOre > 0 || actualOre !== 0);
  const most = Math.max(...costs.flatMap(({ plannedOre, actualOre }) => [plannedOre, actualOre]), 1);
  if (costs.length === 0)
    return (
      <>
        <p>{text.noBudget}</p>
        {mayEdit && (
          <div className="buttons">
            <a className="button lit" href={`${path}/budget`}>
              {text.writeBudget}
            </a>
          </div>
        )}
      </>
    );
  return (
    <>
      <table className="bars spent-bars">
        <caption className="small soft">{text.perLine}</caption>
        <thead className="hidden">
          <tr>
            <th scope="col">{text.line}</th>
            <th scope="col">{text.spentBeside}</th>
          </tr>
        </thead>
        <tbody>
          {costs.map(({ id, text: name, plannedOre, actualOre }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <span
                  className={actualOre > plannedOre ? "plan-bar is-over" : "plan-bar"}
                  style={{ "--plan": plannedOre / most, "--spent": Math.max(actualOre, 0) / most } as CSSProperties}
                  aria-hidden="true"
                />
                <span className="small">{text.ofPlan({ spent: money(actualOre, language), planned: money(plannedOre, language) })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {budget.actual.differenceOre !== 0 && (
        <Notice kind="care" title={text.unfinanced({ sum: money(budget.actual.differenceOre, language) })} />
      )}
    </>
  );
}
