import type { z } from "zod";
import { type Column, DataTable } from "../../../../interface/components/data-table.tsx";
import { money, number, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { orderLine } from "../../shapes.ts";
import { companyWords } from "../company-words.ts";
import { orderWords } from "../order-words.ts";

export type ListedOrder = z.infer<typeof orderLine>;

type TableProps = {
  caption: string;
  orders: readonly ListedOrder[];
  path: string;
  seenBy: "customer" | "company" | "lab";
  language: Language;
};

/** Orders in a table that is a list of sheets on a phone; what hurries says so in words. */
export function OrderTable({ caption, orders, path, seenBy, language }: TableProps) {
  const isLab = seenBy === "lab";
  const text = orderWords[language];
  const zoned = (order: ListedOrder, moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(order.space.timeZone);
  const columns: Column<ListedOrder>[] = [
    { label: text.order, isHeading: true, cell: (order) => <a href={`${path}/${order.id}`}>{order.title}</a> },
    isLab
      ? {
          label: text.customer,
          cell: ({ customer, organization }) => (organization ? `${customer.name}, ${organization.name}` : customer.name),
        }
      : { label: text.lab, cell: ({ space }) => space.name },
    ...(seenBy === "company"
      ? [
          { label: companyWords[language].orderedBy, cell: ({ customer }: ListedOrder) => customer.name },
          { label: text.payer, cell: ({ organization }: ListedOrder) => organization?.name ?? "–" },
        ]
      : []),
    ...(isLab
      ? [
          {
            label: text.priority,
            cell: ({ priority }: ListedOrder) => (priority === "urgent" ? <b>{text.priorities.urgent}</b> : text.priorities[priority]),
          },
        ]
      : [{ label: text.state, cell: ({ state }: ListedOrder) => text.states[state] }]),
    { label: text.material, cell: ({ material }) => material ?? "–" },
    { label: text.quantity, isNumeric: true, cell: ({ quantity }) => number(quantity, language) },
    { label: text.wantedBy, cell: ({ wantedBy }) => (wantedBy ? shortDay(wantedBy, language) : "–") },
    {
      label: isLab ? text.withoutVat : text.withVat,
      isNumeric: true,
      cell: ({ price }) => (price === null ? "–" : money(isLab ? price.netOre : price.grossOre, language)),
    },
    { label: text.since, cell: (order) => shortDay(zoned(order, order.stateSince), language) },
  ];
  return <DataTable caption={caption} isCaptionHidden columns={columns} rows={orders} keyOf={({ id }) => id} />;
}

/** The way to the next part of the list. */
export function MoreOrders({ cursor, more = "", language }: { cursor: string | null; more?: string; language: Language }) {
  if (cursor === null) return null;
  return (
    <p>
      <a className="button" href={`?${more}cursor=${encodeURIComponent(cursor)}`}>
        {orderWords[language].more}
      </a>
    </p>
  );
}
