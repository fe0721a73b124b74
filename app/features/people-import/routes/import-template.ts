import { requireAdmin } from "~/features/identity/index.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { peopleTemplate } from "../people-template.server.ts";
import type { Route } from "./+types/import-template";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** An empty people file to fill in, with every column explained. */
export async function loader({ context, request }: Route.LoaderArgs) {
  requireAdmin(context, request);
  const t = readerTexts().getFixedT(null, "people-import");
  return new Response(new Uint8Array(await peopleTemplate(t)), {
    headers: {
      "Content-Type": XLSX,
      "Content-Disposition": `attachment; filename="${t("template.fileName")}.xlsx"`,
    },
  });
}
