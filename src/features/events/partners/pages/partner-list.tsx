import { Logo, type ShownLogo } from "../../../../interface/components/logo.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { PartnerLevel } from "../partner.ts";
import { partnerWords } from "./partner-words.ts";

export type ShownPartner = {
  id: string;
  name: string;
  organization: { slug: string } | null;
  website: string | null;
  level: PartnerLevel;
  logo: ShownLogo | null;
  endedAt: string | null;
};

type ListProps = {
  partners: readonly ShownPartner[];
  /** Where those who run it write of them. */
  edit?: string | undefined;
  language: Language;
};

/** Who stands behind it, the largest first, with their logos. */
export function PartnerList({ partners, edit, language }: ListProps) {
  const text = partnerWords[language];
  const shown = partners.filter(({ endedAt }) => endedAt === null);
  if (shown.length === 0 && edit === undefined) return null;
  return (
    <section className="stack" aria-labelledby="partners">
      <h2 id="partners">{text.partners}</h2>
      {shown.length > 0 && (
        <ul className="partner-list">
          {shown.map((partner) => (
            <li key={partner.id} className={partner.level}>
              {partner.logo && <Logo logo={partner.logo} name="" />}
              <p>
                <span className="small soft">{text.levels[partner.level]}</span>
                <br />
                <Name partner={partner} language={language} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {edit !== undefined && (
        <p>
          <a href={edit}>{text.edit}</a>
        </p>
      )}
    </section>
  );
}

function Name({ partner: { name, organization, website }, language }: { partner: ShownPartner; language: Language }) {
  if (website !== null) return <a href={website}>{name}</a>;
  return organization ? <a href={`/${language}/organizations/${organization.slug}`}>{name}</a> : <b>{name}</b>;
}
