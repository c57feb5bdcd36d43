import { catalogue } from "../../platform/language/language.ts";

/** The words of what scans at a door, whoever comes. */
export const scanWords = catalogue({
  nb: {
    scan: "Skann kode",
    stopCamera: "Slå av kamera",
    photo: "Ta bilde av koden",
    cameraPicture: "Kamerabildet",
    holdInFrame: "Hold koden foran kameraet.",
    seen: "Sett",
  },
  nn: {
    scan: "Skann kode",
    stopCamera: "Slå av kamera",
    photo: "Ta bilete av koden",
    cameraPicture: "Kamerabiletet",
    holdInFrame: "Hald koden framfor kameraet.",
    seen: "Sett",
  },
  en: {
    scan: "Scan a code",
    stopCamera: "Turn the camera off",
    photo: "Take a photo of the code",
    cameraPicture: "The camera picture",
    holdInFrame: "Hold the code in front of the camera.",
    seen: "Seen",
  },
});
