import { createContext } from "react-router";
import type { LetterWays } from "~/platform/feature/letter-ways.ts";

/** The links that features lend to their letters; given by whoever knows all features. */
export const letterWaysContext = createContext<() => Promise<LetterWays>>();
