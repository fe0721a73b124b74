import { type Framework, parseFramework } from "./domain/framework.ts";

const files = import.meta.glob<unknown>("../../../content/frameworks/*.json", {
  eager: true,
  import: "default",
});
const versions = Object.values(files)
  .map((file) => parseFramework(file))
  .sort((a, b) => a.key.localeCompare(b.key) || a.version - b.version);

/** Every version of the framework that came with this release or an earlier one, the first first. */
export function builtInFrameworks(): readonly Framework[] {
  return versions;
}

/** The framework that every organisation starts with: its newest version, or the one asked for. */
export function builtInFramework(version?: number): Framework {
  const found =
    version === undefined ? versions.at(-1) : versions.find((each) => each.version === version);
  if (!found) throw new Error(`no version ${version} of the built-in framework`);
  return found;
}
