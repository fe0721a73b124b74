import type { SetupPage } from "../../setup/setup-page.server.ts";
import type { RefusalWord, Said } from "./notices.ts";

/** What every step of a set-up may show; the lists of people stay with the steps that need them. */
export type SetupFacts = SetupPage & {
  /** What was just done, or why it was not. */
  word: { said: Said | null; refused: RefusalWord | null };
};
