import { organisationNames } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Brand } from "~/shell/brand.ts";
import { brandingOf, logoOf } from "./branding-store.server.ts";
import { accentOf, accentStyle } from "./domain/accent.ts";

/** How the pages of an organisation look. */
export async function brandOf(tx: Tx, scope: OrganisationScope): Promise<Brand> {
  const { registered, shown } = await organisationNames(tx, scope);
  const stored = await brandingOf(tx, scope);
  const { accent = null, mark = null, width = null, height = null } = stored ?? {};
  const hasLogo = mark !== null && width !== null && height !== null;
  return {
    logo: hasLogo ? { href: `/logo/${scope.organisationId}/${mark}`, width, height } : null,
    colours: accent === null ? null : accentStyle(accentOf(accent)),
    registered: shown === null || shown === registered ? null : registered,
  };
}

export type LetterBrand = {
  logo: { png: Buffer; width: number; height: number } | null;
  /** Of its button, under white words: the sheet of a letter is light where a mail program knows no other. */
  button: string | null;
  name: string;
  registered: string | null;
};

/** How a letter of an organisation looks, or a page on paper: with all that it shows. */
export async function letterBrandOf(tx: Tx, scope: OrganisationScope): Promise<LetterBrand> {
  const { registered, shown } = await organisationNames(tx, scope);
  const stored = await brandingOf(tx, scope);
  const { accent = null, width = null, height = null } = stored ?? {};
  const png = width === null ? null : await logoOf(tx, scope);
  return {
    logo: png && width !== null && height !== null ? { png, width, height } : null,
    button: accent === null ? null : accentOf(accent).light.fill,
    name: shown ?? registered,
    registered: shown === null || shown === registered ? null : registered,
  };
}

/** Its logo as a picture for paper, an SVG that holds its pixels and nothing else; null where it has none. */
export async function paperLogoOf(tx: Tx, scope: OrganisationScope): Promise<string | null> {
  const { logo } = await letterBrandOf(tx, scope);
  if (!logo) return null;
  const { width, height, png } = logo;
  const size = `width="${width}" height="${height}"`;
  const source = `data:image/png;base64,${png.toString("base64")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" ${size}><image ${size} xlink:href="${source}"/></svg>`;
}
