import type { Language } from "../language/language.ts";

/** A line of a letter: a paragraph, or a link that stands alone. */
export type LetterPart = string | { label: string; url: string };

/** A file sent along, its bytes in base64. */
export interface LetterAttachment {
  fileName: string;
  contentType: string;
  content: string;
}

/** One e-mail to one person. */
export interface Letter {
  /** What it is about, "day-pass-held/<id>": a second letter with the same key is not written. */
  key: string;
  to: string;
  language: Language;
  subject: string;
  parts: readonly LetterPart[];
  attachments?: readonly LetterAttachment[];
  /** Who sends it, at the foot: the installation's or the network's name. */
  from: string;
  at: Temporal.Instant;
}

/** The letter as plain text: links stand below their label. */
export function letterText({ parts, from }: Pick<Letter, "parts" | "from">): string {
  return `${[...parts.map((part) => (typeof part === "string" ? part : `${part.label}:\n${part.url}`)), from].join("\n\n")}\n`;
}

/** The letter as HTML that needs no picture, no script and no style sheet, and reads well aloud. */
export function letterHtml({ parts, from, subject, language }: Pick<Letter, "parts" | "from" | "subject" | "language">): string {
  const body = parts.map((part) =>
    typeof part === "string"
      ? `<p>${escaped(part)}</p>`
      : `<p><a href="${escaped(part.url)}" style="display:inline-block;padding:12px 20px;background:#ffc83d;color:#0e2a33;font-weight:bold">${escaped(part.label)}</a></p>`,
  );
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;background:#ffffff;color:#0e2a33;font:18px/1.5 sans-serif"><main style="max-width:560px;margin:0 auto;padding:24px">',
    `<h1 style="font-size:22px">${escaped(subject)}</h1>`,
    ...body,
    `<p style="border-top:1px solid #c3d0d3;padding-top:12px;color:#3f5c66">${escaped(from)}</p>`,
    "</main></body></html>",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
