/** An outline as fontkit gives it, in font units. */
export interface Outline {
  commands: { command: string; args: number[] }[];
}

const onCurve = 1;

/** A simple glyph of a TrueType font (OpenType 1.9, table `glyf`): contours of points, each a 16-bit step from the one before. */
export function glyphBytes({ commands }: Outline): Uint8Array {
  const contours = contoursOf(commands);
  const points = contours.flat();
  if (points.length === 0) return new Uint8Array();
  const length = 10 + 2 * contours.length + 2 + 5 * points.length;
  const view = new DataView(new ArrayBuffer(length + (length % 2)));
  let at = 0;
  const write = (value: number) => {
    view.setInt16(at, value);
    at += 2;
  };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  for (const value of [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]) write(value);
  let last = -1;
  for (const contour of contours) {
    last += contour.length;
    write(last);
  }
  write(0);
  for (const point of points) {
    view.setUint8(at, point.isOnCurve ? onCurve : 0);
    at += 1;
  }
  for (const values of [xs, ys]) for (const [place, value] of values.entries()) write(value - (values[place - 1] ?? 0));
  return new Uint8Array(view.buffer);
}

type Point = { x: number; y: number; isOnCurve: boolean };

function contoursOf(commands: Outline["commands"]): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === "moveTo") contours.push([]);
    for (let place = 0; place < args.length; place += 2) {
      const isControl = command === "quadraticCurveTo" && place === 0;
      contours.at(-1)?.push({ x: Math.round(args[place] ?? 0), y: Math.round(args[place + 1] ?? 0), isOnCurve: !isControl });
    }
  }
  return contours.filter((contour) => contour.length > 0);
}
