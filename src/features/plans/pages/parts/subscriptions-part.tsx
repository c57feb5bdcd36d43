import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import { planName } from "../../plan-name.ts";
import { errorsAt } from "../carry-out.ts";
import { planWords } from "../words.ts";
import { fieldOf, type PartProps } from "./field-errors.ts";
import { SubscriptionWork } from "./subscription-work.tsx";

/** Who has which plan; one of them opened to pause, change or end it; and the form to give somebody one. */
export function SubscriptionsPart(props: PartProps) {
  const { shown, refused, path, language } = props;
  const text = planWords[language];
  const field = fieldOf(props, "start");
  const offered = shown.plans.filter(({ offeredUntil }) => offeredUntil === null || offeredUntil > shown.today);
  // a use is given back within the subscription it is of
  const opened = refused?.written.subscription ?? refused?.written.id ?? shown.opened;
  const day = (date: string) => dateWithYear(date, language);
  const lastDay = (until: string) => day(Temporal.PlainDate.from(until).subtract({ days: 1 }).toString());
  return (
    <section className="section-s" aria-labelledby="holders">
      <h2 id="holders">{text.holders}</h2>
      {shown.subscriptions.length === 0 ? (
        <p>{text.noHolders}</p>
      ) : (
        <DataTable
          caption={text.holders}
          isCaptionHidden
          rows={shown.subscriptions}
          keyOf={({ id }) => id}
          columns={[
            { label: text.holder, isHeading: true, cell: ({ holder }) => holder.name },
            {
              label: text.plan,
              cell: ({ plan, seats, people, followsId }) => (
                <>
                  {planName(plan.names, language)}
                  {seats !== null && `, ${text.people(people.filter(({ until }) => until === null || until > shown.today).length, seats)}`}
                  {followsId !== null && ` (${text.follows})`}
                </>
              ),
            },
            { label: text.since, cell: ({ from }) => day(from) },
            {
              label: text.until,
              cell: ({ until, pauses }) => (
                <>
                  {until === null ? text.soFar : lastDay(until)}
                  {pauses.map((pause) => (
                    <span key={pause.from} className="small soft">
                      <br />
                      {text.paused(day(pause.from), lastDay(pause.until))}
                    </span>
                  ))}
                </>
              ),
            },
            {
              label: text.open,
              isAction: true,
              cell: ({ id, holder }) => (
                <a href={id === opened ? `${path}#holders` : `${path}?subscription=${id}#${id}`} id={id}>
                  {id === opened ? text.shut : text.open}
                  <span className="hidden">: {holder.name}</span>
                </a>
              ),
            },
          ]}
          beneath={(subscription) =>
            subscription.id === opened ? <SubscriptionWork {...props} subscription={subscription} offered={offered} /> : undefined
          }
        />
      )}
      {offered.length > 0 && (
        <details className="opens-form" open={refused?.act === "start"}>
          <summary>{text.addSubscription}</summary>
          <form className="form" method="post" action={`${path}${errorsAt}`} noValidate>
            <TextField {...field("who")} label={text.who} hint={text.whoHint} autoComplete="off" />
            <SelectField
              {...field("plan", offered[0]?.id)}
              label={text.plan}
              options={offered.map(({ id, names }) => ({ value: id, label: planName(names, language) }))}
            />
            <TextField {...field("seats")} label={text.seats} inputMode="numeric" width="xs" isOptional />
            <TextField {...field("from")} label={text.from} hint={text.fromHint} type="date" width="s" isOptional />
            <div className="send">
              <button className="button lit" type="submit" name="act" value="start">
                {text.saveSubscription}
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  );
}
