import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { QrCode, qrMatrix } from "../../../interface/components/qr-code.tsx";
import { number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { softHyphens } from "../../../interface/soft-hyphens.ts";
import { visitOf } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { VotingApi } from "../voting/routes.ts";
import { saidIn } from "./parts/said.tsx";
import { voteWords } from "./vote-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const ballot = await read(client<VotingApi>(visit).calls[":id"].ballot.$get({ param: { id: given.params.call ?? "" }, query: {} }));
  const address = `${visit.origin}/${visit.language}/calls/${ballot.call.slug}/vote`;
  return { ballot, address, matrix: ballot.state === "open" ? qrMatrix(address) : [] };
}

type Ballot = Awaited<ReturnType<typeof loader>>["ballot"];

/** For the whole hall: how to vote while it is open, what the audience and the jury chose, and who pays. It reads itself anew. */
export default function Screen() {
  const { ballot, address, matrix } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = voteWords[language];
  const title = saidIn(ballot.call.title, language);
  return (
    <Page title={`${text.screenTitle}: ${title}`} path={`/calls/${ballot.call.slug}/screen`} area={{ kind: "public" }} isBare>
      {/* the jury's answer is told after the audience's: the screen waits for it */}
      {(ballot.state !== "closed" || ballot.awarded.length === 0) && <meta httpEquiv="refresh" content="10" />}
      <div className="big-screen">
        <header>
          <p>{ballot.call.organization}</p>
          <h1>{softHyphens(title)}</h1>
        </header>
        {ballot.state === "not_yet" && <p className="lead">{text.soon}</p>}
        {ballot.state === "open" && (
          <div className="big-vote">
            <QrCode matrix={matrix} label={text.scanAbout({ address })} />
            <div>
              <h2>{text.scan}</h2>
              <ul>
                {ballot.candidates.map((candidate) => (
                  <li key={candidate.id}>{candidate.title}</li>
                ))}
              </ul>
              <p>{text.scanAbout({ address: address.replace(/^https?:\/\//, "") })}</p>
              <p>
                {text.votes({ count: number(ballot.total, language), isOne: ballot.total === 1 })} {text.cast}
              </p>
            </div>
          </div>
        )}
        {ballot.awarded.length > 0 && (
          <section className="lit-room padded" aria-labelledby="jury">
            <h2 id="jury">{text.jury}</h2>
            {ballot.awarded.map((winner) => (
              <p key={winner.id} className="winner">
                {softHyphens(winner.title)}
                {winner.organization && <span>{winner.organization}</span>}
              </p>
            ))}
          </section>
        )}
        {ballot.state === "closed" && <Votes ballot={ballot} language={language} />}
        {ballot.sponsors.length > 0 && (
          <footer>
            <h2>{text.thanks}</h2>
            <ul>
              {ballot.sponsors.map((sponsor) => (
                <li key={sponsor.name}>{sponsor.name}</li>
              ))}
            </ul>
          </footer>
        )}
      </div>
    </Page>
  );
}

function Votes({ ballot, language }: { ballot: Ballot; language: Language }) {
  const text = voteWords[language];
  const most = Math.max(1, ...ballot.candidates.map(({ votes }) => votes ?? 0));
  return (
    <section aria-labelledby="audience">
      <h2 id="audience">{text.result}</h2>
      <ol className="vote-bars">
        {ballot.candidates.map(({ id, title, votes }) => (
          <li key={id}>
            <span>{title}</span>
            <meter min={0} max={most} value={votes ?? 0} aria-label={title} />
            <b>{text.votes({ count: number(votes ?? 0, language), isOne: votes === 1 })}</b>
          </li>
        ))}
      </ol>
      <p className="soft">{text.counted}</p>
    </section>
  );
}
