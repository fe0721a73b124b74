import { useTranslation } from "react-i18next";
import { eitherOf } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import type { ShownItem, ShownPage } from "../../editing/contents.ts";
import { draftHref } from "../../editing/hrefs.ts";
import { MoveButtons } from "./move-buttons.tsx";

type Edit = {
  key: string;
  revision: number;
  /** Items with something wrong. */
  wrong: ReadonlySet<string>;
};

type Props = {
  pages: readonly ShownPage[];
  /** Null where nothing can be changed. */
  edit: Edit | null;
};

/** The pages of a questionnaire with their items; in a draft each with the ways to change and to move it. */
export function QuestionList({ pages, edit }: Props) {
  const { t } = useTranslation("questionnaires");
  const before = pages.map((_, at) =>
    pages.slice(0, at).reduce((sum, { items }) => sum + items.length, 0),
  );
  return (
    <div className="grid grid-cols-1 gap-10">
      {pages.map(({ key, title, items }, at) => (
        <section key={key} id={key} aria-labelledby={`${key}-title`} className="scroll-mt-24">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h2 id={`${key}-title`} dir="auto" className="min-w-0 font-serif text-xl wrap-anywhere">
              {edit ? (
                <Link tone="quiet" href={draftHref(edit.key, "page", { page: key })}>
                  {title ?? t("page.untitled")}
                </Link>
              ) : (
                (title ?? t("page.untitled"))
              )}
            </h2>
            {edit && (
              <MoveButtons
                revision={edit.revision}
                what="page"
                thing={key}
                name={title ?? t("page.untitled")}
              />
            )}
          </div>
          {items.length === 0 && <p className="mt-2 text-ink-muted">{t("page.empty")}</p>}
          <ol className="mt-2 divide-y divide-line border-y border-line empty:hidden">
            {items.map((item, index) => (
              <ItemLine
                key={item.key}
                item={item}
                number={(before[at] ?? 0) + index + 1}
                edit={edit}
              />
            ))}
          </ol>
          {edit && (
            <ButtonLink
              size="small"
              className="mt-3"
              href={draftHref(edit.key, "item", { page: key })}
              icon={<PlusIcon className="size-4" />}
              aria-label={t("item.addTo", { page: title ?? t("page.untitled") })}
            >
              {t("item.add")}
            </ButtonLink>
          )}
        </section>
      ))}
    </div>
  );
}

type LineProps = { item: ShownItem; number: number; edit: Edit | null };

function ItemLine({ item, number, edit }: LineProps) {
  const { t } = useTranslation("questionnaires");
  const { asked } = item;
  return (
    <li id={item.key} className="flex scroll-mt-24 items-start gap-3 py-2.5">
      <span className="w-7 shrink-0 text-end text-sm leading-6 text-ink-muted tabular-nums">
        {number}
      </span>
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p dir="auto">
          {edit ? (
            <Link tone="quiet" href={draftHref(edit.key, "item", { item: item.key })}>
              {item.self}
            </Link>
          ) : (
            item.self
          )}
        </p>
        {item.other !== null && (
          <p dir="auto" className="text-sm text-ink-muted">
            {t("item.forOthers", { words: item.other })}
          </p>
        )}
        <p className="text-sm text-ink-muted">
          {[t(`kinds.${item.kind}`), ...(item.measures ? [item.measures] : [])].join(" · ")}
        </p>
        {asked && (
          <p className="text-sm text-ink-muted">
            {t("item.askedIf", {
              question: asked.question,
              answers: eitherOf(asked.answers.map((words) => t("item.quoted", { words }))),
            })}
          </p>
        )}
        {edit?.wrong.has(item.key) && (
          <p className="text-sm font-medium text-danger-text">{t("item.wrong")}</p>
        )}
      </div>
      {edit && (
        <MoveButtons revision={edit.revision} what="item" thing={item.key} name={item.self} />
      )}
    </li>
  );
}
