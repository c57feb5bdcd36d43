const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** Which browser on which system, as far as the browser says, so that people know their own sessions again. */
export function deviceName(userAgent: string | null): { browser: string | null; system: string | null } {
  return { browser: firstMatch(browsers, userAgent ?? ""), system: firstMatch(systems, userAgent ?? "") };
}

function firstMatch(names: [RegExp, string][], userAgent: string): string | null {
  return names.find(([form]) => form.test(userAgent))?.[1] ?? null;
}
