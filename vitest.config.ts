import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const DATABASE_TESTS = "**/*.db.test.ts";
const NOT_HERE = ["**/node_modules/**", "build/**", ".data/**", ".tmp/**", "e2e/**"];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^~\//, replacement: fileURLToPath(new URL("./app/", import.meta.url)) },
      // As it is shipped: built, the reader of a file starts in a third of the time, and some hundred files are read.
      {
        find: "./reader-program.server.ts",
        replacement: fileURLToPath(new URL("./test/reader/built-program.ts", import.meta.url)),
      },
    ],
  },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...NOT_HERE, DATABASE_TESTS],
          globalSetup: ["./test/reader/global-setup.ts"],
          // Nothing in them changes what others see, so files share what was imported: a third less work.
          isolate: false,
          // Patience for a busy machine, here and below.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Tests against a real PostgreSQL: one server for the run, a copy of the template database per file.
          name: "database",
          include: [DATABASE_TESTS],
          exclude: NOT_HERE,
          globalSetup: ["./test/reader/global-setup.ts", "./test/database/global-setup.ts"],
          pool: "forks",
          // Each file has a database of its own, so here as well files share what was imported.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
