/** The kinds of rounds that somebody asks for themselves. */
export const askedKinds = ["pulse", "suggestion", "away"] as const;
export type AskedKind = (typeof askedKinds)[number];
