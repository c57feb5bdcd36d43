/** Shown in the place of any page while the database is away. */
export function loader() {
  throw new Response(null, { status: 503 });
}

export default function Away() {
  return null;
}
