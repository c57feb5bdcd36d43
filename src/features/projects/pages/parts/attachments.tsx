import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { FileField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { ShownPack } from "../../packs/present.ts";
import { accountWords } from "../account-words.ts";
import { packWords } from "../pack-words.ts";

const kinds = ["auditor_statement", "attachment"] as const;

/** What goes with the report: what the auditor wrote, other files, and the receipts there are. */
export function Attachments({ pack, path, language }: { pack: ShownPack; path: string; language: Language }) {
  const text = packWords[language];
  const kindOf = (kind: string) => text.attachKinds[kind as keyof typeof text.attachKinds] ?? kind;
  return (
    <section aria-labelledby="attachments" className="stack">
      <h2 id="attachments">{text.attachments}</h2>
      {pack.attachments.length === 0 && <p>{text.noAttachments}</p>}
      <ul className="plain-list">
        {pack.attachments.map(({ id, kind, name }) => (
          <li key={id}>
            <a href={`/api/v1/projects/${pack.project.id}/files/${id}`}>{name}</a> <span className="small soft">{kindOf(kind)}</span>
          </li>
        ))}
      </ul>
      {pack.abilities.edit && (
        <form method="post" action={path} encType="multipart/form-data" className="form">
          <input type="hidden" name="project" value={pack.project.id} />
          <input type="hidden" name="funding" value={pack.funding.id} />
          <SelectField
            name="kind"
            label={text.attachKind}
            options={kinds.map((kind) => ({ value: kind, label: kindOf(kind) }))}
            language={language}
          />
          <FileField name="file" label={text.file} hint={accountWords[language].receiptHint} language={language} />
          <button className="button" type="submit" name="act" value="attach">
            {text.attach}
          </button>
        </form>
      )}
    </section>
  );
}
