import { isLanguage } from "../../../platform/language/language.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import { balanceOf, type Side } from "../budget/balance.ts";
import { budgetWords } from "../pages/budget-words.ts";

// The balance as one types: the same rule the server keeps, over what stands in the fields now.
const form = document.querySelector<HTMLFormElement>("form[data-budget]");
const language = form?.dataset.language;

if (form && isLanguage(language)) {
  const text = budgetWords[language];
  const show = () => {
    const lines = [...form.querySelectorAll<HTMLElement>("[data-line]")]
      .filter((line) => !line.querySelector<HTMLInputElement>("[data-remove]")?.checked)
      .map((line) => ({
        side: line.dataset.line as Side,
        isInKind: line.querySelector<HTMLInputElement>("[data-in-kind]")?.checked ?? false,
        amountOre:
          Math.round(
            Number((line.querySelector<HTMLInputElement>("[data-amount]")?.value ?? "").replace(",", ".").replaceAll(/\s/g, "")) * 100,
          ) || 0,
      }));
    const balance = balanceOf(lines);
    for (const kind of ["money", "inKind"] as const) {
      const { costOre, financingOre, differenceOre } = balance[kind];
      const sum = writtenMoney(Math.abs(differenceOre), language);
      const says = differenceOre === 0 ? text.balances : differenceOre > 0 ? text.lacks({ sum }) : text.over({ sum });
      const box = form.querySelector(`[data-pair="${kind}"]`);
      write(box, "[data-cost]", writtenMoney(costOre, language));
      write(box, "[data-financing]", writtenMoney(financingOre, language));
      write(box, "[data-says]", says);
      for (const [part, isShown] of [
        ["[data-good]", differenceOre === 0],
        ["[data-care]", differenceOre !== 0],
      ] as const) {
        const icon = box?.querySelector<HTMLElement>(part);
        if (icon) icon.hidden = !isShown;
      }
    }
  };
  form.addEventListener("input", show);
}

function write(box: Element | null, part: string, words: string): void {
  const place = box?.querySelector(part);
  if (place && place.textContent !== words) place.textContent = words;
}
