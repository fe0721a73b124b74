import { type CookieOptions, createCookie } from "react-router";

type Attributes = Pick<CookieOptions, "httpOnly" | "maxAge" | "secure">;

/** A cookie of ours: a short text in letters, digits and signs that cookies may hold as they are. */
export type OwnCookie = {
  /** What a browser sent; null when it sent none, or what this cookie cannot hold. @param sent the header "Cookie". */
  read(sent: string | null): Promise<string | null>;
  /** The header "Set-Cookie" that keeps a value with the browser. @param more attributes that differ this time. */
  keep(value: string, more?: Attributes): Promise<string>;
  /** The header "Set-Cookie" by which the browser forgets it. */
  forget(): Promise<string>;
};

/**
 * A cookie for the whole site that other sites' forms do not bring along (SameSite=Lax).
 * @param holds what its value may look like, all of it.
 */
export function ownCookie(name: string, holds: RegExp, attributes: Attributes = {}): OwnCookie {
  const cookie = createCookie(name, { ...attributes, ...asPlainText });
  return {
    read: async (sent) => {
      const value: unknown = await cookie.parse(sent);
      return typeof value === "string" && holds.test(value) ? value : null;
    },
    keep: async (value, more) => {
      if (!holds.test(value)) throw new Error(`the cookie ${name} cannot hold this`);
      return cookie.serialize(value, more);
    },
    forget: () => cookie.serialize("", { maxAge: 0 }),
  };
}

/**
 * React Router would write JSON in Base64. The text itself instead: what browsers were given by earlier versions stays
 * good for as long as it was meant to be, and two versions may serve side by side.
 */
const asPlainText = {
  encode: (data: string) => String(JSON.parse(atob(data))),
  decode: (text: string) => btoa(JSON.stringify(text)),
} satisfies CookieOptions;
