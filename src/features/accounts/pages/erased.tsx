import { Page, useShell } from "../../../interface/page.tsx";
import { ownWords } from "../own-messages.ts";

export default function Erased() {
  const { language } = useShell();
  const text = ownWords[language];
  return (
    <Page title={text.erased} area={{ kind: "public" }}>
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.erased}</h1>
          <p className="lead">{text.erasedLead}</p>
        </div>
      </div>
    </Page>
  );
}
