import type { Language } from "../../../../platform/language/language.ts";
import { companyWords } from "../company-words.ts";
import { orderWords } from "../order-words.ts";
import { type ListedOrder, MoreOrders, OrderTable } from "./order-table.tsx";

type CompanyProps = {
  path: string;
  /** Present when the page is of these alone. */
  of: "companies" | undefined;
  orders: { items: ListedOrder[]; nextCursor: string | null };
  language: Language;
};

/** What others have ordered for companies the reader owns or manages: the first of it below one's own, all of it on a page of its own. */
export function CompanyOrders({ path, of, orders: { items, nextCursor }, language }: CompanyProps) {
  const text = companyWords[language];
  const Heading = of ? "h1" : "h2";
  if (items.length === 0 && !of) return null;
  return (
    <section className="stack" aria-labelledby="companies">
      <Heading id="companies">{text.orders}</Heading>
      <p>{text.lead}</p>
      {items.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <OrderTable caption={text.orders} orders={items} path={path} seenBy="company" language={language} />
      )}
      {of && <MoreOrders cursor={nextCursor} more="of=companies&" language={language} />}
      {of && (
        <p>
          <a href={path}>{orderWords[language].myOrders}</a>
        </p>
      )}
      {!of && nextCursor && (
        <p>
          <a className="button" href="?of=companies">
            {text.all}
          </a>
        </p>
      )}
    </section>
  );
}
