import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import type { TestProject } from "vitest/node";

const root = resolve(import.meta.dirname, "../..");

declare module "vitest" {
  interface ProvidedContext {
    tableReader: string;
  }
}

/** Builds the program that reads a file, as vite.config.ts does beside the server. */
export default async function setup(project: TestProject): Promise<() => void> {
  // Within the checkout, so that it finds the packages.
  mkdirSync(join(root, ".tmp"), { recursive: true });
  const outDir = mkdtempSync(join(root, ".tmp/reader-"));
  const program = "read-table.js";
  await build({
    ...{ root, configFile: false, logLevel: "error", publicDir: false },
    build: {
      ...{ outDir, ssr: "app/platform/tables/child/main.ts" },
      rolldownOptions: { output: { entryFileNames: program } },
    },
  });
  project.provide("tableReader", join(outDir, program));
  return () => rmSync(outDir, { recursive: true, force: true });
}
