/** A colour by how light it looks (0 to 1), how strong it is (0 is grey) and its hue in degrees: OKLCH (Björn Ottosson, 2020). */
export type Oklch = { lightness: number; chroma: number; hue: number };

type Triple = readonly [number, number, number];

/** Reads "#0b3d91". */
export function toOklch(hex: string): Oklch {
  const cones = times(coneOfLight, channelsOf(hex).map(linear)).map(Math.cbrt) as unknown as Triple;
  const [lightness, a, b] = times(labOfCone, cones);
  return { lightness, chroma: Math.hypot(a, b), hue: (Math.atan2(b, a) * 180) / Math.PI };
}

/** Writes it as "#rrggbb". What a screen cannot show gives up strength, and keeps how light it is and its hue. */
export function fromOklch({ lightness, chroma, hue }: Oklch): string {
  const strongest = lightOf({ lightness, chroma, hue });
  if (isShown(strongest)) return hexOf(strongest);
  let [shown, tooStrong] = [0, chroma];
  for (let halving = 0; halving < 14; halving++) {
    const middle = (shown + tooStrong) / 2;
    if (isShown(lightOf({ lightness, chroma: middle, hue }))) shown = middle;
    else tooStrong = middle;
  }
  return hexOf(lightOf({ lightness, chroma: shown, hue }));
}

/** Contrast by WCAG 2.1: 1 for the same colour, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = channelsOf(hex).map(linear) as unknown as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function lightOf({ lightness, chroma, hue }: Oklch): Triple {
  const angle = (hue * Math.PI) / 180;
  const cones = times(coneOfLab, [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]);
  return times(lightOfCone, cones.map((cone) => cone ** 3) as unknown as Triple);
}

// half a step of a channel of 256 may be rounded away
function isShown(light: Triple): boolean {
  return light.every((channel) => channel >= -0.0004 && channel <= 1.0004);
}

function hexOf(light: Triple): string {
  const channel = (value: number) => Math.round(255 * gamma(Math.min(1, Math.max(0, value))));
  return `#${light.map((value) => channel(value).toString(16).padStart(2, "0")).join("")}`;
}

function channelsOf(hex: string): number[] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255].map((channel) => channel / 255);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function gamma(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}

function times(matrix: readonly Triple[], vector: readonly number[]): Triple {
  return matrix.map((row) => row.reduce((sum, factor, place) => sum + factor * (vector[place] ?? 0), 0)) as unknown as Triple;
}

const coneOfLight: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const labOfCone: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const coneOfLab: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const lightOfCone: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];
