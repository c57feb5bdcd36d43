import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { money } from "../../../../interface/format.ts";
import { planPeriods, supplies } from "../../plan.ts";
import { planName } from "../../plan-name.ts";
import { includedInWords } from "../amounts.ts";
import { errorsAt } from "../carry-out.ts";
import { planWords } from "../words.ts";
import { fieldOf, type PartProps } from "./field-errors.ts";
import { PlanWork } from "./plan-work.tsx";

/** The plans and packs of the house, and the form to add one. */
export function PlansPart(props: PartProps) {
  const { shown, refused, path, language } = props;
  const text = planWords[language];
  const field = fieldOf(props, "plan");
  const opened = refused && ["replace", "close"].includes(refused.act) ? refused.written.id : shown.openedPlan;
  return (
    <section className="section-s" aria-labelledby="sold">
      <h2 id="sold">{text.sold}</h2>
      {shown.plans.length === 0 ? (
        <p>{text.noPlans}</p>
      ) : (
        <DataTable
          caption={text.sold}
          isCaptionHidden
          rows={shown.plans}
          keyOf={({ id }) => id}
          classOf={({ offeredUntil }) => (offeredUntil !== null && offeredUntil <= shown.today ? "rows-quiet" : undefined)}
          columns={[
            {
              label: text.plan,
              isHeading: true,
              cell: ({ names, offeredUntil, replacesId }) =>
                `${planName(names, language)}${replacesId === null ? "" : ` (${text.newVersion})`}${offeredUntil !== null && offeredUntil <= shown.today ? ` (${text.notOffered})` : ""}`,
            },
            {
              label: text.price,
              cell: ({ priceOre, period, validDays }) =>
                `${money(priceOre, language)} ${text.per[period]}${validDays === null ? "" : `, ${text.valid(validDays)}`}`,
            },
            { label: text.included, cell: (plan) => includedInWords(plan, language) },
            { label: text.forWhom, cell: ({ forWhom }) => text.forPeople[forWhom] },
            { label: text.notice, cell: ({ noticeDays, period }) => (period === "once" ? "" : text.noticeDays(noticeDays)) },
            {
              label: text.openPlan,
              isAction: true,
              cell: ({ id, names, offeredUntil }) =>
                offeredUntil === null && (
                  <a href={id === opened ? `${path}#sold` : `${path}?plan=${id}#${id}`} id={id}>
                    {id === opened ? text.shut : text.openPlan}
                    <span className="hidden">: {planName(names, language)}</span>
                  </a>
                ),
            },
          ]}
          beneath={(plan) => (plan.id === opened && plan.offeredUntil === null ? <PlanWork {...props} plan={plan} /> : undefined)}
        />
      )}
      <details className="opens-form" open={refused?.act === "plan"}>
        <summary>{text.addPlan}</summary>
        <form className="form" method="post" action={`${path}${errorsAt}`} noValidate>
          <TextField {...field("nb")} label={text.name.nb} hint={text.nameHint} />
          <TextField {...field("nn")} label={text.name.nn} isOptional />
          <TextField {...field("en")} label={text.name.en} isOptional />
          <TextField {...field("price")} label={text.priceField} inputMode="decimal" width="s" />
          <SelectField
            {...field("period", "month")}
            label={text.period}
            options={planPeriods.map((value) => ({ value, label: text.periods[value] }))}
          />
          <TextField {...field("validDays")} label={text.validDays} inputMode="numeric" width="xs" isOptional />
          <TextField {...field("days")} label={text.includedDays} inputMode="numeric" width="xs" isOptional />
          <TextField {...field("roomHours")} label={text.includedRoomHours} inputMode="numeric" width="xs" isOptional />
          <TextField {...field("machineHours")} label={text.includedMachineHours} inputMode="numeric" width="xs" isOptional />
          <TextField {...field("noticeDays")} label={text.noticeField} inputMode="numeric" width="xs" isOptional />
          <SelectField
            {...field("supply", "service")}
            label={text.supply}
            hint={text.supplyHint}
            options={supplies.map((value) => ({ value, label: text.supplies[value] }))}
          />
          <div className="send">
            <button className="button lit" type="submit" name="act" value="plan">
              {text.savePlan}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
