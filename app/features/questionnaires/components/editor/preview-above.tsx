import { I18nextProvider, useTranslation } from "react-i18next";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { BaseLink } from "~/ui/base-link.tsx";
import { cx } from "~/ui/cx.ts";
import { Link } from "~/ui/link.tsx";
import { relationships } from "../../domain/relationship.ts";
import { previewHref } from "../../editing/hrefs.ts";
import type { PreviewPage } from "../../editing/preview-page.server.ts";
import { useLanguageNames } from "./use-language-names.ts";

type Props = {
  preview: PreviewPage;
  /** Of whoever looks, which need not be that of the page below. */
  language: string;
};

/** Above a preview: what it is, as whom and in what it is read, and the way back. */
export function PreviewAbove(props: Props) {
  return (
    <I18nextProvider i18n={textsIn(props.language)}>
      <Strip {...props} />
    </I18nextProvider>
  );
}

function Strip({ preview, language }: Props) {
  const { t } = useTranslation("questionnaires");
  const nameOf = useLanguageNames(language);
  const { key, name, version, as, part, missing, about, offered, back } = preview;
  const view = { version, as, in: preview.in, page: part };
  return (
    <aside
      aria-label={t("preview.short")}
      lang={language}
      className="border-b-2 border-accent-fill bg-accent-soft text-ink"
    >
      <div className="mx-auto grid max-w-reading gap-3 px-4 py-4 sm:px-6">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p className="font-semibold wrap-anywhere" dir="auto">
            {t("preview.title", { name })}
          </p>
          <Link href={back} className="print:hidden">
            {t("preview.back")}
          </Link>
        </div>
        <p className="text-sm">{t("preview.lead")}</p>
        {missing > 0 && <p className="text-sm">{t("preview.missing", { count: missing })}</p>}
        {about === "person" && (
          <Choice
            label={t("preview.as")}
            ways={relationships.map((each) => ({
              label: t(`preview.relationships.${each}`),
              href: previewHref(key, { ...view, as: each }),
              current: each === as,
            }))}
          />
        )}
        {offered.length > 1 && (
          <Choice
            label={t("preview.in")}
            ways={offered.map((each) => ({
              label: nameOf(each),
              href: previewHref(key, { ...view, in: each }),
              current: each === preview.in,
            }))}
          />
        )}
      </div>
    </aside>
  );
}

type Way = { label: string; href: string; current: boolean };

/** One of several, each an address of its own. */
function Choice({ label, ways }: { label: string; ways: readonly Way[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span aria-hidden="true" className="min-w-20 text-ink-muted">
        {label}
      </span>
      <ul className="flex flex-wrap gap-1">
        {ways.map(({ label: each, href, current }) => (
          <li key={href}>
            <BaseLink
              href={href}
              aria-current={current ? "true" : undefined}
              className={cx(
                "inline-flex min-h-8 items-center rounded-medium border px-2.5 no-underline pointer-coarse:min-h-11",
                current
                  ? "border-accent-fill bg-surface font-semibold text-ink"
                  : "border-transparent text-accent hover:bg-surface",
              )}
            >
              {each}
            </BaseLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
