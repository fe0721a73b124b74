import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { letterCounts } from "./counts-reads.server.ts";

/** For HR: that letters wait, where no mail server could send them. */
export async function lettersForHome(
  { mailer }: Pick<Platform, "mailer">,
  tx: Tx,
  actor: Actor,
): Promise<ForHome> {
  if (mailer.kind !== "none") return {};
  const { waiting } = await letterCounts(tx, actor, "anything");
  if (waiting === 0) return {};
  const t = readerTexts().getFixedT(null, "notifications", "home");
  return {
    tending: {
      title: t("title"),
      tasks: [
        {
          id: "letters that wait",
          line: t("line", { count: waiting }),
          detail: t("detail"),
          action: t("action"),
          href: "/outbox",
          icon: "mail",
        },
      ],
    },
  };
}
