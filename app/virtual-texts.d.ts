declare module "virtual:texts" {
  import type { ResourceKey } from "i18next";

  /** See vite.config.ts. */
  const byLanguage: Record<string, () => Promise<{ default: Record<string, ResourceKey> }>>;
  export default byLanguage;
}
