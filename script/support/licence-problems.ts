import satisfies from "spdx-satisfies";

/** What we ship may have these: they go together with the AGPL and ask for no more than to be named. */
const SHIPPED = [
  ...["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "Apache-2.0"],
  ...["MPL-2.0", "CC0-1.0", "Unlicense", "OFL-1.1"],
];
/** What only builds and tests may have these as well. */
const TOOLS = [...SHIPPED, "Python-2.0", "CC-BY-3.0", "CC-BY-4.0"];

/** A lock file of npm, as far as licences go. Ours are links into the workspace. */
export type Lock = {
  packages: Record<string, { license?: string; dev?: boolean; link?: boolean; version?: string }>;
};

/** Every installed package whose licence we can't have, or that names none, in a line each. */
export function licenceProblems({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { license, dev = false, link = false }]) => {
    const at = path.lastIndexOf("node_modules/");
    if (at === -1 || link) return [];
    const name = path.slice(at + "node_modules/".length);
    if (license === undefined) return [`${name} names no licence`];
    return isIn(license, dev ? TOOLS : SHIPPED)
      ? []
      : [`${name} has the licence ${license}${dev ? "" : ", and is shipped"}`];
  });
}

function isIn(licence: string, allowed: readonly string[]): boolean {
  try {
    return satisfies(licence, [...allowed]);
  } catch {
    // No expression of SPDX: "SEE LICENSE IN FILE", say. Somebody has to look.
    return false;
  }
}
