import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData, useParams } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { CheckboxField } from "../../../interface/components/choice-field.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { money } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { HireApi } from "../routes.ts";
import { carryOutForHirer, type ShownHire } from "./hire-action.ts";
import { hireWords } from "./hire-words.ts";
import { Facts, History, Messages, momentOfHouse } from "./parts/hire-parts.tsx";
import { PriceTable } from "./parts/price-table.tsx";
import { TermsText } from "./parts/terms.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const hire = await read(client<HireApi>(visit)["hire-links"][":secret"].$get({ param: { secret: given.params.secret ?? "" } }));
  const did = new URL(given.request.url).searchParams.get("did");
  return { hire: hire as ShownHire, today: dayIn(visit.now, hire.space.timeZone), did };
}

export function action(given: ActionFunctionArgs) {
  return carryOutForHirer(given);
}

/** The page of whoever asked to hire: where it stands, the quote, the conditions, and what one can do now. */
export default function HireLink() {
  const { hire, today, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { secret } = useParams();
  const { language } = useShell();
  const text = hireWords[language];
  const part = { hire, today, language };
  const path = `/${language}/hires/${secret}`;
  return (
    <Page title={refused ? `${text.error}: ${hire.purpose}` : hire.purpose} area={{ kind: "public" }}>
      <div className="frame">
        <div className="page-head">
          <div>
            <p className="soft">
              {text.linkTitle} <a href={`/${language}/spaces/${hire.space.slug}`}>{hire.space.name}</a>
            </p>
            <h1>{hire.purpose}</h1>
          </div>
        </div>
        <div className="form-page">
          <div className="stack">
            {refused && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.act === "accept" && refused.problem.errors ? text.acceptMissing : refused.problem.title}</p>
              </Notice>
            )}
            {did && !refused && <Notice kind="good" role="status" title={text.done} />}
            <section className="room panel stack close" aria-labelledby="standing">
              <h2 id="standing">{text.states[hire.state]}</h2>
              <p>{text.about[hire.state]}</p>
              {hire.state === "quoted" && hire.quotedUntil && <p>{text.heldUntil({ moment: momentOfHouse(hire.quotedUntil, part) })}</p>}
              <Doings hire={hire} path={path} today={today} language={language} isTicked={refused?.written.terms !== undefined} />
            </section>
            {hire.lines.length > 0 && (
              <section className="stack">
                <h2>{text.price}</h2>
                <PriceTable lines={hire.lines} total={hire.total} language={language} />
                {hire.discountReason && <p>{text.discount({ percent: String(hire.discountPercent), reason: hire.discountReason })}</p>}
              </section>
            )}
            {hire.terms && (
              <section className="stack" id="terms">
                <h2>{text.terms}</h2>
                <TermsText terms={hire.terms} language={language} />
              </section>
            )}
            {hire.state !== "unproven" && (
              <Messages {...part} path={path} written={refused?.act === "message" ? refused.written.text?.[0] : undefined} />
            )}
          </div>
          <aside className="side">
            <section>
              <Facts {...part} />
            </section>
            <History {...part} />
          </aside>
        </div>
      </div>
    </Page>
  );
}

type DoingsProps = { hire: ShownHire; path: string; today: string; language: "nb" | "nn" | "en"; isTicked: boolean };

function Doings({ hire, path, today, language, isTicked }: DoingsProps) {
  const text = hireWords[language];
  const { abilities, cancellation, terms } = hire;
  return (
    <>
      {abilities.prove && (
        <form method="post" action={path}>
          <button type="submit" name="act" value="prove" className="button lit">
            {text.prove}
          </button>
        </form>
      )}
      {abilities.accept && terms && (
        <form method="post" action={path}>
          <CheckboxField name="terms" value={String(terms.version)} defaultChecked={isTicked} language={language}>
            {text.acceptTerms} (<a href="#terms">{text.terms}</a>)
          </CheckboxField>
          <button type="submit" name="act" value="accept" className="button lit">
            {text.accept({ sum: money(hire.total.sumOre, language) })}
          </button>
        </form>
      )}
      {abilities.withdraw && (
        <form method="post" action={path}>
          <button type="submit" name="act" value="withdraw" className="button">
            {hire.state === "quoted" ? text.refuse : text.withdraw}
          </button>
        </form>
      )}
      {abilities.cancel && cancellation && (
        <details className="part">
          <summary>{text.cancel}</summary>
          <form method="post" action={path} className="form">
            <p>
              {cancellation.feePercent === 0 || cancellation.feeOre === 0
                ? text.cancelFree({ moment: momentOfHouse(cancellation.freeUntil, { hire, today, language }) })
                : text.cancelFee({ percent: String(cancellation.feePercent), fee: money(cancellation.feeOre, language) })}
            </p>
            <TextField name="reason" label={text.reason} isOptional maxLength={500} language={language} />
            <button type="submit" name="act" value="cancel" className="button">
              {text.cancel}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
