import { fileURLToPath } from "node:url";
import { createServer } from "vite";

/** Opens the application's own modules to a bench, as Vite's server would; `~/` is app/. Close it at the end. */
export async function openApp(): Promise<{
  load: <Module>(path: string) => Promise<Module>;
  close: () => Promise<void>;
}> {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL("../../", import.meta.url)),
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
    resolve: {
      alias: [{ find: /^~\//, replacement: fileURLToPath(new URL("../../app/", import.meta.url)) }],
    },
  });
  return {
    load: async <Module>(path: string) => (await server.ssrLoadModule(path)) as Module,
    close: () => server.close(),
  };
}
