import { encode } from "uqr";

/** The dark and light squares of a QR code, row by row. Error correction M: a scratched screen still scans. */
export function qrMatrix(text: string): boolean[][] {
  return encode(text, { ecc: "M", border: 0 }).data;
}

const quietZone = 4;

/** A QR code: black on white in every light. `label` says what to do instead of scanning. */
export function QrCode({ matrix, label }: { matrix: readonly (readonly boolean[])[]; label: string }) {
  const size = matrix.length + 2 * quietZone;
  return (
    <svg className="qr" viewBox={`${-quietZone} ${-quietZone} ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect x={-quietZone} y={-quietZone} width={size} height={size} fill="#fff" />
      <path d={darkRuns(matrix)} fill="#0a1a20" />
    </svg>
  );
}

/** One stroke for each run of dark squares in a row: a third of the size of one a square. */
function darkRuns(matrix: readonly (readonly boolean[])[]): string {
  let path = "";
  for (const [y, row] of matrix.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      const length = x - start + 1;
      path += `M${start} ${y}h${length}v1h-${length}z`;
    }
  }
  return path;
}
