import type { SetupPage } from "../../setup/setup-page.server.ts";

/** What every step of a set-up may show; the lists of people stay with the steps that need them. */
export type SetupFacts = SetupPage;
