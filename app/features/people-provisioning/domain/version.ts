/** Whether one of the versions a header names is this one; compared weakly, and "*" is any. */
export function matchesVersion(header: string, version: string): boolean {
  const names = header.slice(0, 2_000).split(",").map(plain);
  return names.includes("*") || names.includes(plain(version));
}

function plain(version: string): string {
  return version.trim().replace(/^W\//, "");
}
