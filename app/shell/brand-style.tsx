import type { Brand } from "./brand.ts";

/** The organisation's accent in place of the usual one; nothing where it has none. */
export function BrandStyle({ brand }: { brand: Brand | null }) {
  return brand?.colours ? <style>{brand.colours}</style> : null;
}
