import { catalogue } from "../../platform/language/language.ts";

/** The words on a pass that is printed. */
export const passFileWords = catalogue({
  nb: {
    title: "Gjestepass",
    name: "Navn",
    from: "Fra",
    code: "Kode",
    qr: (code: string) => `QR-kode med passet. Koden er ${code}.`,
    cut: "Klipp her",
    arrival: "Når du kommer",
  },
  nn: {
    title: "Gjestepass",
    name: "Namn",
    from: "Frå",
    code: "Kode",
    qr: (code: string) => `QR-kode med passet. Koden er ${code}.`,
    cut: "Klipp her",
    arrival: "Når du kjem",
  },
  en: {
    title: "Guest pass",
    name: "Name",
    from: "From",
    code: "Code",
    qr: (code: string) => `QR code with the pass. The code is ${code}.`,
    cut: "Cut here",
    arrival: "When you come",
  },
});
