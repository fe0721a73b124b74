import { createContext } from "react-router";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";

/** Every kind of letter that any feature sends; given by whoever knows all features. */
export const lettersOfAllContext = createContext<() => Promise<readonly KindOfLetter[]>>();
