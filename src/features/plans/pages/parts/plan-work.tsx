import { CheckboxField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { inWordsFirst } from "../../../../interface/format.ts";
import { errorsAt } from "../carry-out.ts";
import type { PlansData } from "../plans.tsx";
import { planWords } from "../words.ts";
import { fieldOf, type PartProps } from "./field-errors.ts";

type WorkProps = PartProps & { plan: PlansData["plans"][number] };

/** What can be done with one plan: see who has it, let a new version take its place, stop offering it. */
export function PlanWork(props: WorkProps) {
  const { plan, shown, refused, path, language } = props;
  const text = planWords[language];
  const holders = shown.subscriptions.filter((subscription) => subscription.plan.id === plan.id);
  const field = fieldOf(props, "replace", plan.id);
  const close = fieldOf(props, "close", plan.id);
  const isThis = refused?.act === "replace" && refused.written.id === plan.id;
  const amount = (value: number) => (value === 0 ? "" : String(value));
  return (
    <div className="in-languages">
      <div>
        <h3>{text.holders}</h3>
        <p>{text.holdersOf(inWordsFirst(holders.length, language), holders.length === 0)}</p>
        {holders.length > 0 && (
          <ul className="plain-list">
            {holders.map(({ id, holder }) => (
              <li key={id}>
                <a href={`${path}?subscription=${id}#${id}`}>{holder.name}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <form className="form" method="post" action={`${path}${errorsAt}`} noValidate>
        <h3>{text.replace}</h3>
        <p className="small soft">{text.replaceAbout}</p>
        <input type="hidden" name="id" value={plan.id} />
        <TextField
          {...field("price", String(plan.priceOre / 100).replace(".", ","))}
          label={text.priceField}
          inputMode="decimal"
          width="s"
        />
        <TextField {...field("days", amount(plan.includedDays))} label={text.includedDays} inputMode="numeric" width="xs" isOptional />
        <TextField
          {...field("roomHours", amount(plan.includedRoomMinutes / 60))}
          label={text.includedRoomHours}
          inputMode="numeric"
          width="xs"
          isOptional
        />
        <TextField
          {...field("machineHours", amount(plan.includedMachineMinutes / 60))}
          label={text.includedMachineHours}
          inputMode="numeric"
          width="xs"
          isOptional
        />
        <TextField {...field("noticeDays", amount(plan.noticeDays))} label={text.noticeField} inputMode="numeric" width="xs" isOptional />
        <TextField {...field("from")} label={text.replaceFrom} hint={text.fromHint} type="date" width="s" isOptional />
        {plan.period !== "once" && holders.length > 0 && (
          <CheckboxField
            name="movesHolders"
            id={`replace-movesHolders-${plan.id}`}
            value="on"
            defaultChecked={isThis && refused?.written.movesHolders === "on"}
            hint={text.movesHoldersHint}
            language={language}
          >
            {text.movesHolders}
          </CheckboxField>
        )}
        <div className="send">
          <button className="button" type="submit" name="act" value="replace">
            {text.saveReplace}
          </button>
        </div>
      </form>
      <form className="form" method="post" action={`${path}${errorsAt}`} noValidate>
        <h3>{text.close}</h3>
        <p className="small soft">{text.closeAbout}</p>
        <input type="hidden" name="id" value={plan.id} />
        <div className="send">
          <button className="button" type="submit" name="act" value="close" id={close("").id}>
            {text.saveClose}
          </button>
        </div>
      </form>
    </div>
  );
}
