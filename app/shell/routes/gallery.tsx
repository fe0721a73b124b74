import { useRouteLoaderData } from "react-router";
import { KindsGallery } from "~/features/questionnaires/index.ts";
import { requestContext } from "~/platform/context.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { ThemeToggle } from "~/shell/theme-toggle.tsx";
import { Gallery } from "~/ui/gallery/gallery.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { Theme } from "../theme.ts";
import type { Route } from "./+types/gallery";

/**
 * Every primitive and chart in all its states, and a question of every kind: for those who build, so only in the demo
 * and in development.
 */
export function loader({ context }: Route.LoaderArgs) {
  if (!context.get(requestContext).gallery) throw new Response(null, { status: 404 });
  return null;
}

export default function GalleryPage() {
  const title = "Gallery";
  const theme = useRouteLoaderData<{ theme: Theme }>("root")?.theme ?? "system";
  return (
    <PlainShell width="reading" aside={<ThemeToggle theme={theme} returnTo="/dev/gallery" />}>
      <PageTitle>{title}</PageTitle>
      <Gallery />
      <KindsGallery />
    </PlainShell>
  );
}
