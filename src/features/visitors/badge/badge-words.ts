import { catalogue } from "../../../platform/language/language.ts";

/** The words on a badge. */
export const badgeWords = catalogue({
  nb: {
    title: "Besøksskilt",
    visitor: "Besøkende",
    visits: "Besøker",
    qr: (code: string) => `QR-kode til å skanne når du går. Koden er ${code}.`,
  },
  nn: {
    title: "Besøksskilt",
    visitor: "Besøkjande",
    visits: "Besøkjer",
    qr: (code: string) => `QR-kode til å skanne når du går. Koden er ${code}.`,
  },
  en: {
    title: "Visitor's badge",
    visitor: "Visitor",
    visits: "Visiting",
    qr: (code: string) => `QR code to scan when you leave. The code is ${code}.`,
  },
});
