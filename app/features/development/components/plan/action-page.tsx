import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { ActionFormPage } from "../../plan/action-form-page.server.ts";
import { ActionForm } from "./action-form.tsx";
import { WithPurpose } from "./purpose-aside.tsx";

/** What somebody will do about an area, new or to be changed. */
export function ActionPage({
  title,
  page,
  answer,
}: {
  title: string;
  page: ActionFormPage;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation("plan");
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={t("action.lead", { title: page.area.title })}
        breadcrumbs={[{ label: t("own.title"), href: "/plan" }]}
      />
      <WithPurpose>
        <ActionForm key={page.draft} page={page} answer={answer} />
      </WithPurpose>
    </>
  );
}
