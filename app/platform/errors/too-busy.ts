const SECONDS = 60;

/** The answer when something can't be done just now and may well be in a minute. Nothing was changed. */
export function tooBusy(): Response {
  const headers = { "Retry-After": String(SECONDS) };
  return new Response(null, { status: 503, statusText: "Busy", headers });
}
