type Incoming = { incoming?: { socket?: { remoteAddress?: string } } };

/**
 * The network address a request comes from. Behind proxies of the operator's own it is the one the outermost of them saw;
 * what callers write into X-Forwarded-For themselves stands further left and is not believed.
 */
export function callerAddress(request: Request, env: unknown, proxies: number): string {
  const seen = (request.headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const forwarded = proxies > 0 ? seen.at(-proxies) : undefined;
  return forwarded || ((env as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? "unknown");
}
