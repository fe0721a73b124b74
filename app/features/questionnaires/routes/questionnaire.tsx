import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { FeedbackLacks } from "../components/editor/feedback-lacks.tsx";
import { QuestionList } from "../components/editor/question-list.tsx";
import { useLanguageNames } from "../components/editor/use-language-names.ts";
import { askedVersion } from "../editing/asked.ts";
import { draftHref, previewHref, questionnaireHref } from "../editing/hrefs.ts";
import { openNextDraft } from "../editing/open-next-draft.server.ts";
import { versionPage } from "../editing/version-page.server.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/questionnaire";

export async function loader({ context, request, params: { questionnaire } }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const query = new URL(request.url).searchParams;
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    versionPage(tx, actor, questionnaire, askedVersion(query)),
  );
  if (!page) throw notFound();
  return { ...page, isNew: query.get("said") === "published" };
}

const openInput = z.object({ intent: z.literal("open") });

export async function action({ context, request, params: { questionnaire } }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  await readPress(request, openInput);
  const opened = await openNextDraft(getPlatform(context), actor, questionnaire);
  if (!opened.ok) throw notFound();
  return redirect(draftHref(questionnaire));
}

/** A published version: what it asks, and whom a next one or a copy is for. */
export default function Questionnaire({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const nameOf = useLanguageNames();
  const { key, name, version, versions, own, inWork, count, pages, languages } = loaderData;
  const newest = versions[0]?.version ?? version;
  const asked = version === newest ? undefined : version;
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <PageHeader
        title={name}
        lead={t("facts", { version, count, minutes: loaderData.minutes })}
        breadcrumbs={[{ label: t("title"), href: "/questionnaires" }]}
        action={
          own ? (
            <Form method="post">
              <Button name="intent" value="open">
                {t(inWork ? "draft.toDraft" : "draft.open")}
              </Button>
            </Form>
          ) : (
            <ButtonLink href={`/questionnaires?${new URLSearchParams({ from: key })}#begin`}>
              {t("copy")}
            </ButtonLink>
          )
        }
      />
      <WithAside
        label={t("beside")}
        aside={
          <>
            <AsidePart title={t("preview.short")}>
              <p className="text-ink-muted">{t("preview.why")}</p>
              <p className="mt-2">
                <Link href={previewHref(key, { version: asked })}>{t("preview.link")}</Link>
              </p>
            </AsidePart>
            <AsidePart title={t("languages.title")}>
              <p>{listed(languages.map(nameOf))}</p>
            </AsidePart>
            {own && (
              <AsidePart title={t("versions")}>
                <ul className="grid gap-2">
                  {versions.map((each) => (
                    <li key={each.version}>
                      <Link
                        href={questionnaireHref(key, each.version)}
                        aria-current={each.version === version ? "page" : undefined}
                      >
                        {t("versionOn", { version: each.version, date: writtenDate(each.on) })}
                      </Link>
                    </li>
                  ))}
                </ul>
                <p className="mt-3">
                  <Link href={`/questionnaires?${new URLSearchParams({ from: key })}#begin`}>
                    {t("copy")}
                  </Link>
                </p>
              </AsidePart>
            )}
            <AsidePart title={t("feedback.title")}>
              <FeedbackLacks lacks={loaderData.lacks} />
            </AsidePart>
          </>
        }
      >
        <div className="grid grid-cols-1 gap-8">
          {loaderData.isNew && <Notice tone="success">{t("said.published")}</Notice>}
          {version !== newest && (
            <Notice action={<ButtonLink href={questionnaireHref(key)}>{t("toNewest")}</ButtonLink>}>
              {t("older")}
            </Notice>
          )}
          <p dir="auto" className="max-w-reading">
            {loaderData.description}
          </p>
          <QuestionList pages={pages} edit={null} />
        </div>
      </WithAside>
    </>
  );
}
