import type { Brand } from "./brand.ts";

type Props = { logo: NonNullable<Brand["logo"]>; name: string };

/** An organisation's logo in place of the product's mark; `name` is what it stands for. */
export function BrandLogo({ logo: { href, width, height }, name }: Props) {
  return (
    <img
      src={href}
      width={width}
      height={height}
      alt={name}
      className="logo h-auto max-h-9 w-auto max-w-40 object-contain"
    />
  );
}
