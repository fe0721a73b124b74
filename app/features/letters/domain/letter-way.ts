import { z } from "zod";

/** Stands in a letter where its link will, until it leaves. It leads nowhere, should it ever be read. */
export const WAY_MARK = "https://way-in.invalid/";

/** The same for one of several links of a letter, from 1 on. */
export function wayMark(number: number): string {
  return number === 1 ? WAY_MARK : `https://way-in-${number}.invalid/`;
}

/** What the link of a letter is made from at the moment the letter leaves. Nothing in it opens anything. */
export const letterWay = z.discriminatedUnion("to", [
  /** A page, by way of opening an account for whoever has none. */
  z.object({
    to: z.literal("account"),
    personId: z.string(),
    path: z.string(),
    linkVersion: z.number().int(),
  }),
  /** The question that a letter to an old address asks. */
  z.object({ to: z.literal("address-change"), changeId: z.string() }),
  /** What somebody asked for about their own account. */
  z.object({ to: z.enum(["new-password", "sign-in"]), accountId: z.string() }),
  /** Links that a feature above makes, which it lends under a name (`letterWays` of its manifest). */
  z.object({ to: z.literal("lent"), by: z.string(), from: z.array(z.string()).min(1) }),
  /** What is asked of either address when somebody wishes to sign in with another one. */
  z.object({
    to: z.literal("new-address"),
    accountId: z.string(),
    wish: z.string(),
    side: z.enum(["old", "new"]),
  }),
]);

export type LetterWay = z.infer<typeof letterWay>;
