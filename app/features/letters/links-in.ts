/** The addresses that a letter's links lead to, once each, in order. */
export function linksIn(html: string): string[] {
  const found = [...html.matchAll(/href="(https?:[^"]+)"/g)].flatMap((match) => match[1] ?? []);
  return [...new Set(found.map((address) => address.replaceAll("&amp;", "&")))];
}
