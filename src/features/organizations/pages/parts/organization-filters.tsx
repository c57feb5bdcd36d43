import { useShell } from "../../../../interface/page.tsx";
import { listWords } from "../../list-messages.ts";
import { names } from "../../messages.ts";
import { organizationKinds, visibilities } from "../../organization.ts";
import { sectorName } from "../../sectors.ts";
import type { OrganizationsRead } from "../read-organizations.ts";

type OrganizationFiltersProps = {
  read: OrganizationsRead;
  /** Only an operator sees what is not for everyone, and can tell them apart. */
  hasVisibility?: boolean;
};

/** A form sent by GET, so that every view has an address. Municipalities are offered once a county is chosen. */
export function OrganizationFilters({ read: { asked, choices }, hasVisibility = false }: OrganizationFiltersProps) {
  const { language } = useShell();
  const text = listWords[language];
  const { kinds, visibilities: seenBy } = names[language];
  const words = (items: OrganizationsRead["choices"]["sectors"]) =>
    items.map(({ key }) => ({ value: key, label: sectorName(key, language) })).toSorted((a, b) => a.label.localeCompare(b.label, "nb"));
  const places = (items: readonly { number: string; nameNo: string }[]) =>
    items.map(({ number, nameNo }) => ({ value: number, label: nameNo }));
  return (
    <search aria-label={text.filter}>
      <form className="filters" method="get">
        <div>
          <label htmlFor="q">{text.name}</label>
          <input id="q" type="search" name="q" defaultValue={asked.q} maxLength={100} />
        </div>
        <Choice
          name="kind"
          label={text.kind}
          all={text.allKinds}
          value={asked.kind}
          options={organizationKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
        <Choice name="sector" label={text.sector} all={text.allSectors} value={asked.sector} options={words(choices.sectors)} />
        <Choice
          name="focusArea"
          label={text.focusArea}
          all={text.allFocusAreas}
          value={asked.focusArea}
          options={words(choices.focusAreas)}
        />
        <Choice name="county" label={text.county} all={text.allCounties} value={asked.county} options={places(choices.counties)} />
        <Choice
          name="municipality"
          label={text.municipality}
          all={text.allMunicipalities}
          value={asked.municipality}
          options={places(choices.municipalities)}
        />
        <Choice
          name="borders"
          label={text.borders}
          all={text.bordersNow}
          value={asked.borders}
          options={choices.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        {hasVisibility && (
          <Choice
            name="visibility"
            label={text.visibility}
            all={text.allVisibilities}
            value={asked.visibility}
            options={visibilities.map((one) => ({ value: one, label: seenBy[one] }))}
          />
        )}
        <button type="submit" className="button">
          {text.show}
        </button>
      </form>
    </search>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  /** What no choice means. */
  all: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
};

/** A choice of one; where there is nothing to choose between, nothing. */
function Choice({ name, label, all, value, options }: ChoiceProps) {
  if (options.length === 0) return null;
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value ?? ""}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
