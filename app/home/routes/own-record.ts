import { requireRecentReader } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { ownRecord } from "../own-record.server.ts";
import type { Route } from "./+types/own-record";

/** What is kept of whoever asks, as a file to take along. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = await requireRecentReader(context, request);
  const record = await ownRecord(getPlatform(context), actor);
  if (!record) throw notFound();
  const name = readerTexts().t("account:record.fileName");
  return new Response(`${JSON.stringify(record, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.json"`,
    },
  });
}
