import { TextField } from "../../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { audiences, priceUnits } from "../../resource.ts";
import { priceName } from "../resource-values.ts";
import { resourceWords } from "../resource-words.ts";
import type { Fields } from "./fields.ts";

/** What an hour, half a day and a day cost each circle of people. */
export function PriceFields({ fields, language }: { fields: Fields; language: Language }) {
  const text = resourceWords[language];
  return (
    <>
      {audiences.map((audience, place) => (
        <fieldset className="field" key={audience}>
          <legend className="label">{text.prices[audience]}</legend>
          {place === 0 && <p className="hint">{text.pricesHint}</p>}
          <div className="pair">
            {priceUnits.map((unit) => (
              <TextField
                key={unit}
                {...fields.field(priceName(audience, unit))}
                label={text.units[unit]}
                inputMode="decimal"
                required={false}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}
