/**
 * A path of this site that one may be sent on to, or undefined: an address someone slipped into a link must not lead away.
 * Browsers read "//other.example", "/\other.example" and control characters in between as another site.
 */
export function safePath(to: string | null | undefined): string | undefined {
  if (!to || to.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to)) return undefined;
  const site = "http://here.invalid";
  const url = URL.canParse(to, site) ? new URL(to, site) : undefined;
  if (url?.origin !== site || url.pathname.startsWith("//")) return undefined;
  return `${url.pathname}${url.search}`;
}
