/** What a browser would send back after these answers, with other cookies if any. */
export function cookiesSent(answered: Headers, ...others: string[]): Headers {
  const own = answered.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  return new Headers({ cookie: [...own, ...others].join("; ") });
}
