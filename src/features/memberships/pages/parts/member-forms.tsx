import type { ReactNode } from "react";
import { CheckboxField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { memberMessages } from "../../member-messages.ts";
import { payers } from "../../membership.ts";
import type { MemberData } from "./members-work.ts";
import { errorsOf, type RefusedForm } from "./refused-form.ts";

type Given = { refused: RefusedForm | undefined; language: Language };

/** Two ways in: a person by address, an organization by slug. */
export function AddMember({ today, refused, language }: Given & { today: string }) {
  const text = memberMessages[language];
  const form = (doing: string, heading: string, who: (given: Given) => ReactNode) => {
    const mine = refused?.form === doing ? refused : undefined;
    return (
      <form className="form" method="post" aria-labelledby={`${doing}-heading`} noValidate>
        <h3 id={`${doing}-heading`}>{heading}</h3>
        <input type="hidden" name="doing" value={doing} />
        {who({ refused: mine, language })}
        <TextField
          id={`${doing}-from`}
          name="from"
          type="date"
          label={text.firstDay}
          defaultValue={mine?.values.from ?? today}
          {...errorsOf(mine)("from")}
          language={language}
        />
        <Details id={doing} values={mine?.values ?? {}} isPerson={doing === "addPerson"} language={language} />
        <div className="buttons">
          <button type="submit" className="button">
            {text.addButton}
          </button>
        </div>
      </form>
    );
  };
  return (
    <details open={refused?.form.startsWith("add")}>
      <summary className="button small">{text.add}</summary>
      <div className="columns section-s">
        {form("addPerson", text.addPerson, PersonFields)}
        {form("addOrganization", text.addOrganization, OrganizationFields)}
      </div>
    </details>
  );
}

function PersonFields({ refused, language }: Given) {
  const text = memberMessages[language];
  const errorOf = errorsOf(refused);
  return (
    <>
      <TextField
        id="addPerson-email"
        name="email"
        type="email"
        label={text.email}
        defaultValue={refused?.values.email}
        {...errorOf("email")}
        language={language}
      />
      <TextField
        id="addPerson-name"
        name="name"
        label={text.name}
        hint={text.addHint}
        defaultValue={refused?.values.name}
        {...errorOf("name")}
        language={language}
      />
    </>
  );
}

function OrganizationFields({ refused, language }: Given) {
  const text = memberMessages[language];
  return (
    <TextField
      id="addOrganization-organization"
      name="organization"
      label={text.organization}
      hint={text.organizationHint}
      defaultValue={refused?.values.organization}
      {...errorsOf(refused)("organization")}
      language={language}
    />
  );
}

/** Change or end one membership, beneath its row. */
export function ChangeMember({ member, refused, language }: Given & { member: MemberData }) {
  const text = memberMessages[language];
  const { id, name, version, plan, tier, payer, note, exchangeOptOut } = member;
  const mine = refused?.form === id ? refused : undefined;
  const values = { plan: plan ?? "", tier: tier ?? "", payer, note: note ?? "", ...(exchangeOptOut && { exchangeOptOut: "on" }) };
  const hidden = (doing: string) => (
    <>
      <input type="hidden" name="doing" value={doing} />
      <input type="hidden" name="membership" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="columns">
      <form className="form" method="post" aria-label={text.change(name)} noValidate>
        {hidden("change")}
        <Details
          id={id}
          values={mine?.values.doing === "change" ? mine.values : values}
          isPerson={member.kind === "person"}
          language={language}
        />
        <div className="buttons">
          <button type="submit" className="button small">
            {text.save}
          </button>
        </div>
      </form>
      <form className="form" method="post" aria-label={`${text.end}: ${name}`} noValidate>
        {hidden("end")}
        <TextField
          id={`${id}-lastDay`}
          name="lastDay"
          type="date"
          label={text.lastDay}
          hint={text.endWarning}
          defaultValue={mine?.values.lastDay}
          {...errorsOf(mine)("lastDay")}
          language={language}
        />
        <TextField
          id={`${id}-reason`}
          name="reason"
          label={text.reason}
          defaultValue={mine?.values.reason}
          maxLength={1000}
          {...errorsOf(mine)("reason")}
          language={language}
        />
        <div className="buttons">
          <button type="submit" className="button small">
            {text.end}
          </button>
        </div>
      </form>
    </div>
  );
}

type DetailsProps = { id: string; values: Readonly<Record<string, string | undefined>>; isPerson: boolean; language: Language };

/** A person has a plan, an organization a tier; the rest is the same. */
function Details({ id, values, isPerson, language }: DetailsProps) {
  const text = memberMessages[language];
  const kind = isPerson ? "plan" : "tier";
  const known = isPerson ? text.plans : text.tiers;
  const value = values[kind] ?? "";
  const options = [...new Set(["", ...Object.keys(known), value])].map((one) => ({
    value: one,
    label: one === "" ? "–" : (known[one] ?? one),
  }));
  return (
    <>
      <SelectField
        id={`${id}-${kind}`}
        name={kind}
        label={text[kind]}
        options={options}
        defaultValue={value}
        isOptional
        language={language}
      />
      <SelectField
        id={`${id}-payer`}
        name="payer"
        label={text.payer}
        options={payers.map((payer) => ({ value: payer, label: text.payers[payer] }))}
        defaultValue={values.payer ?? "member"}
        language={language}
      />
      {isPerson && (
        <CheckboxField
          id={`${id}-exchangeOptOut`}
          name="exchangeOptOut"
          defaultChecked={values.exchangeOptOut === "on"}
          language={language}
        >
          {text.optedOut}
        </CheckboxField>
      )}
      <TextareaField
        id={`${id}-note`}
        name="note"
        label={text.note}
        rows={2}
        defaultValue={values.note}
        maxLength={2000}
        isOptional
        language={language}
      />
    </>
  );
}
