import type { ReactNode } from "react";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import { planName } from "../../plan-name.ts";
import { errorsAt } from "../carry-out.ts";
import type { PlansData } from "../plans.tsx";
import { planWords } from "../words.ts";
import { fieldOf, type PartProps } from "./field-errors.ts";
import { UsesTable } from "./uses-table.tsx";

type WorkProps = PartProps & { subscription: PlansData["subscriptions"][number]; offered: PlansData["plans"] };

/** What can be done with one subscription: its people, a pause, another plan, notice. */
export function SubscriptionWork(props: WorkProps) {
  const { subscription, offered, shown, language } = props;
  const text = planWords[language];
  const { id, abilities } = subscription;
  const [pause, change, end, person] = [
    fieldOf(props, "pause", id),
    fieldOf(props, "change", id),
    fieldOf(props, "end", id),
    fieldOf(props, "person", id),
  ];
  const others = offered.filter((plan) => plan.id !== subscription.plan.id && plan.period !== "once");
  const people = subscription.people.filter(({ until }) => until === null || until > shown.today);
  return (
    <div className="in-languages">
      {abilities.namePeople && (
        <WorkForm {...props} act="person" title={text.named} button={text.savePerson}>
          {people.length > 0 && (
            <ul className="plain-list">
              {people.map(({ personId, name, from, until }) => (
                <li key={personId}>
                  {name}, {dateWithYear(from, language)}
                  {until !== null && `–${dateWithYear(Temporal.PlainDate.from(until).subtract({ days: 1 }).toString(), language)}`}{" "}
                  {until === null && (
                    <button className="text-button" type="submit" form={`out-${personId}`} name="act" value="endPerson">
                      {text.endPerson}
                      <span className="hidden">: {name}</span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
          <TextField {...person("email")} label={text.person} type="email" autoComplete="off" />
        </WorkForm>
      )}
      {people.map(({ personId }) => (
        <form key={personId} id={`out-${personId}`} method="post" action={`${props.path}${errorsAt}`} hidden>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="person" value={personId} />
        </form>
      ))}
      {abilities.manage && (
        <WorkForm {...props} act="pause" title={text.pause} about={text.pauseAbout} button={text.savePause}>
          <TextField {...pause("from", subscription.nextPeriodOn ?? "")} label={text.from} type="date" width="s" />
          <TextField {...pause("until")} label={text.to} type="date" width="s" />
          <TextField {...pause("reason")} label={text.reason} isOptional />
        </WorkForm>
      )}
      {abilities.manage && others.length > 0 && (
        <WorkForm {...props} act="change" title={text.change} about={text.changeAbout} button={text.saveChange}>
          <SelectField
            {...change("plan", others[0]?.id)}
            label={text.newPlan}
            options={others.map((plan) => ({ value: plan.id, label: planName(plan.names, language) }))}
          />
        </WorkForm>
      )}
      {abilities.end && (
        <WorkForm {...props} act="end" title={text.end} about={text.endAbout} button={text.saveEnd}>
          <TextField {...end("reason")} label={text.reason} isOptional />
        </WorkForm>
      )}
      {shown.opened === id && <UsesTable {...props} />}
    </div>
  );
}

type FormProps = WorkProps & { act: string; title: string; about?: string; button: string; children: ReactNode };

function WorkForm({ subscription, path, act, title, about, button, children }: FormProps) {
  return (
    <form className="form" method="post" action={`${path}${errorsAt}`} noValidate>
      <h3>{title}</h3>
      {about && <p className="small soft">{about}</p>}
      <input type="hidden" name="id" value={subscription.id} />
      {children}
      <div className="send">
        <button className="button" type="submit" name="act" value={act}>
          {button}
          <span className="hidden">: {subscription.holder.name}</span>
        </button>
      </div>
    </form>
  );
}
