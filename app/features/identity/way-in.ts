/** Where a right password leads: to the page that was wanted, by way of the second step where there is one. */
export function wayIn({ isWhole }: { isWhole: boolean }, next: string): string {
  return isWhole ? next : `/sign-in/code?${new URLSearchParams({ next })}`;
}
