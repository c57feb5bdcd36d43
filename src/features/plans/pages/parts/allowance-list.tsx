import type { z } from "@hono/zod-openapi";
import { capital, dayAndMonth } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { planName } from "../../plan-name.ts";
import type { allowance } from "../../shapes.ts";
import { amountInWords } from "../amounts.ts";
import { planWords } from "../words.ts";
import { AllowanceBar } from "./allowance-bar.tsx";

type Allowance = z.infer<typeof allowance>;

/** What is left of each allowance, what became of the rest, and the way to its entries. */
export function AllowanceList({ items, language }: { items: readonly Allowance[]; language: Language }) {
  const text = planWords[language];
  if (items.length === 0) return null;
  return (
    <ul className="lines allowances">
      {items.map((one) => {
        const amount = (value: number) => amountInWords(one.unit, value, language);
        const became = [
          one.held > 0 && text.heldOf(amount(one.held)),
          one.used > 0 && text.usedOf(amount(one.used)),
          one.expired > 0 && text.expiredOf(amount(one.expired)),
        ].filter(Boolean);
        const query = new URLSearchParams({ subscription: one.subscriptionId, unit: one.unit, from: one.periodFrom });
        const last = Temporal.PlainDate.from(one.periodUntil).subtract({ days: 1 }).toString();
        return (
          <li key={query.toString()}>
            <div>
              <p>
                <b>
                  {text.units[one.unit]}: {text.left(amount(one.balance), amount(one.granted))}
                </b>
              </p>
              <AllowanceBar {...one} />
              {became.length > 0 && <p>{capital(became.join(", "))}.</p>}
              <p className="small soft">
                {planName(one.plan, language)}, {one.space.name},{" "}
                {text.periodOf(dayAndMonth(one.periodFrom, language), dayAndMonth(last, language))}
                {one.company && `, ${text.paidBy(one.company)}`}
              </p>
              <p>
                <a href={`/${language}/me/allowances?${query}#entries`}>
                  {text.seeEntries}
                  <span className="hidden">
                    : {text.units[one.unit]}, {one.space.name}
                  </span>
                </a>
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
