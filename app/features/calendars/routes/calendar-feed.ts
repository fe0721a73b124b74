import { getPlatform } from "~/platform/context.server.ts";
import { calendarEntriesContext } from "../entries-context.server.ts";
import { readFeed } from "../read-feed.server.ts";
import type { Route } from "./+types/calendar-feed";

/** For calendar programs, which come by themselves and without a cookie. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const entries = context.get(calendarEntriesContext);
  const file = await readFeed(getPlatform(context), params.file, entries);
  if (file === null) return new Response("This link has ended.", { status: 410 });
  return new Response(file, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="twohats.ics"',
      "X-Robots-Tag": "noindex",
    },
  });
}
