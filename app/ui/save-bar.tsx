import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { DraftNote } from "./draft-note.tsx";
import { nameOfField } from "./form-values.ts";
import type { Unsaved } from "./unsaved.ts";

type Props = {
  draft: { isBack: boolean; unsaved: Unsaved | null };
  /** What saves, and the ways out. */
  children: ReactNode;
};

const raised =
  "sticky bottom-0 z-10 rounded-large border border-line bg-surface px-4 py-3 shadow-raised " +
  "max-lg:bottom-(--bar-size) print:hidden";

/**
 * The foot of a form over something stored: what saves it. While something is changed it stays in sight, counts what is
 * not saved and offers to undo it; what was undone can be put back.
 */
export function SaveBar({ draft: { isBack, unsaved }, children }: Props) {
  const { t } = useTranslation("ui");
  const count = new Set(Object.keys(unsaved?.was ?? {}).map(nameOfField)).size;
  const undone = count === 0 && unsaved?.putBack;
  const stands = count > 0 || undone;
  return (
    <div className={cx("flex flex-wrap items-center gap-x-4 gap-y-2", stands && raised)}>
      <div className={stands ? "flex flex-[1_1_28rem] items-center gap-x-2" : "contents"}>
        <div role="status" className={cx("min-w-0", stands ? "flex-1" : "sr-only")}>
          {count > 0 && (
            <>
              <p className="font-semibold leading-snug">{t("unsaved.count", { count })}</p>
              <p className="text-sm text-ink-muted max-sm:sr-only">
                {isBack ? t("draft.isBack") : t("unsaved.keeps")}
              </p>
            </>
          )}
          {undone && <p>{t("unsaved.undone")}</p>}
        </div>
        {stands && (
          <Button type="button" variant="quiet" onClick={undone || unsaved?.undo}>
            {undone ? t("unsaved.putBack") : t("unsaved.undo", { count })}
          </Button>
        )}
      </div>
      {!unsaved && <DraftNote isBack={isBack} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:w-full max-sm:[&>button]:flex-1">
        {children}
      </div>
    </div>
  );
}
