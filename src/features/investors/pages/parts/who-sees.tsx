import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { type GivenTier, givenTiers, reaches, type Tier } from "../../raises/tier.ts";
import { raiseWords } from "../raise-words.ts";
import { recordWords } from "../record-words.ts";
import type { ShownIntroduction, ShownInvestorOfRaise, ShownRecord } from "./of-api.ts";
import { Reasons, Sees } from "./told.tsx";

type WhoSeesProps = {
  record: ShownRecord;
  investors: readonly ShownInvestorOfRaise[];
  introductions: readonly ShownIntroduction[];
  path: string;
  language: Language;
};
type Consent = ShownRecord["consents"][number];

/** Who sees how much, the best match first: what each sees now, why, and what can be given and taken back. */
export function WhoSees({ record, investors, introductions, path, language }: WhoSeesProps) {
  const text = recordWords[language];
  const standing = record.consents.filter(({ withdrawnAt }) => withdrawnAt === null);
  const toAll = standing.filter(({ investor }) => investor === null);
  const isOpen = record.state !== "ended";
  const underWay = new Set(
    introductions.filter(({ state }) => state === "asked" || state === "introduced").map(({ investor }) => investor.profileId),
  );
  return (
    <section className="stack" aria-labelledby="who-sees">
      <h2 id="who-sees">{text.whoSees}</h2>
      <p>
        <a className="button" href={`${path}?as=network#preview`}>
          {text.seeAsStaff}
        </a>
      </p>
      <div className="room padded">
        <h3>{text.everyInvestor}</h3>
        <p>
          <Sees tier={furthest(toAll)} language={language} />
        </p>
        <TakeBack consents={toAll} whom={text.everyInvestor} language={language} />
        {isOpen && <Give given={toAll} profile={undefined} label={text.letAll} whom={text.everyInvestor} language={language} />}
      </div>
      {investors.length === 0 && <Notice kind="note" title={text.noInvestors} />}
      <ul className="raise-cards">
        {investors.map(({ investor, match, tier }) => {
          const own = standing.filter((consent) => consent.investor?.profileId === investor.id);
          const { name } = investor.organization;
          return (
            <li key={investor.id} className="room padded" id={`investor-${investor.id}`}>
              <h3>{name}</h3>
              <p>
                <Sees tier={record.state === "draft" ? null : tier} language={language} />
              </p>
              {investor.looksFor && (
                <p className="small">
                  <b>{text.looksFor}:</b> {investor.looksFor}
                </p>
              )}
              {investor.avoids && (
                <p className="small">
                  <b>{text.avoids}:</b> {investor.avoids}
                </p>
              )}
              <Reasons match={match} language={language} />
              <TakeBack consents={own} whom={name} language={language} />
              {isOpen && <Give given={own} profile={investor.id} label={text.letOne} whom={name} seen={tier} language={language} />}
              <div className="buttons">
                <a className="button" href={`${path}?as=${investor.id}#preview`}>
                  {text.preview}
                  <span className="hidden">: {name}</span>
                </a>
                {record.state === "shared" && !underWay.has(investor.id) && (
                  <form method="post">
                    <input type="hidden" name="profile" value={investor.id} />
                    <input type="hidden" name="anchor" value="introductions" />
                    <button className="button" type="submit" name="act" value="ask">
                      {text.askIntroduction}
                      <span className="hidden">: {name}</span>
                    </button>
                  </form>
                )}
              </div>
              {underWay.has(investor.id) && <p className="small soft">{text.asked}</p>}
            </li>
          );
        })}
      </ul>
      <p className="small soft">{text.askAbout}</p>
    </section>
  );
}

function TakeBack({ consents, whom, language }: { consents: readonly Consent[]; whom: string; language: Language }) {
  const text = recordWords[language];
  return consents.map(({ id, tier }) => (
    <form key={id} method="post">
      <input type="hidden" name="consent" value={id} />
      <input type="hidden" name="anchor" value="who-sees" />
      <button
        className="button quiet"
        type="submit"
        name="act"
        value="take-back"
        aria-label={text.takeBackFrom({ tier: raiseWords[language].tiers[tier], whom })}
      >
        {text.takeBack}: {raiseWords[language].tiers[tier]}
      </button>
    </form>
  ));
}

type GiveProps = {
  given: readonly Consent[];
  profile: string | undefined;
  label: string;
  whom: string;
  seen?: Tier | null;
  language: Language;
};

function Give({ given, profile, label, whom, seen = null, language }: GiveProps) {
  const left: GivenTier[] = givenTiers.filter((tier) => !given.some((one) => one.tier === tier) && !reaches(seen ?? furthest(given), tier));
  if (left.length === 0) return null;
  return (
    <form method="post" className="buttons" aria-label={`${label}: ${whom}`}>
      {profile && <input type="hidden" name="profile" value={profile} />}
      <input type="hidden" name="act" value="tell" />
      <input type="hidden" name="anchor" value="who-sees" />
      {left.map((tier) => (
        <button key={tier} className="button" type="submit" name="tier" value={tier}>
          {label}: {raiseWords[language].tiers[tier].toLocaleLowerCase("nb")}
          <span className="hidden">, {whom}</span>
        </button>
      ))}
    </form>
  );
}

function furthest(consents: readonly Consent[]): Tier | null {
  const found = consents.map(({ tier }) => tier);
  return found.includes("contact") ? "contact" : found.includes("names") ? "names" : found.includes("summary") ? "summary" : null;
}
