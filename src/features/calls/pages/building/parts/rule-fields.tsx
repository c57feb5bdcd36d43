import { CheckboxField } from "../../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import { organizationNames } from "../../../../organizations/parts.ts";
import { boxIn, type Form, fieldIn } from "../fields.ts";
import { questionWords } from "../question-words.ts";
import { Checks } from "./checks.tsx";

export type RuleOptions = { counties: { number: string; name: string }[]; networks: { id: string; name: string }[] };

/** Who may apply: what is left empty is no rule. */
export function RuleFields({ form, counties, networks }: RuleOptions & { form: Form }) {
  const text = questionWords[form.language];
  const forms = Object.entries(organizationNames[form.language].legalForms);
  return (
    <>
      <p className="soft">{text.rulesAbout}</p>
      <CheckboxField {...boxIn(form, "rules.organization_number")}>{text.rules.organization_number}</CheckboxField>
      <TextField
        {...fieldIn(form, "rules.age_at_most")}
        label={text.rules.age_at_most}
        hint={text.ageHint}
        inputMode="numeric"
        width="xs"
        isOptional
      />
      <Checks
        form={form}
        name="rules.member_of"
        label={text.rules.member_of}
        hint={text.memberHint}
        options={networks.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <details className="part" open={["municipality", "county", "legal_form"].some((kind) => isUsed(form, `rules.${kind}`))}>
        <summary>{text.moreRules}</summary>
        <TextField {...fieldIn(form, "rules.municipality")} label={text.rules.municipality} hint={text.municipalityHint} isOptional />
        <Checks
          form={form}
          name="rules.county"
          label={text.rules.county}
          options={counties.map(({ number, name }) => ({ value: number, label: name }))}
        />
        <Checks
          form={form}
          name="rules.legal_form"
          label={text.rules.legal_form}
          options={forms.map(([code, name]) => ({ value: code, label: `${name} (${code})` }))}
        />
      </details>
    </>
  );
}

function isUsed(form: Form, name: string): boolean {
  return fieldIn(form, name).defaultValue !== "" || fieldIn(form, name).error !== undefined;
}
