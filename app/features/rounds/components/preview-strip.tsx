import { I18nextProvider, useTranslation } from "react-i18next";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { BaseLink } from "~/ui/base-link.tsx";
import { cx } from "~/ui/cx.ts";
import { Link } from "~/ui/link.tsx";
import type { RoundPreview } from "../preview/preview-page.server.ts";
import { type PreviewOf, previewPath } from "./preview-path.ts";

type Props = {
  preview: RoundPreview;
  /** Of whoever looks, which need not be that of the page below. */
  language: string;
};

/** Above a preview: what it is, as whom and in what it is read, and the way back. In the words of whoever looks. */
export function PreviewStrip({ preview, language }: Props) {
  return (
    <I18nextProvider i18n={textsIn(language)}>
      <Strip preview={preview} language={language} />
    </I18nextProvider>
  );
}

function Strip({ preview, language }: Props) {
  const { t } = useTranslation("round-preview");
  const { t: beside } = useTranslation("intro-preview");
  const { roundId, roundName, as, part, data, questionnaire } = preview;
  const names = new Intl.DisplayNames(language, { type: "language" });
  const nameOf = (each: string) => names.of(each) ?? each;
  const view = { as, in: preview.in, page: part, questionnaire: questionnaire.instead };
  const to = (other: PreviewOf) => previewPath(roundId, { ...view, ...other });
  const said = [
    t("lead"),
    ...(questionnaire.instead ? [t("instead", { questionnaire: questionnaire.name })] : []),
    ...(preview.example ? [beside("example", { name: data.name })] : []),
    ...(data.worded === preview.in
      ? []
      : [t("questionsLack", { language: nameOf(preview.in), other: nameOf(data.worded) })]),
    ...(preview.language === preview.in
      ? []
      : [t("wordsLack", { language: nameOf(preview.in), other: nameOf(preview.language) })]),
  ];
  return (
    <aside
      aria-label={t("region")}
      lang={language}
      className="border-b-2 border-accent-fill bg-accent-soft text-ink"
    >
      <div className="mx-auto grid max-w-reading gap-3 px-4 py-4 sm:px-6">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p className="font-semibold wrap-anywhere" dir="auto">
            {t("title", { round: roundName })}
          </p>
          <Link href={preview.path} className="print:hidden">
            {t("back")}
          </Link>
        </div>
        {said.map((each) => (
          <p key={each} className="text-sm">
            {each}
          </p>
        ))}
        <p className="hidden text-sm print:block">
          {[beside(`as.${as}`), questionnaire.name, nameOf(preview.in)].join(" · ")}
        </p>
        <Choice
          label={t("as")}
          ways={preview.relationships.map((each) => ({
            label: beside(`as.${each}`),
            href: to({ as: each }),
            current: each === as,
          }))}
        />
        <Choice
          label={t("in")}
          ways={preview.offered.map((each) => ({
            label: nameOf(each),
            href: to({ in: each }),
            current: each === preview.in,
          }))}
        />
        <Choice
          label={t("page")}
          ways={[
            { label: t("first"), href: to({ page: null }), current: part === null },
            {
              label: t("questions"),
              href: to({ page: part ?? data.parts[0]?.key ?? null }),
              current: part !== null,
            },
          ]}
        />
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
