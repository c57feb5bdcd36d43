import { loadSharp } from "./load-sharp.ts";

/** A picture of ours as a JPEG, which is what a document to print can hold. */
export async function printPicture(bytes: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const whole = new Uint8Array(await new Response(bytes).arrayBuffer());
  const sharp = await loadSharp();
  return await sharp(whole).flatten({ background: "#ffffff" }).jpeg({ quality: 82 }).toBuffer();
}
