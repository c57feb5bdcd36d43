import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { errorSummaryId } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { HireApi } from "../routes.ts";
import { carryOutOffer } from "./offer-action.ts";
import { offerWords } from "./offer-words.ts";
import { offerErrors, offerLabels } from "./parts/offer-errors.ts";
import { ExtrasPart, RoomsPart, TermsPart } from "./parts/offer-parts.tsx";
import { Refusal } from "./parts/refusal.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const offer = await read(client<HireApi>(visit).spaces[":id"]["hire-offer"].$get({ param: { id: given.params.space ?? "" } }));
  if (!offer.abilities.manage) throw new Response(null, { status: 404 });
  return { offer, did: new URL(given.request.url).searchParams.get("did") };
}

export function action(given: ActionFunctionArgs) {
  return carryOutOffer(given);
}

/** What a house hires out to others than its members: rooms, extras, conditions. */
export default function Offer() {
  const { offer, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = offerWords[language];
  const said = (text.done as Record<string, string | undefined>)[did ?? ""];
  const { space } = offer;
  const base = `/${language}/spaces/${space.slug}`;
  const part = { offer, refused, path: `${base}/hires/offer#${errorSummaryId}`, language };
  return (
    <Page title={refused ? `${text.error}: ${text.title}` : text.title} area={{ kind: "manager", space }} current="calendar">
      <div className="frame">
        <Crumbs trail={[{ label: text.hires, href: `${base}/hires` }, { label: text.title }]} language={language} />
        <div className="page-head">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.lead}</p>
          </div>
          {offer.abilities.ask && (
            <p className="chips">
              <a className="chip" href={`${base}/request`}>
                {text.openPage}
              </a>
            </p>
          )}
        </div>
        <div className="stack page-end">
          <Refusal
            problem={refused?.problem}
            errors={refused ? offerErrors(refused, language) : []}
            labels={offerLabels(language)}
            title={text.couldNot}
            language={language}
          />
          {said && !refused && <Notice kind="good" role="status" title={said} />}
          {offer.isVatRegistered !== true && <Notice kind="note" title={offer.isVatRegistered === null ? text.vatUnknown : text.vatNone} />}
          <TermsPart {...part} />
          <RoomsPart {...part} />
          <ExtrasPart {...part} />
        </div>
      </div>
    </Page>
  );
}
