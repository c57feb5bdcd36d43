import { useRouteLoaderData } from "react-router";
import { catalogue, type Language } from "../../platform/language/language.ts";
import { StatePane } from "../components/state-drawing.tsx";
import type { Shell } from "../shell.ts";

const words = catalogue({
  nb: {
    title: "Uten nett",
    kept: "Passene dine og innsjekken virker her:",
    none: "Pass, billetter og innsjekk virker uten nett når du har hatt dem åpne her én gang.",
    byItself: "Siden du ville til, kommer av seg selv når nettet er tilbake.",
    again: "Prøv igjen",
  },
  nn: {
    title: "Utan nett",
    kept: "Passa dine og innsjekken verkar her:",
    none: "Pass, billettar og innsjekk verkar utan nett når du har hatt dei opne her éin gong.",
    byItself: "Sida du ville til, kjem av seg sjølv når nettet er tilbake.",
    again: "Prøv igjen",
  },
  en: {
    title: "Offline",
    kept: "Your passes and the check-in work here:",
    none: "Passes, tickets and the check-in work offline once you have had them open here.",
    byItself: "The page you wanted comes by itself when the connection is back.",
    again: "Try again",
  },
});

// a reference to the address one is at, in whose place this is shown
const whereOneIs = "";

/** What the service worker shows in the place of a page that cannot be fetched. It is the same for everybody: nothing of anyone stands in it. */
export default function Offline() {
  const shell = useRouteLoaderData<Shell>("language");
  const language: Language = shell?.language ?? "nb";
  const text = words[language];
  return (
    <main className="frame section">
      <title>{text.title}</title>
      <meta name="robots" content="noindex" />
      <StatePane state="failed" title={text.title} level={1}>
        <p data-none>{text.none}</p>
        <div data-kept hidden>
          <p>{text.kept}</p>
          <ul className="plain-list" />
        </div>
        <p>{text.byItself}</p>
        <p>
          <a className="button lit" href={whereOneIs}>
            {text.again}
          </a>
        </p>
      </StatePane>
      <script type="module" src="/scripts/offline.js" nonce={shell?.nonce} />
    </main>
  );
}
