/** A redirect after a form (303) that passes on the cookies the API set. */
export function withCookiesOf(answer: { headers: Headers }): ResponseInit {
  return { status: 303, headers: answer.headers.getSetCookie().map((cookie): [string, string] => ["set-cookie", cookie]) };
}
