import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  // Every route is known at once: no manifest requests that tell a proxy which pages someone opens.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
