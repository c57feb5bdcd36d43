import { isRouteErrorResponse, useRouteLoaderData } from "react-router";
import { catalogue, type Language } from "../../platform/language/language.ts";
import { StatePane } from "./state-drawing.tsx";

const words = catalogue({
  nb: {
    notHere: "Siden finnes ikke, eller er ikke for deg.",
    notHereAbout: "Se om adressen er skrevet riktig, eller begynn på forsiden.",
    signInFirst: "Er den for deg, ser du den når du har logget inn.",
    failed: "Noe gikk galt hos oss. Det som er lagret, er trygt.",
    away: "Vi får ikke tak i dataene akkurat nå.",
    awayAbout: "Det som er lagret, er trygt. Prøv igjen om litt. Det du skrev, står i skjemaet når du går tilbake.",
    again: "Prøv igjen",
    toFrontPage: "Til forsiden",
    signIn: "Logg inn",
  },
  nn: {
    notHere: "Sida finst ikkje, eller er ikkje for deg.",
    notHereAbout: "Sjå om adressa er rett skriven, eller byrj på framsida.",
    signInFirst: "Er ho for deg, ser du henne når du har logga inn.",
    failed: "Noko gjekk gale hos oss. Det som er lagra, er trygt.",
    away: "Vi får ikkje tak i dataa akkurat no.",
    awayAbout: "Det som er lagra, er trygt. Prøv igjen om litt. Det du skreiv, står i skjemaet når du går tilbake.",
    again: "Prøv igjen",
    toFrontPage: "Til framsida",
    signIn: "Logg inn",
  },
  en: {
    notHere: "This page does not exist, or is not for you.",
    notHereAbout: "See whether the address is written right, or begin on the front page.",
    signInFirst: "If it is for you, you will see it once you have signed in.",
    failed: "Something went wrong on our side. What is saved is safe.",
    away: "We cannot reach the data right now.",
    awayAbout: "What is saved is safe. Try again in a moment. What you wrote is in the form when you go back.",
    again: "Try again",
    toFrontPage: "To the front page",
    signIn: "Sign in",
  },
});

// a reference to the address one is at, whatever was rendered in its place
const whereOneIs = "";

type Fault = "notHere" | "away" | "failed";

/** Unknown and forbidden are the same page; a database that is away says so; all else is a failure of ours. */
export function faultOf(error: unknown): Fault {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404 || status === 400) return "notHere";
  return status === 503 ? "away" : "failed";
}

export function faultTitle(fault: Fault, language: Language): string {
  return words[language][fault];
}

/** A fault with nothing around it: what is around a page may be what failed. */
export function BareFault({ fault }: { fault: Fault }) {
  const language = useRouteLoaderData<{ language: Language }>("root")?.language ?? "nb";
  return (
    <main>
      <title>{words[language][fault]}</title>
      <meta name="robots" content="noindex" />
      <FaultPane fault={fault} language={language} />
    </main>
  );
}

/** What is true, and one way on. Whoever is not known may be let in at `signInHref`. */
export function FaultPane({ fault, language, signInHref }: { fault: Fault; language: Language; signInHref?: string | undefined }) {
  const text = words[language];
  return (
    <div className="frame section">
      <StatePane state={fault === "notHere" ? "forbidden" : "failed"} title={text[fault]} level={1}>
        {fault === "away" && <p>{text.awayAbout}</p>}
        {fault === "notHere" && <p>{signInHref ? text.signInFirst : text.notHereAbout}</p>}
        {fault === "away" && (
          <p className="buttons">
            <a className="button lit" href={whereOneIs}>
              {text.again}
            </a>
          </p>
        )}
        {fault !== "away" && (
          <p className="buttons">
            {signInHref && (
              <a className="button lit" href={signInHref}>
                {text.signIn}
              </a>
            )}
            <a className="button" href={`/${language}`}>
              {text.toFrontPage}
            </a>
          </p>
        )}
      </StatePane>
    </div>
  );
}
