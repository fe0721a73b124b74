/** What a page's form holds in the field of this name; empty when it has none. */
export function fieldIn(page: string, name: string): string {
  return (
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ??
    new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(page)?.[1] ??
    ""
  );
}
