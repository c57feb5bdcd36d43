import { useShell } from "../../../interface/page.tsx";
import { ReadingPage } from "../../../interface/pages/reading.tsx";
import { publicWords } from "./words/public-words.ts";

export default function Privacy() {
  const text = publicWords[useShell().language];
  return <ReadingPage title={text.privacy} paragraphs={text.privacyText} />;
}
