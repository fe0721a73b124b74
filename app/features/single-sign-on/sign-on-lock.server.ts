import { lockAdministrators } from "~/features/identity/index.server.ts";

/**
 * What decides whether anybody gets in is changed one at a time, with who is in office: so that two changes that are
 * each right can't shut everybody out together.
 */
export const lockSignOn = lockAdministrators;
