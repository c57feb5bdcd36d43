import { TextareaField } from "../../../../interface/components/text-field.tsx";
import { longDay, moment, number } from "../../../../interface/format.ts";
import { orderWords } from "../order-words.ts";
import { OrderFields } from "./order-fields.tsx";
import { type PartProps, writtenIn } from "./part-props.ts";

/** What is wanted, for both sides. */
export function Wanted({ given: { order }, language }: PartProps) {
  const text = orderWords[language];
  const facts = [
    [text.lab, order.space.name],
    [text.customer, order.customer.name],
    [text.payer, order.organization?.name ?? null],
    [text.material, order.material],
    [text.quantity, number(order.quantity, language)],
    [text.wantedBy, order.wantedBy && longDay(order.wantedBy, language)],
    [text.priority, text.priorities[order.priority]],
  ].flatMap(([term, value]) => (value ? [{ term, value }] : []));
  return (
    <section>
      <h2>{text.order}</h2>
      {order.description && <p className="as-written">{order.description}</p>}
      <dl className="facts">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The form of the order once more, until there is a price. */
export function ChangeOrder({ given: { order, payers, today }, refused, language, path }: PartProps) {
  const text = orderWords[language];
  if (!order.abilities.edit) return null;
  const own = refused?.act === "change" ? refused : undefined;
  const { organization, title, description, material, quantity, wantedBy, priority } = order;
  const now = {
    organization: organization?.id ?? "",
    title,
    description: description ?? "",
    material: material ?? "",
    quantity: String(quantity),
    wantedBy: wantedBy ?? "",
    priority,
  };
  return (
    <details className="part" open={own !== undefined}>
      <summary>{text.change}</summary>
      <form method="post" action={path} className="form" noValidate>
        <input type="hidden" name="act" value="change" />
        <input type="hidden" name="version" value={`"${order.version}"`} />
        <OrderFields
          written={own?.written ?? now}
          payers={payers}
          isPayerChosen={order.abilities.choosePayer}
          errors={own?.problem.errors ?? []}
          today={today}
          language={language}
        />
        <button type="submit" className="button">
          {text.save}
        </button>
      </form>
    </details>
  );
}

/** What the two sides write to each other. */
export function Messages({ given: { order, today }, refused, language, path }: PartProps) {
  const text = orderWords[language];
  const at = (written: string) => moment(Temporal.Instant.from(written).toZonedDateTimeISO(order.space.timeZone), today, language);
  return (
    <section id="messages" className="stack close">
      <h2>{text.messages}</h2>
      {order.messages.length === 0 ? (
        <p>{text.noMessages}</p>
      ) : (
        <ol className="plain-list">
          {order.messages.map((message) => (
            <li key={message.id}>
              <p className="small soft">
                <b>{message.by ?? "–"}</b>, {at(message.writtenAt)}
              </p>
              <p className="as-written">{message.text}</p>
            </li>
          ))}
        </ol>
      )}
      {order.abilities.write && (
        <form method="post" action={`${path}#messages`} className="form" noValidate>
          <input type="hidden" name="act" value="message" />
          <TextareaField
            name="text"
            id="message"
            label={text.write}
            defaultValue={writtenIn(refused, "message").text}
            maxLength={4000}
            language={language}
          />
          <button type="submit" className="button">
            {text.send}
          </button>
        </form>
      )}
    </section>
  );
}

/** All that happened to the order, with who and why. */
export function History({ given: { order, today }, language }: PartProps) {
  const text = orderWords[language];
  return (
    <section className="stack close">
      <h2>{text.history}</h2>
      <ol className="plain-list">
        {order.history.map(({ state, at, by, reason }) => (
          <li key={`${state} ${at}`}>
            {text.states[state]}
            <br />
            <span className="small soft">
              {moment(Temporal.Instant.from(at).toZonedDateTimeISO(order.space.timeZone), today, language)}
              {by && `, ${by}`}
              {reason && `: ${reason}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
