import { createContext } from "react-router";
import type { Actor } from "~/features/identity/index.ts";
import type { LettersAgain } from "~/platform/feature/letter-again.ts";

/** What every feature writes anew; given by whoever knows all features. */
export const lettersAgainContext = createContext<() => Promise<LettersAgain<Actor>[]>>();
