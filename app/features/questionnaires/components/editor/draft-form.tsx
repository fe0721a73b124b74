import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import type { z } from "zod";
import type { Problem } from "~/platform/errors/problem.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import type { FormFields } from "~/ui/use-form-fields.ts";
import { draftHref } from "../../editing/hrefs.ts";

/** What is wrong in words: what a field says of itself, or what any says. */
export function useProblemText(): (problem: Problem) => string {
  const { t, i18n } = useTranslation("questionnaires");
  return ({ field, code, values }) => {
    const own = `problems.of.${field?.split(".")[0]}.${code}`;
    return i18n.exists(`questionnaires:${own}`)
      ? t(own, { ...values })
      : t(`problems.${code}`, { ...values });
  };
}

type HeadProps = { draft: string; name: string; title: string; lead?: string };

/** The head of a page on which one thing of a draft is changed. */
export function EditorHead({ draft, name, title, lead }: HeadProps) {
  const { t } = useTranslation("questionnaires");
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        {...(lead ? { lead } : {})}
        breadcrumbs={[
          { label: t("title"), href: "/questionnaires" },
          { label: t("draft.of", { name }), href: draftHref(draft) },
        ]}
      />
    </>
  );
}

type FormProps<Schema extends z.ZodType> = {
  form: FormFields<Schema>;
  revision: number;
  back: string;
  children: ReactNode;
};

/** A form over something of a draft, with what is wrong above it and what saves it below. */
export function DraftForm<Schema extends z.ZodType>({
  form,
  revision,
  back,
  children,
}: FormProps<Schema>) {
  const { t } = useTranslation("questionnaires");
  const sending = useNavigation().state === "submitting";
  return (
    <Form {...form.form} className="grid max-w-reading grid-cols-1 gap-6">
      <ErrorSummary problems={form.problems} />
      <input type="hidden" name="revision" value={revision} />
      {children}
      <SaveBar draft={form.draft}>
        <Button variant="primary" name="intent" value="save" busy={sending}>
          {t("save")}
        </Button>
        <ButtonLink href={back}>{t("cancel")}</ButtonLink>
      </SaveBar>
    </Form>
  );
}

type RemoveProps = { summary: string; body: string; action: string; revision: number };

/** Takes something out of a draft, after a second look. */
export function RemoveForm({ summary, body, action, revision }: RemoveProps) {
  return (
    <div className="mt-10">
      <Disclosure summary={summary}>
        <Form method="post" className="grid max-w-reading justify-items-start gap-3">
          <p className="text-ink-muted">{body}</p>
          <input type="hidden" name="revision" value={revision} />
          <Button variant="caution" name="intent" value="remove">
            {action}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
