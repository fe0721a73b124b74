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

export default defineConfig({
  plugins: [tailwindcss(), reactRouter(), tableReader],
  resolve: { tsconfigPaths: true },
  environments: {
    ssr: {
      build: {
        // One server bundle for pages, jobs and the command line, so that there is one copy of every module.
        rolldownOptions: { input: "./cli/main.ts" },
      },
    },
  },
});
