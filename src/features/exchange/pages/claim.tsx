import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { CheckboxField } from "../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../interface/components/default-button.tsx";
import { Dock } from "../../../interface/components/dock.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { MonthDays } from "../../../interface/components/month-days.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { SeatsWithWords } from "../../../interface/components/seats.tsx";
import { TextareaField } from "../../../interface/components/text-field.tsx";
import { capital, inWords, inWordsFirst, longDay, money, month, placeName } from "../../../interface/format.ts";
import { words } from "../../../interface/messages.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { isDay, monthOf } from "../../../platform/time/day.ts";
import { ForWhom, loadWhom, managedHomes } from "../../memberships/parts.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import { quotaSentenceOf } from "../quota-sentences.ts";
import type { ExchangeApi } from "../routes.ts";
import { passWords } from "./words/pass-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const asked = new URL(given.request.url).searchParams;
  const day = asked.get("day") ?? "";
  if (!isDay(day)) throw redirect(`/${visit.language}/spaces/${encodeURIComponent(id)}`);
  const exchange = client<ExchangeApi>(visit);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } }));
  const whom = await loadWhom(visit, await managedHomes(visit, space.slug), asked, day);
  const [days, quotas] = await Promise.all([
    read(exchange.spaces[":id"]["guest-days"].$get({ param: { id }, query: { from: day, days: "1" } })),
    whom?.chosen
      ? read(exchange.people[":id"].quotas.$get({ param: { id: whom.chosen.id }, query: { month: day } }))
      : read(exchange.me.quotas.$get({ query: { month: day } })),
  ]);
  const message = asked.get("message") ?? "";
  return { space, day, whom, message, seats: days.items[0], askFirst: days.askFirst, quota: quotas.items[0] };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const form = await given.request.formData();
  const day = String(form.get("day"));
  const message = String(form.get("message") ?? "").trim();
  const personId = String(form.get("for") ?? "") || undefined;
  const rulesVersion = Number(form.get("rulesVersion")) || undefined;
  const isMissingConsent = rulesVersion !== undefined && form.get("consent") === null;
  if (isMissingConsent) return { isMissingConsent, message, problem: undefined };
  if (rulesVersion)
    await attempt(
      client<SpaceApi>(visit).spaces[":id"]["house-rules"][":version"].consent.$put({ param: { id, version: String(rulesVersion) } }),
    );
  const { done, problem } = await attempt(
    client<ExchangeApi>(visit).spaces[":id"]["day-passes"].$post({
      param: { id },
      json: { day, personId, message: message || undefined, rulesVersion, beyondQuota: form.get("beyondQuota") !== null },
    }),
  );
  if (done) throw redirect(`/${visit.language}/me/passes/${done.id}?new`, 303);
  return { isMissingConsent, message, problem };
}

/**
 * One screen between the day and the pass: what it costs of one's days, a word to the host, the house rules. Whoever manages another house
 * takes it for one of its members too; that member says yes to the rules themselves, on their pass.
 */
