import { Door } from "../../../../interface/components/door.tsx";
import { list, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Shown } from "../request-action.ts";
import { requestWords } from "../request-words.ts";
import { PriceSums } from "./price-table.tsx";

/** What it would cost and whether it is free, as far as that is known. */
export function Estimate({ estimate, language }: { estimate: Shown["estimate"]; language: Language }) {
  const text = requestWords[language];
  return (
    <>
      <h2>{text.price}</h2>
      {estimate === undefined ? (
        <p>{text.priceWhen}</p>
      ) : estimate.refused !== undefined ? (
        <p>{estimate.refused}</p>
      ) : (
        <>
          <p className="hire-free">
            <Door state={estimate.isFree ? "open" : "shut"} />
            <span>{estimate.isFree ? text.free : text.taken({ rooms: list(takenOf(estimate.rooms), language) })}</span>
          </p>
          <dl className="hire-sums">
            {estimate.lines.map((line) => (
              <div key={`${line.kind} ${line.text}`}>
                <dt>{line.quantity === 1 ? line.text : `${line.text} × ${line.quantity}`}</dt>
                <dd>{money(line.amountOre, language)}</dd>
              </div>
            ))}
          </dl>
          <PriceSums total={estimate.total} language={language} />
          <p className="small soft">{text.byList}</p>
        </>
      )}
    </>
  );
}

function takenOf(rooms: readonly { name: string; isFree: boolean }[]): string[] {
  return rooms.filter(({ isFree }) => !isFree).map(({ name }) => name);
}
