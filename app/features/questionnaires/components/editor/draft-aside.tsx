import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Select } from "~/ui/select.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { DraftPage } from "../../editing/draft-page.server.ts";
import { draftHref, previewHref } from "../../editing/hrefs.ts";
import { offeredLanguages } from "../../editing/offered-languages.ts";
import { FeedbackLacks } from "./feedback-lacks.tsx";
import { useLanguageNames } from "./use-language-names.ts";

/** Beside a draft: how it looks, what it is about, its scales and languages, and what rounds can ask it. */
export function DraftAside({ page }: { page: DraftPage }) {
  const { t } = useTranslation("questionnaires");
  const { key, count, scales, minutes, about, lacks } = page;
  return (
    <>
      {count > 0 && (
        <AsidePart title={t("preview.short")}>
          <p className="text-ink-muted">{t("preview.why")}</p>
          <p className="mt-2">
            <Link href={previewHref(key, { version: "draft" })}>{t("preview.link")}</Link>
          </p>
        </AsidePart>
      )}
      <AsidePart title={t("about.title")}>
        {page.description !== "" && <p dir="auto">{page.description}</p>}
        <p className="mt-1 text-ink-muted">
          {[t(`about.${about}`), t("about.minutesOf", { count: minutes })].join(" · ")}
        </p>
        <p className="mt-2">
          <Link href={draftHref(key, "about")}>{t("about.change")}</Link>
        </p>
      </AsidePart>
      <AsidePart title={t("scale.title")}>
        <ul className="grid gap-2">
          {scales.map((scale) => (
            <li key={scale.key}>
              <Link dir="auto" href={draftHref(key, "scale", { scale: scale.key })}>
                {scale.stem}
              </Link>
              <p className="text-sm text-ink-muted">
                {[t(`kinds.${scale.kind}`), t("scale.used", { count: scale.used })].join(" · ")}
              </p>
            </li>
          ))}
        </ul>
        <p className="mt-3">
          <Link href={draftHref(key, "scale")}>{t("scale.add")}</Link>
        </p>
      </AsidePart>
      <Languages page={page} />
      {lacks.length > 0 || count > 0 ? (
        <AsidePart title={t("feedback.title")}>
          <FeedbackLacks lacks={lacks} />
        </AsidePart>
      ) : null}
    </>
  );
}

function Languages({ page }: { page: DraftPage }) {
  const { t, i18n } = useTranslation("questionnaires");
  const nameOf = useLanguageNames();
  const { key, language, languages, revision } = page;
  const there = new Set([language, ...languages.map((each) => each.language)]);
  const offered = offeredLanguages
    .filter((each) => !there.has(each))
    .map((each) => ({ value: each, label: nameOf(each) }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <AsidePart title={t("languages.title")}>
      <ul className="grid gap-2">
        <li>{t("languages.original", { language: nameOf(language) })}</li>
        {languages.map(({ language: each, missing, words }) => (
          <li key={each}>
            <Link href={draftHref(key, "words", { language: each })}>{nameOf(each)}</Link>
            <p className="text-sm text-ink-muted">
              {t("languages.done", { done: words - missing, count: words })}
            </p>
          </li>
        ))}
      </ul>
      <Form method="post" className="mt-3 grid justify-items-start gap-3">
        <input type="hidden" name="revision" value={revision} />
        <Select name="language" label={t("languages.more")} options={offered} width="full" />
        <Button size="small" name="intent" value="add-language">
          {t("languages.add")}
        </Button>
      </Form>
    </AsidePart>
  );
}
