import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { clockRange, money, shortDay } from "../../../../interface/format.ts";
import { orderWords } from "../order-words.ts";
import { stopWords } from "../stop-words.ts";
import { Remove } from "./order-files.tsx";
import { type PartProps, writtenIn } from "./part-props.ts";

/** What the price is made of; the lab adds work, material and time of machines. */
export function Lines(part: PartProps) {
  const { given, language, path } = part;
  const { order } = given;
  const text = orderWords[language];
  const { isLab } = order.abilities;
  const hasVat = order.sum.vatPercent > 0;
  const vat = {
    percent: order.sum.vatPercent,
    vat: money(order.sum.vatOre, language),
    gross: money(order.sum.grossOre, language),
  };
  type Line = (typeof order.lines)[number];
  const zoned = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(order.space.timeZone);
  const about = ({ machineTime, consumed, used, staff }: Line) =>
    machineTime
      ? `${shortDay(zoned(machineTime.startsAt), language)} ${clockRange(zoned(machineTime.startsAt), zoned(machineTime.endsAt), language)}${machineTime.isCancelled ? `, ${text.cancelled}` : ""}`
      : consumed
        ? `${consumed.name}: ${used ?? consumed.amount} (${consumed.unit})`
        : (staff ?? "");
  return (
    <section id="lines">
      <h2>{text.lines}</h2>
      {order.lines.length === 0 ? (
        <p>{text.noLines}</p>
      ) : (
        <DataTable
          caption={text.lines}
          isCaptionHidden
          keyOf={({ id }) => id}
          rows={order.lines}
          columns={[
            { label: text.what, isHeading: true, cell: (line) => line.text, total: text.sum },
            { label: text.kind, cell: (line) => text.kinds[line.kind] },
            ...(order.lines.some((line) => about(line) !== "")
              ? [{ label: text.description, cell: (line: Line) => about(line) || "–" }]
              : []),
            {
              label: hasVat ? (isLab ? text.withoutVat : text.withVat) : text.price,
              isNumeric: true,
              cell: (line) => money(isLab ? line.amountOre : line.grossOre, language),
              total: money(isLab ? order.sum.netOre : order.sum.grossOre, language),
            },
            ...(isLab && order.owed
              ? [
                  {
                    label: stopWords[language].owed,
                    isNumeric: true,
                    cell: (line: Line) => money(line.owedOre ?? 0, language),
                    total: money(order.owed.netOre, language),
                  },
                ]
              : []),
            ...(order.abilities.price
              ? [
                  {
                    label: text.removeLine,
                    isAction: true,
                    cell: (line: Line) => (
                      <Remove act="remove-line" name="line" id={line.id} label={text.remove} of={line.text} path={`${path}#lines`} />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {order.lines.length > 0 && !order.owed && <p>{isLab ? text.vatForLab(vat) : text.vatForCustomer(vat)}</p>}
      {order.abilities.work && <AddLine {...part} />}
      {order.abilities.work && given.machines.length > 0 && <BookMachine {...part} />}
    </section>
  );
}

function AddLine({ given: { order, stock }, refused, language, path }: PartProps) {
  const text = orderWords[language];
  const written = writtenIn(refused, "line");
  const kinds = ["work", "material", "other"] as const;
  return (
    <details className="part" open={refused?.act === "line"}>
      <summary>{text.addLine}</summary>
      <form method="post" action={`${path}#lines`} className="form" noValidate>
        <input type="hidden" name="act" value="line" />
        <SelectField
          name="kind"
          label={text.kind}
          language={language}
          defaultValue={written.kind}
          options={kinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        />
        <TextField name="text" id="line-text" label={text.what} maxLength={200} defaultValue={written.text} language={language} />
        {stock.length > 0 && (
          <>
            <SelectField
              name="consumable"
              label={text.fromStock}
              isOptional
              language={language}
              defaultValue={written.consumable}
              options={[
                { value: "", label: text.noStock },
                ...stock.map(({ id, name, unit, inStock }) => ({
                  value: id,
                  label: `${name}, ${text.inStock({ amount: inStock, unit })}`,
                })),
              ]}
            />
            <TextField
              name="consumed"
              label={text.consumed}
              isOptional
              inputMode="numeric"
              width="xs"
              defaultValue={written.consumed}
              language={language}
            />
          </>
        )}
        {order.abilities.price && <Amount id="line-amount" written={written.amount} language={language} />}
        <button type="submit" className="button">
          {text.addLine}
        </button>
      </form>
    </details>
  );
}

function BookMachine({ given: { order, machines, today }, refused, language, path }: PartProps) {
  const text = orderWords[language];
  const written = writtenIn(refused, "machine");
  return (
    <details className="part" open={refused?.act === "machine"}>
      <summary>{text.bookMachine}</summary>
      <form method="post" action={`${path}#lines`} className="form" noValidate>
        <input type="hidden" name="act" value="machine" />
        <input type="hidden" name="timeZone" value={order.space.timeZone} />
        <SelectField
          name="resource"
          label={text.machine}
          language={language}
          defaultValue={written.resource}
          options={machines.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="day" label={text.day} type="date" min={today} width="s" defaultValue={written.day ?? today} language={language} />
        <div className="pair">
          <TextField name="from" label={text.from} type="time" defaultValue={written.from ?? "10:00"} language={language} />
          <TextField name="to" label={text.to} type="time" defaultValue={written.to ?? "11:00"} language={language} />
        </div>
        {order.abilities.price && <Amount id="machine-amount" written={written.amount} language={language} />}
        <button type="submit" className="button">
          {text.bookMachine}
        </button>
      </form>
    </details>
  );
}

function Amount({ id, written, language }: { id: string; written: string | undefined; language: PartProps["language"] }) {
  const text = orderWords[language];
  return (
    <TextField
      name="amount"
      id={id}
      label={text.amount}
      hint={text.amountHint}
      inputMode="decimal"
      width="s"
      defaultValue={written}
      language={language}
    />
  );
}
