import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { catalogue } from "../../platform/language/language.ts";
import { Steps } from "../components/steps.tsx";
import { Page, useShell } from "../page.tsx";
import { visitOf } from "../visit.ts";

const words = catalogue({
  nb: {
    title: "Hva kan jeg prøve?",
    lead: "Velg hvem du vil være. Lenkene logger deg inn og tar deg dit. Alt er oppdiktet, så ingenting kan gå galt.",
  },
  nn: {
    title: "Kva kan eg prøve?",
    lead: "Vel kven du vil vere. Lenkjene loggar deg inn og tek deg dit. Alt er oppdikta, så ingenting kan gå gale.",
  },
  en: {
    title: "What can I try?",
    lead: "Choose who you want to be. The links sign you in and take you there. Everything is invented, so nothing can go wrong.",
  },
});

/** There in demonstration mode only. */
export function loader(given: LoaderFunctionArgs) {
  const { demo, language, now } = visitOf(given);
  if (!demo) throw new Response(null, { status: 404 });
  return {
    trials: demo.trials(now).map(({ role, label, at, steps }) => ({
      role,
      who: at ? `${label[language]}, ${at}` : label[language],
      steps: steps.map(({ path, title, text }) => ({
        title: title[language],
        text: text[language],
        href: role === "visitor" ? `/${language}${path}` : signedInAt(role, `/${language}${path}`),
      })),
    })),
  };
}

/** What to do in the demonstration, and as whom. */
export default function Try() {
  const { trials } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = words[language];
  return (
    <Page title={text.title} area={{ kind: "public" }}>
      <div className="frame section stack">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
      </div>
      {trials.map(({ role, who, steps }) => (
        <section key={role} className="frame section-s" aria-labelledby={role}>
          <h2 id={role}>{who}</h2>
          <Steps steps={steps} />
        </section>
      ))}
    </Page>
  );
}

function signedInAt(role: string, to: string): string {
  return `/demo/sign-in?${new URLSearchParams({ as: role, to })}`;
}
