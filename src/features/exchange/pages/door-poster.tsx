import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Icon } from "../../../interface/components/icon.tsx";
import { QrCode, qrMatrix } from "../../../interface/components/qr-code.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { DeskApi } from "../desk-routes.ts";
import { doorWords } from "./words/door-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const [space, door] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    read(client<DeskApi>(visit).spaces[":id"]["door-code"].$get({ param })),
  ]);
  return { space, url: door.url };
}

/** The sheet a host hangs at the door. */
export default function DoorPoster() {
  const { space, url } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = doorWords[language];
  return (
    <Page title={`${text.posterTitle}, ${space.name}`} area={{ kind: "host", space }}>
      <div className="frame section-s">
        <div className="page-head no-print">
          <div>
            <h1>{text.posterTitle}</h1>
            <p className="lead">{text.posterLead}</p>
            <p className="small soft with-icon">
              <Icon name="print" /> {text.printHint}
            </p>
            <p>
              <a href={`/${language}/spaces/${space.slug}/today`}>{text.back}</a>
            </p>
          </div>
        </div>
        <section className="room door-poster" aria-labelledby="poster">
          <h2 id="poster">{text.welcome(space.name)}</h2>
          <QrCode matrix={qrMatrix(url)} label={text.codeInWords} />
          <p className="lead">{text.scanMe}</p>
          <p>{text.noPhone}</p>
        </section>
      </div>
    </Page>
  );
}
