export const GUIDE = "/guide";

export function situationAt(key: string): string {
  return `${GUIDE}/${key}`;
}

/** An address with what was chosen on its page; what is empty is left out. */
export function withChoices(path: string, choices: Readonly<Record<string, string>>): string {
  const said = Object.entries(choices).filter(([, value]) => value !== "");
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
}
