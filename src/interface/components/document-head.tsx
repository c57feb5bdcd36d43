import { type Language, languages, locale } from "../../platform/language/language.ts";

type DocumentHeadProps = {
  title: string;
  /** Whose site it is. */
  site: string;
  /** Without it the page is for its reader only, and for no search engine. */
  description: string | undefined;
  /** The page's one address, without a language. */
  path: string;
  /** What stands beside the page where it is shared, as a path. */
  image: string;
  origin: string;
  language: Language;
};

/** What the window, search engines and those a page is shared with are told of it. */
export function DocumentHead({ title, site, description, path, image, origin, language }: DocumentHeadProps) {
  const whole = title === site ? title : `${title} · ${site}`;
  if (description === undefined) {
    return (
      <>
        <title>{whole}</title>
        <meta name="robots" content="noindex" />
      </>
    );
  }
  const address = (of: Language) => `${origin}/${of}${path}`;
  return (
    <>
      <title>{whole}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={address(language)} />
      {languages.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={address(other)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address("en")} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={site} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address(language)} />
      <meta property="og:image" content={`${origin}${image}`} />
      <meta property="og:locale" content={locale(language).replace("-", "_")} />
    </>
  );
}
