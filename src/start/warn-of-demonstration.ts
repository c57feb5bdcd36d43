import type { Settings } from "../platform/settings.ts";

/** What to say loudly where strangers can come to a demonstration: anybody is anybody there. Else nothing. */
export function warningOfDemonstration({ isDemoPublic, url, smtpUrl }: Pick<Settings, "isDemoPublic" | "url" | "smtpUrl">): string {
  if (!isDemoPublic) return "";
  const lines = [
    `This is the demonstration, and others than you can reach it (${url}).`,
    "Whoever comes may be anybody in it with one click: host, manager, operator.",
    ...(smtpUrl === undefined ? ["Every letter can be read by all at /dev/mail."] : []),
    "For a real installation set ROMSLIG_DEMO=0. To keep the demonstration to this machine set neither ROMSLIG_HOST nor ROMSLIG_URL.",
  ];
  return `\n${lines.map((line) => `!!! ${line}`).join("\n")}\n\n`;
}
