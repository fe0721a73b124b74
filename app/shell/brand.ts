import { useMatches } from "react-router";

/** How an organisation's pages differ from all others; everything null where it chose nothing. */
export type Brand = {
  /** Served by this server, for this organisation alone. */
  logo: { href: string; width: number; height: number } | null;
  /** Its accent, as the style sheet has it. */
  colours: string | null;
  /** What whoever runs the server calls it, where its owners call it something else. */
  registered: string | null;
};

/** The brand that a page without the frame was loaded with; null where it is nobody's. */
export function useBrand(): Brand | null {
  const matches = useMatches();
  for (const { loaderData } of matches) {
    const brand = (loaderData as { brand?: Brand } | null | undefined)?.brand;
    if (brand) return brand;
  }
  return null;
}
