export { brandOf, type LetterBrand, letterBrandOf, paperLogoOf } from "./brand-of.server.ts";
