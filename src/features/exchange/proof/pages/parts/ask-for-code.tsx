import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { ErrorSummary } from "../../../../../interface/components/error-summary.tsx";
import { Icon } from "../../../../../interface/components/icon.tsx";
import { Notice } from "../../../../../interface/components/notice.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { problemsByField } from "../../../../accounts/parts.ts";
import { proofWords } from "../proof-words.ts";
import type { Written } from "../prove.tsx";

type Props = {
  written: Written | undefined;
  houses: readonly { slug: string; name: string; town: string }[];
  hasMore: boolean;
  chosen: string;
  to: string | undefined;
  language: Language;
};

/** First step: where one is a member, and the address the house has. */
export function AskForCode({ written, houses, hasMore, chosen, to, language }: Props) {
  const text = proofWords[language];
  const { errors, byField, general } = problemsByField(written?.problem, ["email"]);
  const missing = written?.isHouseMissing ? text.houseMissing : undefined;
  // a house beyond the list is chosen by its own page
  const isListed = chosen === "" || houses.some(({ slug }) => slug === chosen);
  const options = houses.map(({ slug, name, town }) => ({ value: slug, label: town === "" ? name : `${name}, ${town}` }));
  return (
    <div className="stack">
      <h1>{text.title}</h1>
      <ErrorSummary errors={[...(missing ? [{ field: "space", message: missing }] : []), ...errors]} language={language} />
      {general && <Notice kind="wrong" role="alert" title={general} />}
      <p className="lead">{text.lead}</p>
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="step" value="ask" />
        {to && <input type="hidden" name="to" value={to} />}
        <SelectField
          name="space"
          label={text.house}
          error={missing}
          options={isListed ? options : [{ value: chosen, label: chosen }, ...options]}
          hasEmpty
          defaultValue={written?.space ?? chosen}
          language={language}
        />
        {hasMore && (
          <p className="small">
            {text.moreHouses} <a href={`/${language}/spaces`}>{text.allHouses}</a>
          </p>
        )}
        <TextField
          name="email"
          type="email"
          label={text.email}
          hint={text.emailHint}
          error={byField.email}
          defaultValue={written?.email}
          autoComplete="email"
          language={language}
        />
        <div className="send">
          <button className="button lit" type="submit">
            {text.send} <Icon name="mail" />
          </button>
        </div>
      </form>
      <p className="small">
        {text.otherWay} <a href={`/${language}/sign-in${to ? `?${new URLSearchParams({ to })}` : ""}`}>{text.signIn}</a>
      </p>
    </div>
  );
}
