import { domainToASCII, domainToUnicode } from "node:url";
import { withoutInvisible } from "../language/visible-text.ts";
import { accepted, type ParsedCell, rejected } from "./parsed-cell.ts";

/** The errors of formulas, as Excel writes them in English and Norwegian. */
const formulaErrors =
  /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|I\/T|NAVN\?|VERDI!|NULL!|OVERFLYT!|BEREGN!|FELT!|FIELD!|####*)$/i;

const joiners = /[\u200c\u200d]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A cell as one line: every kind of space one plain space, none at the ends, nothing invisible. */
export function oneLine(raw: string): string {
  return withoutInvisible(raw).replace(joiners, "").replace(/\s+/g, " ").trim();
}

/**
 * Text: Unicode NFC, without control and invisible characters; runs of spaces (also no-break ones) become one; line breaks stay as \n.
 * Refuses what a failed formula left behind, so that "#REF!" never becomes somebody's name.
 */
export function textCell(raw: string, maximumLength = 2_000): ParsedCell<string> {
  const value = withoutInvisible(raw.normalize("NFC").replace(/\r\n?/g, "\n").replace(control, ""))
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
  if (value === "") return rejected("empty");
  if (formulaErrors.test(value)) return rejected("formula-error");
  if (value.length > maximumLength) return rejected("too-long");
  return accepted(value);
}

/**
 * An e-mail address in lower case, its domain in Unicode form, so that `post@xn--blbr-roah.no` and `Post@Blåbær.no` are one address.
 * `mailto:` and angle brackets around it are taken off; a display name before it is not read.
 */
export function emailCell(raw: string): ParsedCell<string> {
  const text = oneLine(raw)
    .replace(/^mailto:/i, "")
    .replace(/^<(.*)>$/, "$1")
    .normalize("NFC")
    .toLowerCase();
  if (text === "") return rejected("empty");
  const [, local, domain] = text.match(/^([^\s@<>()[\],;:"\\]{1,64})@([^\s@]{3,253})$/) ?? [];
  if (!local || !domain || local.startsWith(".") || local.endsWith(".") || local.includes("..")) return rejected("not-an-email");
  const ascii = domainToASCII(domain);
  const isDomain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(ascii);
  if (!isDomain || local.length + ascii.length > 253) return rejected("not-an-email");
  return accepted(`${local}@${domainToUnicode(ascii)}`);
}

const yes = new Set(["ja", "j", "yes", "y", "x", "✓", "✔", "true", "sann", "1", "på", "on"]);
const no = new Set(["nei", "n", "no", "false", "usann", "0", "av", "off"]);

/** Yes or no, in words, ticks, or the truth values of Excel in English and Norwegian. */
export function yesNoCell(raw: string): ParsedCell<boolean> {
  const word = oneLine(raw).toLowerCase();
  if (word === "") return rejected("empty");
  if (yes.has(word)) return accepted(true);
  return no.has(word) ? accepted(false) : rejected("not-yes-or-no");
}
