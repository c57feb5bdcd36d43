import type { InEveryLanguage } from "../../../../platform/language/language.ts";
import { amenities } from "../../amenities.ts";
import { themes } from "../../themes.ts";
import { messages } from "./messages.ts";
import { type Fields, PartForm, type PartProps } from "./part-form.tsx";

/** What the house has, and what it is about. */
export function AmenitiesPart(props: PartProps) {
  const { language } = props;
  const words = messages[language];
  return (
    <PartForm part="amenities" props={props}>
      {(fields) => (
        <>
          <Boxes legend={words.amenities.title} vocabulary={amenities} nameOf={(key) => key} fields={fields} props={props} />
          <Boxes legend={words.themes} vocabulary={themes} nameOf={(key) => `theme-${key}`} fields={fields} props={props} />
        </>
      )}
    </PartForm>
  );
}

type BoxesProps = {
  legend: string;
  vocabulary: Readonly<Record<string, InEveryLanguage>>;
  nameOf: (key: string) => string;
  fields: Fields;
  props: PartProps;
};

function Boxes({ legend, vocabulary, nameOf, fields, props }: BoxesProps) {
  return (
    <fieldset className="field">
      <legend className="label">{legend}</legend>
      <div className="options">
        {Object.entries(vocabulary).map(([key, label]) => (
          <label key={key} className="option">
            <input type="checkbox" name={nameOf(key)} defaultChecked={fields.values[nameOf(key)] === "on"} />
            <span>{label[props.language]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
