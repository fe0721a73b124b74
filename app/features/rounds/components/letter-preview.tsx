import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { listed } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { LettersPage } from "../letters/letters-page.server.ts";

/** A letter exactly as its first reader will get it. */
export function LetterPreview({
  page: { preview, roundId, kind, language },
  heading: Heading = "h3",
}: {
  page: Pick<LettersPage, "preview" | "roundId" | "kind" | "language">;
  heading?: "h2" | "h3";
}) {
  const { t } = useTranslation("letters");
  const sending = useNavigation().state === "submitting";
  return (
    <section aria-labelledby="preview" className="grid content-start gap-3">
      <div>
        <Heading id="preview" className="text-lg font-semibold">
          {t("preview")}
        </Heading>
        <p className="text-sm text-ink-muted">
          {preview.to ? t("previewLead", { name: preview.to }) : t("previewExample")}
        </p>
      </div>
      <div className="overflow-hidden rounded-large border border-line bg-surface">
        <p className="border-b border-line px-5 py-3 font-semibold wrap-anywhere" dir="auto">
          {preview.subject}
        </p>
        <iframe
          title={t("preview")}
          srcDoc={preview.html}
          sandbox=""
          className="block h-[40rem] w-full bg-white"
        />
      </div>
      <Form
        method="post"
        action={`/cycles/${roundId}/letters/test`}
        className="flex flex-wrap items-center gap-x-4 gap-y-2"
      >
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="language" value={language} />
        <Button size="small" type="submit" busy={sending}>
          {t("test.action")}
        </Button>
        <p className="text-sm text-ink-muted">{t("test.hint")}</p>
      </Form>
    </section>
  );
}

/** What stands in double braces and would reach readers as typed. */
export function MistakeNotice({ names }: { names: readonly string[] }) {
  const { t } = useTranslation("letters");
  if (names.length === 0) return null;
  const title = t("unknown", { names: listed(names.map((name) => `{{${name}}}`)) });
  return (
    <Notice tone="danger" title={title}>
      {t("unknownBody")}
    </Notice>
  );
}

/** What may stand in double braces, and what it becomes. */
export function PlaceholderList({ names }: { names: readonly string[] }) {
  const { t } = useTranslation("letters");
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-medium">{t("placeholders")}</p>
      <DescriptionList
        items={names.map((name) => ({
          term: `{{${name}}}`,
          details: t(`placeholder.${name}`),
        }))}
      />
    </div>
  );
}
