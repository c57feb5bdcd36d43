import { excerpt } from "../format.ts";
import { Page } from "../page.tsx";

/** A page one reads: a heading and paragraphs. */
export function ReadingPage({ title, paragraphs }: { title: string; paragraphs: readonly string[] }) {
  return (
    <Page title={title} description={excerpt(paragraphs[0] ?? title)} area={{ kind: "public" }}>
      <div className="frame section">
        <div className="prose stack">
          <h1>{title}</h1>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </div>
    </Page>
  );
}
