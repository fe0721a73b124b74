import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
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
