import type { UploadPath } from "~/platform/feature/upload-path.ts";

/** How many bytes a form sent to an address may have when it takes files; null when it takes none. */
export type UploadLimits = (pathname: string) => number | null;

/** The limits that features' manifests say. Single fetches of the router, which end in ".data", count as their page. */
export function uploadLimits(uploads: readonly UploadPath[]): UploadLimits {
  return (pathname) => {
    const asked = pathname.replace(/\.data$/, "").split("/");
    const found = uploads.find(({ path }) => {
      const parts = path.split("/");
      return (
        parts.length === asked.length &&
        parts.every((part, at) => (part.startsWith(":") ? asked[at] !== "" : part === asked[at]))
      );
    });
    return found?.largest ?? null;
  };
}
