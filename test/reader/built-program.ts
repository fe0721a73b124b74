import { inject } from "vitest";

/** In place of `reader-program.server.ts`: where the program lies that this run has built. */
export const readerProgram = () => inject("tableReader");
