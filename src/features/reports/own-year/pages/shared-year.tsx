import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { visitOf } from "../../../../interface/visit.ts";
import type { OwnYearApi } from "../routes.ts";
import { ownYearWords } from "./own-year-words.ts";
import { YearFigures } from "./year-figures.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const param = { secret: given.params.secret ?? "" };
  return await read(client<OwnYearApi>(visitOf(given))["shared-years"][":secret"].$get({ param }));
}

/** Somebody's year as they show it. It is found by its address only. */
export default function SharedYear() {
  const shown = useLoaderData<typeof loader>();
  const { language } = useShell();
  const title = ownYearWords[language].shownTitle({ name: shown.name, year: String(shown.year) });
  return (
    <Page title={title} area={{ kind: "public" }}>
      <div className="frame section stack">
        <h1>{title}</h1>
        <YearFigures shown={shown} eventsAttended={shown.eventsAttended} isOwn={false} language={language} />
      </div>
    </Page>
  );
}
