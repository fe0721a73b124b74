import { createServer } from "vite";

// The demo, with pages made afresh on every change. Changes to the server itself need a restart.
const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
const { demo } = await vite.ssrLoadModule("/cli/demo.ts");
await demo({
  build: () => vite.ssrLoadModule("virtual:react-router/server-build"),
  before: vite.middlewares,
});
