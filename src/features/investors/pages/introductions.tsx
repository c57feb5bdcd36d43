import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { IntroductionApi } from "../introductions/routes.ts";
import { introductionWords } from "./introduction-words.ts";
import { IntroductionLines } from "./parts/introduction-lines.tsx";
import { raiseWords } from "./raise-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor");
  return await read(client<IntroductionApi>(visit).introductions.$get({ query: { limit: "50", ...(cursor && { cursor }) } }));
}

/** The introductions one has a part in: those one has to answer are said first. */
export default function Introductions() {
  const { items, nextCursor } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = introductionWords[language];
  const waiting = items.filter(({ abilities }) => abilities.answer.length > 0);
  const others = items.filter(({ abilities }) => abilities.answer.length === 0);
  return (
    <Page title={text.introductions} area={{ kind: "investor" }} current="introductions">
      <div className="frame section-s stack">
        <h1>{text.introductions}</h1>
        <p className="lead">{text.lead}</p>
        {items.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <IntroductionLines introductions={[...waiting, ...others]} none={text.none} language={language} />
        )}
        {nextCursor && (
          <p>
            <a className="button" href={`?cursor=${encodeURIComponent(nextCursor)}`}>
              {raiseWords[language].more}
            </a>
          </p>
        )}
      </div>
    </Page>
  );
}
