import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list.tsx";
import { placeholders } from "../../domain/invitation-text.ts";
import type { SetupPage } from "../../setup-page.server.ts";

/** The invitation as one rater will get it. */
export function LetterPreview({ preview }: { preview: SetupPage["preview"] }) {
  const { t } = useTranslation("feedback-hr");
  const { t: inLetters } = useTranslation("feedback");
  return (
    <section aria-labelledby="preview" className="grid content-start gap-3">
      <div>
        <h3 id="preview" className="text-lg font-semibold">
          {t("setup.invitation.preview")}
        </h3>
        <p className="text-sm text-ink-muted">
          {t("setup.invitation.previewLead", { name: preview.to })}
        </p>
      </div>
      <div className="rounded-large border border-line bg-surface">
        <p className="border-b border-line px-5 py-3 font-semibold wrap-anywhere" dir="auto">
          {preview.subject}
        </p>
        <div className="grid gap-3 px-5 py-4">
          {preview.paragraphs.map((paragraph) => (
            <p key={paragraph} className="whitespace-pre-line wrap-anywhere" dir="auto">
              {paragraph}
            </p>
          ))}
          <p className="mt-1 w-fit rounded-medium bg-accent-fill px-4 py-2 font-medium text-on-accent">
            {inLetters("letters.invitation.action")}
          </p>
        </div>
      </div>
    </section>
  );
}

/** What may stand in double braces, and what it becomes. */
export function PlaceholderList() {
  const { t } = useTranslation("feedback-hr");
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-medium">{t("setup.invitation.placeholders")}</p>
      <DescriptionList
        items={placeholders.map((name) => ({
          term: `{{${name}}}`,
          details: t(`setup.invitation.placeholder.${name}`),
        }))}
      />
    </div>
  );
}
