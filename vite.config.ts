import { globSync } from "node:fs";
import { basename } from "node:path";
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/** Files are read by a program of their own, which lies beside the server and which nothing imports. */
const tableReader: Plugin = {
  name: "table-reader",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "ssr",
  buildStart() {
    const id = "./app/platform/tables/child/main.ts";
    this.emitFile({ type: "chunk", id, fileName: "read-table.js", preserveSignature: "strict" });
  },
};

/**
 * The texts of each language but English for browsers, in one file a language: fetched by whoever reads it, and nobody
 * else. Letters are no page's.
 */
const textsByLanguage: Plugin = {
  name: "texts-by-language",
  resolveId: (id) => (id.startsWith("virtual:texts") ? `\0${id}` : null),
  load(id) {
    if (id === "\0virtual:texts") {
      const found = globSync("app/{*,features/*}/texts/*", { cwd: import.meta.dirname });
      const languages = new Set(found.map((path) => basename(path)));
      languages.delete("en");
      const each = [...languages].map((name) => `"${name}": () => import("virtual:texts/${name}")`);
      return `export default { ${each.join(", ")} };`;
    }
    const language = /^\0virtual:texts\/([\w-]+)$/.exec(id)?.[1];
    if (!language) return null;
    const files = `/app/{*,features/*}/texts/${language}`;
    const wanted = JSON.stringify([`${files}/*.json`, `!${files}/letter-*.json`]);
    return `export default import.meta.glob(${wanted}, { eager: true, import: "default" });`;
  },
};

/**
 * Libraries of many small modules: in the bundle they are a few files, and of them what is used. Node takes a
 * millisecond or two for each module it loads, so that with 2,600 fewer a program starts in half the time. What
 * hands objects to another library is here with it, so that of neither there are two.
 */
const bundled = [
  /^(@?react-(aria|stately)|@internationalized)/,
  /^@react-email\//,
  /^@simplewebauthn\/server/,
  /^(@peculiar\/|asn1js|pvutils|pvtsutils|tsyringe|reflect-metadata)/,
  /^@zxcvbn-ts\//,
  /^@opentelemetry\//,
  /^@?better-(auth|call)/,
  /^@conform-to\//,
  ...["jose", "kysely", "temporal-polyfill", "temporal-utils", "uuid", "write-excel-file", "zod"],
];

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter(), textsByLanguage, tableReader],
  resolve: { tsconfigPaths: true },
  environments: {
    ssr: {
      // Pages made afresh on every change take libraries as they are.
      resolve: command === "build" ? { noExternal: bundled } : {},
      build: {
        // One server bundle for pages, jobs and the command line, so that there is one copy of every module.
        rolldownOptions: { input: "./cli/main.ts" },
      },
    },
  },
}));
