/** An address under a language that leads nowhere: the page that says so, with the frame of the others. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function Unknown() {
  return null;
}
