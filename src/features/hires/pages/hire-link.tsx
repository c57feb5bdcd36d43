import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData, useParams } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { CheckboxField } from "../../../interface/components/choice-field.tsx";
import { errorSummaryId } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { money } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { HireApi } from "../routes.ts";
import { carryOutForHirer, type Refused, type ShownHire } from "./hire-action.ts";
import { hireWords } from "./hire-words.ts";
import { actErrors, actLabels } from "./parts/act-errors.ts";
import { Facts, History, Messages, momentOfHouse } from "./parts/hire-parts.tsx";
import { No } from "./parts/no.tsx";
import { PriceTable } from "./parts/price-table.tsx";
import { Refusal } from "./parts/refusal.tsx";
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
  const said = (text.done as Record<string, string | undefined>)[did ?? ""];
  const part = { hire, today, language };
  const path = `/${language}/hires/${secret}`;
  return (
    <Page title={refused ? `${text.error}: ${hire.purpose}` : hire.purpose} area={{ kind: "public" }}>
      <div className="frame">
        <div className="page-head">
          <div className="stack close">
            <p className="soft">
              {text.linkTitle} <a href={`/${language}/spaces/${hire.space.slug}`}>{hire.space.name}</a>
            </p>
            <h1>{hire.purpose}</h1>
          </div>
        </div>
        <div className="form-page">
          <div className="stack">
            <Refusal
              problem={refused?.problem}
              errors={actErrors(refused, language)}
              labels={actLabels(language)}
              title={text.couldNot}
              language={language}
            />
            {said && !refused && <Notice kind="good" role="status" title={said} />}
            <section className="room panel stack close" aria-labelledby="standing">
              <h2 id="standing">{hire.state === "quoted" ? text.haveQuote : text.states[hire.state]}</h2>
              <p>{text.about[hire.state]}</p>
              {hire.state === "quoted" && hire.quotedUntil && <p>{text.heldUntil({ moment: momentOfHouse(hire.quotedUntil, part) })}</p>}
              <Doings {...part} path={path} refused={refused} />
            </section>
            <Facts {...part} />
            {hire.lines.length > 0 && (
              <section className="stack">
                <h2>{text.price}</h2>
                <PriceTable lines={hire.lines} total={hire.total} language={language} />
                {hire.discountReason && <p>{text.discount({ percent: String(hire.discountPercent), reason: hire.discountReason })}</p>}
              </section>
            )}
            {hire.terms && (
              <section className="stack" id="conditions">
                <h2>{text.terms}</h2>
                <TermsText terms={hire.terms} language={language} />
              </section>
            )}
            {hire.state !== "unproven" && <Messages {...part} path={path} refused={refused} />}
          </div>
          <aside className="side">
            <History {...part} />
          </aside>
        </div>
      </div>
    </Page>
  );
}

type DoingsProps = { hire: ShownHire; path: string; today: string; language: Language; refused: Refused | undefined };

function Doings({ hire, path, today, language, refused }: DoingsProps) {
  const text = hireWords[language];
  const { abilities, cancellation, terms } = hire;
  const isUnticked = refused?.act === "accept" && refused.problem.errors !== undefined;
  const no = { refused, path, language, isReasonOptional: true };
  return (
    <>
      {abilities.prove && (
        <form method="post" action={`${path}#${errorSummaryId}`} noValidate>
          <div className="buttons">
            <button type="submit" name="act" value="prove" className="button lit">
              {text.prove}
            </button>
          </div>
        </form>
      )}
      {abilities.accept && terms && (
        <form method="post" action={`${path}#${errorSummaryId}`} noValidate>
          <CheckboxField
            name="terms"
            value={String(terms.version)}
            defaultChecked={refused?.written.terms !== undefined}
            {...(isUnticked && { error: text.acceptMissing })}
            language={language}
          >
            {text.acceptTerms} (<a href="#conditions">{text.terms}</a>)
          </CheckboxField>
          <div className="buttons">
            <button type="submit" name="act" value="accept" className="button lit">
              {text.accept({ sum: money(hire.total.sumOre, language) })}
            </button>
          </div>
        </form>
      )}
      {abilities.withdraw && hire.state === "quoted" && (
        <No act="withdraw" title={text.refuse} label={text.refuse} about={text.refuseAbout} {...no} />
      )}
      {abilities.withdraw && hire.state !== "quoted" && (
        <No act="withdraw" title={text.withdraw} label={text.withdraw} about={text.withdrawAbout} {...no} />
      )}
      {abilities.cancel && cancellation && (
        <No
          act="cancel"
          title={text.cancel}
          label={text.cancel}
          about={
            cancellation.feePercent === 0 || cancellation.feeOre === 0
              ? text.cancelFree({ moment: momentOfHouse(cancellation.freeUntil, { hire, today, language }) })
              : text.cancelFee({ percent: String(cancellation.feePercent), fee: money(cancellation.feeOre, language) })
          }
          {...no}
        />
      )}
    </>
  );
}
