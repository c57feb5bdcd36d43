import { ErrorSummary } from "../../../../../interface/components/error-summary.tsx";
import { Icon } from "../../../../../interface/components/icon.tsx";
import { Notice } from "../../../../../interface/components/notice.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { proofWords } from "../proof-words.ts";
import type { Written } from "../prove.tsx";

type Props = {
  written: Written;
  houses: readonly { slug: string; name: string }[];
  mailAt: string | null;
  to: string | undefined;
  language: Language;
};

/** Second step: the code from the letter. It says the same whether or not the house knows the address. */
export function WriteCode({ written, houses, mailAt, to, language }: Props) {
  const text = proofWords[language];
  const house = houses.find(({ slug }) => slug === written.space)?.name ?? written.space;
  const isWrong = written.problem?.code === "proof.wrong_code";
  const wrong = written.isWrongShape ? text.codeShape : isWrong ? written.problem?.title : undefined;
  const anew = new URLSearchParams({ space: written.space, ...(to && { to }) });
  const carried = (
    <>
      <input type="hidden" name="space" value={written.space} />
      <input type="hidden" name="email" value={written.email} />
      {to && <input type="hidden" name="to" value={to} />}
    </>
  );
  return (
    <div className="stack">
      <h1>{text.codeTitle}</h1>
      {wrong && <ErrorSummary errors={[{ field: "code", message: wrong }]} language={language} />}
      {written.problem && !isWrong && <Notice kind="wrong" role="alert" title={written.problem.title} />}
      <p className="lead">{text.sent({ email: written.email, house })}</p>
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="step" value="prove" />
        {carried}
        <TextField
          name="code"
          label={text.code}
          hint={text.codeHint}
          error={wrong}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          width="s"
          language={language}
        />
        <div className="send">
          <button className="button lit" type="submit">
            {text.prove} <Icon name="arrow-right" />
          </button>
        </div>
      </form>
      <p className="small">{text.noLetter}</p>
      <div className="buttons">
        {mailAt && (
          <a className="button" href={mailAt}>
            <Icon name="mail" /> {text.readDemoMail}
          </a>
        )}
        <form method="post">
          <input type="hidden" name="step" value="ask" />
          {carried}
          <button className="button" type="submit">
            {text.anew}
          </button>
        </form>
        <a className="button" href={`/${language}/sign-in/code?${anew}`}>
          {text.wrongAddress}
        </a>
      </div>
    </div>
  );
}
