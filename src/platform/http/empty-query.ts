import { createMiddleware } from "hono/factory";

/** What is left empty in the query of a read was not asked for: forms send every field, and programs begin a list with `cursor=`. */
export const leaveOutEmptyQuery = createMiddleware(async (c, next) => {
  const { raw, method } = c.req;
  if ((method === "GET" || method === "HEAD") && hasEmpty.test(raw.url)) {
    const url = new URL(raw.url);
    for (const [name, value] of [...url.searchParams]) if (value === "") url.searchParams.delete(name, "");
    c.req.raw = new Request(url, raw);
  }
  await next();
});

const hasEmpty = /[?&][^=&]+=?(?:&|$)/;
