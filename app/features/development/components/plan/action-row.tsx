import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { cx } from "~/ui/cx.ts";
import { Form } from "~/ui/form.tsx";
import type { ShownAction } from "../../plan/plan-page.server.ts";
import { whenOf } from "../../plan/plan-sections.ts";

/** One action: what, of which kind, who sees to it, by when, and what shows it. */
export function ActionRow({ action, isMine }: { action: ShownAction; isMine: boolean }) {
  const { t } = useTranslation("plan");
  const { id, words, kind, hat, owner, evidence, status, isLate, mayTick } = action;
  const isOpen = status === "open";
  const facts = [
    t(`kind.${kind}`),
    ...(hat ? [hat.name] : []),
    ...(owner ? [owner.isYou ? t("action.ownerYou") : owner.name] : []),
  ];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="grid min-w-0 flex-[1_1_18rem] gap-0.5">
        <p
          dir="auto"
          className={cx("font-medium wrap-anywhere", status === "dropped" && "line-through")}
        >
          {words}
        </p>
        <p className="text-sm text-ink-muted wrap-anywhere">{facts.join(" · ")}</p>
        {evidence !== "" && (
          <p dir="auto" className="text-sm whitespace-pre-line wrap-anywhere">
            {t("action.shownBy", { evidence })}
          </p>
        )}
        {owner && !owner.isStill && (
          <p className="text-sm">{t("action.ownerGone", { name: owner.name })}</p>
        )}
      </div>
      <div className="grid justify-items-start gap-2 sm:justify-items-end">
        <p className={cx("text-sm", isLate ? "font-semibold" : "text-ink-muted")}>
          {isLate ? t("action.late", { when: whenOf(action, t) }) : whenOf(action, t)}
        </p>
        {(mayTick || isMine) && (
          <div className="flex flex-wrap gap-1 print:hidden">
            {mayTick && (
              <Form method="post" className="flex flex-wrap gap-1">
                <input type="hidden" name="action" value={id} />
                <Button size="small" name="intent" value={isOpen ? "done" : "again"}>
                  {t(isOpen ? "action.done" : "action.again")}
                  <span className="sr-only">: {words}</span>
                </Button>
                {isMine && isOpen && (
                  <Button size="small" variant="quiet" name="intent" value="drop">
                    {t("action.drop")}
                    <span className="sr-only">: {words}</span>
                  </Button>
                )}
              </Form>
            )}
            {isMine && (
              <ButtonLink size="small" variant="quiet" href={`/plan/actions/${id}`}>
                {t("action.change")}
                <span className="sr-only">: {words}</span>
              </ButtonLink>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
