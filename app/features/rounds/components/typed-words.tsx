import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import type { ProblemKind, TypedForm } from "./problem-kind.ts";

type Props = { kind: ProblemKind; kept: TypedForm; action: string };

/** What was typed and could not be saved: to copy, and to send again where that can help. */
export function TypedWords({ kind, kept, action }: Props) {
  const { t } = useTranslation("answering");
  const again = kind === "signed-out" || kind === "paused" || kind === "suspended";
  const words = kept.filter(([field, value]) => field.startsWith("comment-") && value.trim());
  const rest = kept.filter(([field]) => !field.startsWith("comment-"));
  const rated = rest.filter(([field]) => field.startsWith("item-")).length;
  return (
    <form method="post" action={action} className="grid gap-5 border-t border-line pt-6">
      <div>
        <h2 className="text-lg font-semibold">{t("lost.title")}</h2>
        <p className="mt-1 text-ink-muted">{t(again ? "lost.leadAgain" : "lost.lead")}</p>
        {again && rated > 0 && (
          <p className="mt-1 text-ink-muted">{t("lost.ratings", { count: rated })}</p>
        )}
      </div>
      {words.map(([field, value]) => (
        <TextArea
          key={field}
          name={field}
          label={t("lost.text")}
          rows={4}
          dir="auto"
          readOnly
          defaultValue={value}
        />
      ))}
      {rest.map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {again && (
        <div className="flex flex-wrap items-center gap-4">
          {kind === "signed-out" && (
            <Link alone href={`/sign-in?next=${encodeURIComponent(action)}`} target="_blank">
              {t("lost.signIn")}
            </Link>
          )}
          <Button variant="primary">{t("lost.again")}</Button>
        </div>
      )}
    </form>
  );
}
