import { useTranslation } from "react-i18next";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Table } from "~/ui/table.tsx";
import { draftHref, questionnaireHref } from "../../editing/hrefs.ts";
import type { ListedQuestionnaire } from "../../editing/questionnaires-page.server.ts";
import { useLanguageNames } from "./use-language-names.ts";

type Props = { questionnaires: readonly ListedQuestionnaire[] };

/** Questionnaires by name, with what of each is published and whether somebody works on it. */
export function QuestionnairesTable({ questionnaires }: Props) {
  const { t } = useTranslation("questionnaires");
  const nameOf = useLanguageNames();
  return (
    <Table
      caption={t("title")}
      captionHidden
      count={t("count", { count: questionnaires.length })}
      rows={questionnaires}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "name",
          header: t("name"),
          rowHeader: true,
          cell: ({ key, name, published }) => (
            <Link
              tone="quiet"
              dir="auto"
              href={published ? questionnaireHref(key) : draftHref(key)}
            >
              {name}
            </Link>
          ),
        },
        {
          key: "whose",
          header: t("whose"),
          cell: ({ builtIn }) => t(builtIn ? "builtIn" : "own"),
        },
        {
          key: "published",
          header: t("published"),
          cell: ({ builtIn, published }) => {
            if (!published) return t("notYet");
            const { version, on } = published;
            return builtIn
              ? t("versionOnly", { version })
              : t("versionOn", { version, date: writtenDate(on) });
          },
        },
        {
          key: "items",
          header: t("items"),
          align: "end",
          cell: ({ published }) => published?.items ?? "",
        },
        {
          key: "languages",
          header: t("languages.title"),
          cell: ({ published }) => listed((published?.languages ?? []).map(nameOf)),
        },
        {
          key: "draft",
          header: t("draft.column"),
          cell: ({ key, name, inWork }) =>
            inWork ? (
              <Link href={draftHref(key)} aria-label={t("draft.inWorkOf", { name })}>
                {t("draft.inWork")}
              </Link>
            ) : (
              t("draft.none")
            ),
        },
      ]}
    />
  );
}
