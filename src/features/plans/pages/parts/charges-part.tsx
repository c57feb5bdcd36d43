import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Downloads } from "../../../../interface/components/downloads.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { capital, money, monthAndYear, shortDay } from "../../../../interface/format.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import { chargeKinds, isFeeWithoutVat } from "../../charge.ts";
import { planName } from "../../plan-name.ts";
import { errorsAt } from "../carry-out.ts";
import type { PlansData } from "../plans.tsx";
import { planWords } from "../words.ts";
import { fieldOf, type PartProps } from "./field-errors.ts";

type Charge = PlansData["charges"]["items"][number];

/** What is owed to the house for a month, each with its cause, and the way to the months beside. */
export function ChargesPart(props: PartProps) {
  const { shown, path, language } = props;
  const text = planWords[language];
  const { month, charges } = shown;
  const title = text.charges(monthAndYear(month.from, language));
  const isNarrowed = shown.asked.kind !== undefined || shown.asked.q !== undefined;
  const narrowed = new URLSearchParams({ month: month.from.slice(0, 7), ...given(shown.asked) });
  const before = Temporal.PlainDate.from(month.from).subtract({ months: 1 }).toString();
  return (
    <section className="section-s" aria-labelledby="charges">
      <h2 id="charges">{title}</h2>
      <ul className="chips">
        {[before, month.until].map((first) => (
          <li key={first}>
            <a className="chip" href={`${path}?month=${first.slice(0, 7)}#charges`}>
              {monthAndYear(first, language)}
            </a>
          </li>
        ))}
      </ul>
      <ChargeFilters {...props} />
      {charges.items.length === 0 ? (
        <p>{isNarrowed ? text.noneAsked : text.noCharges}</p>
      ) : (
        <DataTable
          caption={title}
          isCaptionHidden
          rows={charges.items}
          keyOf={({ id }) => id}
          classOf={({ isReversed, kind }) => (isReversed || kind === "reversal" ? "rows-quiet" : undefined)}
          columns={[
            { label: text.day, cell: ({ day }) => shortDay(day, language) },
            { label: text.holder, isHeading: true, cell: ({ owedBy }) => owedBy.name, total: text.sum },
            { label: text.what, cell: (charge) => <CauseOf charge={charge} {...props} /> },
            { label: text.vat, cell: (charge) => vatOf(charge, props) },
            {
              label: text.amount,
              isNumeric: true,
              cell: ({ amountOre }) => money(amountOre, language),
              total: money(charges.sumOre, language),
            },
            { label: text.reverse, isAction: true, cell: (charge) => charge.abilities.reverse && <Reverse charge={charge} {...props} /> },
          ]}
        />
      )}
      {charges.nextCursor && (
        <p>
          <a href={`${path}?${narrowed}&cursor=${encodeURIComponent(charges.nextCursor)}#charges`}>{text.more}</a>
        </p>
      )}
      <Downloads
        path={`/spaces/${shown.space.slug}/charges`}
        filters={{ ...month, ...shown.asked }}
        what={text.chargesFile}
        language={language}
      />
    </section>
  );
}

function given(asked: PlansData["asked"]): Record<string, string> {
  return { ...(asked.kind && { kind: asked.kind }), ...(asked.q && { q: asked.q }) };
}

function ChargeFilters({ shown, path, language }: PartProps) {
  const text = planWords[language];
  const kinds = chargeKinds.map((value) => ({ value, label: capital(text.kinds[value]) }));
  return (
    <form className="filters" method="get" action={`${path}#charges`}>
      <input type="hidden" name="month" value={shown.month.from.slice(0, 7)} />
      <SelectField
        name="kind"
        id="charges-kind"
        label={text.what}
        isOptional
        defaultValue={shown.asked.kind ?? ""}
        options={[{ value: "", label: text.anyKind }, ...kinds]}
        language={language}
      />
      <TextField name="q" id="charges-q" label={text.holder} isOptional defaultValue={shown.asked.q ?? ""} width="s" language={language} />
      <button className="button small" type="submit">
        {text.narrow}
      </button>
    </form>
  );
}

// a period opens to its subscription, a booking to its day in the calendar, an order to itself
function CauseOf({ charge, shown, path, language }: PartProps & { charge: Charge }) {
  const text = planWords[language];
  const { cause, kind, isReversed } = charge;
  const { slug, timeZone } = shown.space;
  const day = cause.startsAt === null ? charge.day : dayIn(Temporal.Instant.from(cause.startsAt), timeZone);
  const house = `/${language}/spaces/${slug}`;
  const told = [
    cause.orderId !== null && { href: `${house}/orders/${cause.orderId}`, name: text.kinds.order },
    cause.hireId !== null && { href: `${house}/hires/${cause.hireId}`, name: text.kinds.hire },
    cause.bookingId !== null && { href: `${house}/calendar?day=${day}&booking=${cause.bookingId}`, name: cause.resource },
    { href: `${path}?subscription=${cause.subscriptionId}#holders`, name: cause.plan && planName(cause.plan, language) },
  ].find((one) => one !== false);
  return (
    <>
      <a href={told?.href}>{told?.name}</a>
      {kind !== "order" && kind !== "hire" && `, ${text.kinds[kind]}`}
      {isReversed && ` (${text.reversed})`}
      {charge.reason && <span className="small soft"> {charge.reason}</span>}
    </>
  );
}

function vatOf(charge: Charge, { language }: PartProps): string {
  const text = planWords[language];
  const { supply, vatPercent, sellerIsVatRegistered } = charge;
  if (isFeeWithoutVat(charge)) return text.noVat;
  if (supply === "letting" && vatPercent === 0) return text.exempt;
  return sellerIsVatRegistered === null ? text.unknownVat : `${vatPercent} %`;
}

function Reverse({ charge, ...props }: PartProps & { charge: Charge }) {
  const text = planWords[props.language];
  const field = fieldOf(props, "reverse", charge.id);
  return (
    <details className="opens-form" open={props.refused?.act === "reverse" && props.refused.written.id === charge.id}>
      <summary>
        {text.reverse}
        <span className="hidden">
          : {charge.owedBy.name}, {shortDay(charge.day, props.language)}
        </span>
      </summary>
      <form method="post" action={`${props.path}${errorsAt}`} noValidate>
        <input type="hidden" name="id" value={charge.id} />
        <TextField {...field("reason")} label={text.reason} />
        <button className="button small" type="submit" name="act" value="reverse">
          {text.reverse}
        </button>
      </form>
    </details>
  );
}
