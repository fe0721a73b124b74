import { createContext } from "react-router";
import type { Actor } from "~/features/identity/index.ts";
import type { Personal } from "~/platform/feature/personal.ts";
import type { FixedPeriod, KindKept } from "~/platform/feature/retention.ts";

/** What every feature keeps for how long, and of people; given by whoever knows all features. */
export type KeptOfAll = {
  kinds: readonly KindKept<Actor>[];
  fixed: readonly FixedPeriod[];
  personal: readonly Personal<Actor>[];
};

export const keptContext = createContext<() => Promise<KeptOfAll>>();
