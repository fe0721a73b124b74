const WHOLE = /^[1-9]\d{0,5}$/;

/** The version that an address asks for; undefined for the newest, and 0, which nobody has, for one that is none. */
export function askedVersion(query: URLSearchParams): number | undefined {
  const asked = query.get("version");
  if (asked === null) return undefined;
  return WHOLE.test(asked) ? Number(asked) : 0;
}
