import { DataTable } from "../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { moment } from "../../../../interface/format.ts";
import { amountInWords } from "../amounts.ts";
import { errorsAt } from "../carry-out.ts";
import type { PlansData } from "../plans.tsx";
import { planWords } from "../words.ts";
import { fieldOf, type PartProps } from "./field-errors.ts";

type Use = NonNullable<PlansData["uses"]>[number];

/** What was used of the subscription that is open, each with the way to give it back, and why. */
export function UsesTable(props: PartProps) {
  const { shown, language } = props;
  const text = planWords[language];
  const uses = shown.uses ?? [];
  const written = (at: string) => moment(Temporal.Instant.from(at).toZonedDateTimeISO(shown.space.timeZone), shown.today, language);
  return (
    <div className="whole">
      <h3>{text.uses}</h3>
      {uses.length === 0 ? (
        <p>{text.noUses}</p>
      ) : (
        <DataTable
          caption={text.uses}
          isCaptionHidden
          rows={uses}
          keyOf={({ id }) => id}
          classOf={({ isReversed }) => (isReversed ? "rows-quiet" : undefined)}
          columns={[
            { label: text.when, isHeading: true, cell: ({ writtenAt }) => written(writtenAt) },
            {
              label: text.whatWritten,
              cell: ({ unit, person, isReversed }) => (
                <>
                  {text.units[unit]}
                  {person && `, ${text.usedBy(person)}`}
                  {isReversed && ` (${text.givenBack})`}
                </>
              ),
            },
            { label: text.howMuch, isNumeric: true, cell: ({ unit, amount }) => amountInWords(unit, -amount, language) },
            { label: text.reverseUse, isAction: true, cell: (use) => use.abilities.reverse && <GiveBack use={use} {...props} /> },
          ]}
        />
      )}
    </div>
  );
}

function GiveBack({ use, ...props }: PartProps & { use: Use }) {
  const text = planWords[props.language];
  const field = fieldOf(props, "reverseUse", use.id);
  return (
    <details className="opens-form" open={props.refused?.act === "reverseUse" && props.refused.written.id === use.id}>
      <summary>
        {text.reverseUse}
        <span className="hidden">
          : {text.units[use.unit]}, {amountInWords(use.unit, -use.amount, props.language)}
        </span>
      </summary>
      <form method="post" action={`${props.path}?subscription=${props.shown.opened}${errorsAt}`} noValidate>
        <input type="hidden" name="id" value={use.id} />
        <input type="hidden" name="subscription" value={props.shown.opened ?? ""} />
        <TextField {...field("reason")} label={text.reverseUseWhy} />
        <button className="button small" type="submit" name="act" value="reverseUse">
          {text.reverseUse}
        </button>
      </form>
    </details>
  );
}