export default function Claim() {
  const { space, day, whom, message, seats, askFirst, quota } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = passWords[language];
  const name = whom?.chosen?.name;
  const here = `/${language}/spaces/${space.slug}/claim`;
  const isFull = seats?.guestSeatsLeft === 0;
  const isOverQuota = quota !== undefined && quota.daysAllowed !== null && quota.daysUsed >= quota.daysAllowed;
  const price = isOverQuota ? quota.priceAfterQuotaOre : null;
  const title = `${longDay(day, language)}, ${space.name}`;
  const isStopped = outcome?.isMissingConsent === true || outcome?.problem !== undefined;
  const [before, rules, after] = text.followRules(String(space.houseRules?.version ?? 1));
  const missing = outcome?.isMissingConsent ? text.followRulesMissing : undefined;
  const used = (quota?.days ?? [])
    .filter((each) => each.day !== day)
    .map((each) => ({ date: each.day, place: each.town ?? each.spaceName }));
  return (
    <Page title={isStopped ? `${words[language].error}: ${title}` : title} area={{ kind: "member" }} isBare>
      <div className="phone-page">
        <div className="phone-bar">
          <a href={`/${language}/spaces/${space.slug}?day=${day}`}>
            <Icon name="arrow-left" /> {space.name}
          </a>
          <span className="end">{text.step}</span>
        </div>
        <form
          method="post"
          noValidate
          action={whom?.chosen ? `${here}?${new URLSearchParams({ day, for: whom.chosen.id, home: whom.home.slug })}` : undefined}
        >
          {whom?.list === null && <DefaultButton />}
          <div className="phone-body">
            {missing && <ErrorSummary errors={[{ field: "consent", message: missing }]} language={language} />}
            {outcome?.problem && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{outcome.problem.title}</p>
              </Notice>
            )}
            <div>
              <h1>{capital(longDay(day, language))}</h1>
              <p className="soft">{space.municipality.name ? placeName(space.municipality.name) : space.town}</p>
            </div>
            <div className="lit-room padded">
              {isFull ? (
                <b>{text.fullNone}</b>
              ) : (
                <SeatsWithWords free={seats?.guestSeatsLeft ?? 0} seats={seats?.guestSeats ?? 0} size="large" language={language} />
              )}
              <p>{isFull ? fullWords(seats.waiting) : askFirst ? text.hostAnswers(inWords(24, language), name) : text.yoursAtOnce(name)}</p>
            </div>
            {whom && <ForWhom whom={whom} action={`${here}#for-whom`} language={language} />}
            {quota?.daysAllowed != null && (
              <div>
                <MonthDays
                  quota={quota.daysAllowed}
                  used={used}
                  thisDay={isOverQuota ? undefined : day}
                  monthOf={monthOf(day)}
                  of={name}
                  language={language}
                />
                <p className="small soft">{text.quotaNote(quota.homeName)}</p>
              </div>
            )}
            {isOverQuota && (
              <Notice kind="care" title={overQuota(quota)}>
                {price !== null && <p>{text.priceAfter(money(price, language))}</p>}
              </Notice>
            )}
            <TextareaField
              name="message"
              label={text.message}
              hint={text.messageHint}
              isOptional
              maxLength={500}
              defaultValue={outcome?.message ?? message}
              language={language}
            />
            <input type="hidden" name="day" value={day} />
            {space.houseRules && !name && <input type="hidden" name="rulesVersion" value={space.houseRules.version} />}
            {price !== null && <input type="hidden" name="beyondQuota" value="yes" />}
          </div>
          {!whom?.list && (
            <Dock label={text.nextStep}>
              {space.houseRules && !name && (
                <CheckboxField name="consent" error={missing} defaultChecked={outcome !== undefined && !missing} language={language}>
                  {before}
                  <a href={`/${language}/spaces/${space.slug}#rules`} target="_blank" rel="noopener">
                    {rules}
                  </a>
                  {after}
                </CheckboxField>
              )}
              <button className="button lit full" type="submit">
                {price !== null ? text.askForPrice(money(price, language), name) : isFull ? text.standOnList(name) : text.takeSeat(name)}{" "}
                <Icon name="arrow-right" />
              </button>
            </Dock>
          )}
        </form>
      </div>
    </Page>
  );

  function fullWords(waiting: number): string {
    return waiting === 0 ? text.joinListAlone(name) : text.joinListAbout(inWordsFirst(waiting, language), name);
  }

  function overQuota({ daysUsed: used, daysAllowed }: { daysUsed: number; daysAllowed: number | null }): string {
    const allowed = daysAllowed ?? 0;
    if (name) return quotaSentenceOf[language](name, { dimension: "person", used, allowed, month: monthOf(day) });
    return text.overQuota({ used: inWords(used, language), allowed: inWords(allowed, language), month: month(day, language) });
  }
}
