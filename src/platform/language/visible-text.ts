// Signs that show nothing, and turn or hide what stands around them. The joiners (200c, 200d) are not among them: emoji and some
// scripts are written with them.
const invisible = /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The text without signs that cannot be seen; empty when nothing else is there. */
export function withoutInvisible(text: string): string {
  const rest = text.replace(invisible, "");
  return visible.test(rest) ? rest : "";
}

/** A name as it is kept: one line, Unicode NFC, every kind of space one plain space, nothing that cannot be seen. */
export function visibleLine(text: string): string {
  return withoutInvisible(text).normalize("NFC").replace(/\s+/g, " ").trim();
}
