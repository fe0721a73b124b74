import { createContext } from "react-router";
import type { Actor } from "~/features/identity/index.ts";
import type { RoundKind } from "~/platform/feature/round-kind.ts";

/** The kinds of rounds; given by whoever knows all features. */
export const roundKindsContext = createContext<() => Promise<RoundKind<Actor>[]>>();
