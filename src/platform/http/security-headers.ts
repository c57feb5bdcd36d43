/** Headers of every page: only our own scripts run, nothing frames us, nothing is sent on about the reader. */
export function securityHeaders(
  response: Response,
  { nonce, requestId, tiles }: { nonce: string; requestId: string; tiles: string | undefined },
): Response {
  const elsewhere = tiles ? ` ${new URL(tiles).origin}` : "";
  const policy = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    // drawings set properties on their elements; whole rules are ours or a network's, known by the nonce
    "style-src": "'self' 'unsafe-inline'",
    "style-src-elem": `'self' 'nonce-${nonce}'`,
    "img-src": `'self' data: blob:${elsewhere}`,
    "connect-src": `'self'${elsewhere}`,
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  const headers = {
    "content-security-policy": Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join("; "),
    "permissions-policy": "camera=(self), geolocation=(self), microphone=(), payment=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
  };
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-cache");
  return response;
}
