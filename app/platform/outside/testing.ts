import type { Outside } from "./outside.server.ts";

/** Nobody is asked, and nothing stands in DNS, but for what a test says. */
export function nobodyOutside(texts: Readonly<Record<string, string[]>> = {}): Outside {
  return {
    fetch: async () => {
      throw new Error("nobody is there");
    },
    textsOf: async (name) => texts[name] ?? [],
    reachesPrivate: false,
  };
}
