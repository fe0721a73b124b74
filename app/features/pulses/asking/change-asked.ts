import type { changerOf, Round, RoundChanges } from "~/features/rounds/index.server.ts";

/** How rounds of a kind that somebody asks for are changed, both halves as one. */
export type ChangeAsked = ReturnType<typeof changerOf<Round, RoundChanges & { isOpen?: boolean }>>;
