import { type Option, SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { LanguageTexts } from "./language-texts.tsx";
import { messages } from "./messages.ts";
import { PartForm, type PartProps } from "./part-form.tsx";
import { dutyPlaces, newDuties } from "./sections.ts";
import { timeZoneOptions } from "./time-zones.ts";

/** Name, address, place on the map, time zone, desks. */
export function FactsPart({ municipalities, ...props }: PartProps & { municipalities: readonly Option[] }) {
  const words = messages[props.language];
  return (
    <PartForm part="facts" props={props}>
      {({ field }) => (
        <>
          <TextField {...field("name")} label={words.name} maxLength={120} />
          <TextField {...field("address")} label={words.address} autoComplete="street-address" isOptional />
          <div className="pair">
            <TextField {...field("postcode")} label={words.postcode} inputMode="numeric" width="xs" isOptional />
            <TextField {...field("town")} label={words.town} hint={words.townHint} isOptional />
          </div>
          <SelectField {...field("municipalityNumber")} label={words.municipality} options={municipalities} />
          <div className="pair">
            <TextField {...field("latitude")} label={words.latitude} hint={words.coordinatesHint} inputMode="decimal" />
            <TextField {...field("longitude")} label={words.longitude} inputMode="decimal" />
          </div>
          <div className="pair">
            <SelectField {...field("timeZone")} label={words.timeZone} options={timeZoneOptions(props.current.timeZone)} />
            <TextField {...field("desks")} label={words.desks} inputMode="numeric" width="xs" />
          </div>
        </>
      )}
    </PartForm>
  );
}

/** What the world reads, and what a guest reads before taking a seat. */
export function TextsPart(props: PartProps) {
  const { language } = props;
  const words = messages[language];
  return (
    <PartForm part="texts" props={props}>
      {(fields) => (
        <>
          <LanguageTexts
            name="descriptions"
            label={words.description}
            hint={words.descriptionHint}
            rows={4}
            fields={fields}
            language={language}
          />
          <LanguageTexts name="guestWelcome" label={words.welcome} hint={words.welcomeHint} rows={3} fields={fields} language={language} />
        </>
      )}
    </PartForm>
  );
}

/** How one gets in: for guests on their day. */
export function ArrivalPart(props: PartProps) {
  const { language } = props;
  const words = messages[language];
  return (
    <PartForm part="arrival" props={props}>
      {(fields) => (
        <LanguageTexts name="arrival" label={words.arrival.title} hint={words.arrivalHint} rows={4} fields={fields} language={language} />
      )}
    </PartForm>
  );
}

/** The checklist for receiving a guest: the lines there are, and two empty ones. */
export function DutiesPart(props: PartProps) {
  const { language } = props;
  const words = messages[language];
  return (
    <PartForm part="duties" props={props}>
      {(fields) => {
        const places = dutyPlaces(fields.values);
        const next = (places.at(-1) ?? -1) + 1;
        const all = props.outcome ? places : [...places, ...Array.from({ length: newDuties }, (_, more) => next + more)];
        return (
          <>
            <p className="hint">{words.dutiesHint}</p>
            {all.map((place, number) => (
              <div key={place}>
                <input type="hidden" name={`duty-${place}.id`} value={fields.values[`duty-${place}.id`] ?? ""} />
                <LanguageTexts name={`duty-${place}`} label={words.duty(number + 1)} fields={fields} language={language} />
              </div>
            ))}
          </>
        );
      }}
    </PartForm>
  );
}
