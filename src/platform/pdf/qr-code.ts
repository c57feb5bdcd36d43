import { encode } from "uqr";

/** Draws a text as a QR code, black and without a quiet zone of its own: whoever draws it leaves four squares of room. */
export function drawQrCode(pdf: PDFKit.PDFDocument, text: string, { left, top, size }: { left: number; top: number; size: number }): void {
  const { data } = encode(text, { ecc: "M", border: 0 });
  const square = size / data.length;
  for (const [row, squares] of data.entries()) {
    for (let column = 0; column < squares.length; column++) {
      if (!squares[column]) continue;
      // one stroke for each run of dark squares: a third of the size of one a square
      const start = column;
      while (squares[column + 1]) column++;
      pdf.rect(left + start * square, top + row * square, (column - start + 1) * square, square);
    }
  }
  pdf.fill("#000000");
}
