import { createContext } from "react-router";
import type { Actor } from "~/features/identity/index.ts";
import type { Personal } from "~/platform/feature/personal.ts";

/** What every feature keeps of people, from the highest to the lowest; given by whoever knows all features. */
export type PersonalOfAll = () => Promise<readonly Personal<Actor>[]>;

export const personalContext = createContext<PersonalOfAll>();
