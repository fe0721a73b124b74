import type { RouteConfigEntry } from "@react-router/dev/routes";
import routes from "../../../app/routes.ts";

export type Address = {
  /** As the routes have it, such as "/cycles/:cycleId/close". */
  pattern: string;
  parameters: string[];
  /** Whether a page answers; otherwise a file, or an answer for a script. */
  isPage: boolean;
};

/** Every address that answers, from the application's own list of routes. */
export function addresses(): Address[] {
  const found = new Map<string, Address>();
  const walk = (entries: readonly RouteConfigEntry[], above: string) => {
    for (const { path, index, file, children = [] } of entries) {
      const here = path ? `${above}/${path}` : above;
      const pattern = here || "/";
      if (path || index)
        found.set(pattern, {
          pattern,
          isPage: file.endsWith(".tsx"),
          parameters: [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => String(name)),
        });
      walk(children, here);
    }
  };
  walk(routes, "");
  return [...found.values()];
}

/** An address with its parameters filled in. @throws for a parameter nobody has a value for. */
export function filled({ pattern }: Address, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for :${name} of ${pattern}`);
    return encodeURIComponent(value);
  });
}
