import type { SignedInBy } from "./signed-in-by.ts";

/**
 * Where whoever showed who they are is led: to the page that was wanted, by way of the second step where there is one;
 * or to the sign-in of their organisation, where that is demanded.
 */
export function wayIn({ isWhole, elsewhere }: Omit<SignedInBy, "headers">, next: string): string {
  const query = new URLSearchParams({ next });
  if (elsewhere !== undefined) return `/sign-in/organisation/${elsewhere}?${query}&asked`;
  return isWhole ? next : `/sign-in/code?${query}`;
}
