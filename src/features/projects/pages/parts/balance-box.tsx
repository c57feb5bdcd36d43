import { Icon } from "../../../../interface/components/icon.tsx";
import { money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Balance, Pair } from "../../budget/balance.ts";
import { budgetWords } from "../budget-words.ts";

/** How the two sides stand, in words, as one types. The script keeps it right; without it, it stands as last saved. */
export function BalanceBox({ balance, language }: { balance: Balance; language: Language }) {
  const text = budgetWords[language];
  return (
    <output className="balance-box" aria-live="polite" data-balance>
      {(["money", "inKind"] as const).map((kind) => (
        <div key={kind} data-pair={kind}>
          <span className="small">{kind === "money" ? text.money : text.inKindLong}</span>
          <span>
            {text.costs} <b data-cost>{money(balance[kind].costOre, language)}</b>
          </span>
          <span>
            {text.financing} <b data-financing>{money(balance[kind].financingOre, language)}</b>
          </span>
          <span className="with-icon">
            <span data-good hidden={balance[kind].differenceOre !== 0}>
              <Icon name="check-round" />
            </span>
            <span data-care hidden={balance[kind].differenceOre === 0}>
              <Icon name="warning" />
            </span>
            <b data-says>{standing(balance[kind], language)}</b>
          </span>
        </div>
      ))}
    </output>
  );
}

/** "Går opp", "Mangler 50 000 kr". */
export function standing({ differenceOre }: Pair, language: Language): string {
  const text = budgetWords[language];
  if (differenceOre === 0) return text.balances;
  const sum = money(Math.abs(differenceOre), language);
  return differenceOre > 0 ? text.lacks({ sum }) : text.over({ sum });
}
