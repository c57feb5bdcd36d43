import { TextField } from "../../../../interface/components/text-field.tsx";
import { money } from "../../../../interface/format.ts";
import { stopWords } from "../stop-words.ts";
import { type PartProps, writtenIn } from "./part-props.ts";

/** Ends an order the lab cannot finish: why, what there is to pay of each line, and what was used of the material. */
export function StopWork({ given: { order }, refused, language, path }: PartProps) {
  const text = stopWords[language];
  if (!order.abilities.stop) return null;
  const written = writtenIn(refused, "stop");
  return (
    <details className="part" open={refused?.act === "stop"}>
      <summary>{text.stop}</summary>
      <form method="post" action={path} className="form">
        <input type="hidden" name="act" value="stop" />
        <p>{text.lead}</p>
        <TextField name="reason" id="stop-reason" label={text.why} maxLength={500} defaultValue={written.reason} language={language} />
        {order.lines.map(({ id, text: line, amountOre, consumed }) => (
          <div key={id} className="stack close">
            {amountOre > 0 && (
              <TextField
                name={`owed.${id}`}
                label={text.owedOf({ line, most: money(amountOre, language) })}
                hint={text.owedHint}
                isOptional
                inputMode="decimal"
                width="s"
                defaultValue={written[`owed.${id}`]}
                language={language}
              />
            )}
            {consumed && (
              <TextField
                name={`used.${id}`}
                label={text.usedOf(consumed)}
                hint={text.usedHint}
                inputMode="numeric"
                width="xs"
                defaultValue={written[`used.${id}`] ?? String(consumed.amount)}
                language={language}
              />
            )}
          </div>
        ))}
        <button type="submit" className="button">
          {text.stop}
        </button>
      </form>
    </details>
  );
}
