import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Door } from "../../../interface/components/door.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { SubmissionApi } from "../submissions/routes.ts";
import { callWords } from "./call-words.ts";
import { momentInWords } from "./moments.ts";
import { Said } from "./parts/said.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor") ?? undefined;
  const list = await read(client<SubmissionApi>(visit).me.submissions.$get({ query: { limit: "50", cursor } }));
  return { ...list, now: visit.now.toString() };
}

/** What one has applied for, with what came of it. */
export default function MySubmissions() {
  const { items, nextCursor, now } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = callWords[language];
  return (
    <Page title={text.mine} area={{ kind: "member" }} current="days">
      <div className="phone-page">
        <div className="phone-body">
          <h1>{text.mine}</h1>
          <p className="lead">{text.mineLead}</p>
          {items.length === 0 && (
            <StatePane state="empty" title={text.mineNone}>
              <p>{text.mineNoneAbout}</p>
            </StatePane>
          )}
          {items.length > 0 && (
            <ul className="lines">
              {items.map(({ id, title, call, state, decision, isLate }) => (
                <li key={id} className="with-icon">
                  <Door state={isShut(state, call.windowState) ? "shut" : state === "draft" ? "ajar" : "open"} />
                  <div>
                    <a href={`/${language}/me/submissions/${id}`}>{title || text.untitled}</a>
                    <p className="small">
                      <Said texts={call.title} language={language} />
                    </p>
                    <p className="small soft">
                      {[decision ? text.outcomes[decision.outcome] : text.states[state], isLate && text.late].filter(Boolean).join(" · ")}
                    </p>
                    {state === "draft" && call.windowState !== "not_yet" && <p className="small">{deadlineOf(call)}</p>}
                  </div>
                </li>
              ))}
            </ul>
          )}
          <ShowMore cursor={nextCursor} language={language} />
          <p>
            <a className={items.length === 0 ? "button lit" : "button"} href={`/${language}/calls`}>
              {text.toCalls}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );

  // a draft is nothing they have: whether it still can be delivered is what one must know
  function deadlineOf({ windowState, closesAt, timeZone }: (typeof items)[number]["call"]): string {
    const told = { moment: momentInWords(closesAt, { timeZone, now, language }) };
    if (windowState === "open") return text.deadline(told);
    return windowState === "grace" ? text.inGrace : text.tooLate(told);
  }
}

function isShut(state: string, windowState: string): boolean {
  return state === "withdrawn" || (state === "draft" && windowState === "over");
}
