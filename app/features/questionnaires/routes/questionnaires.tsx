import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { BeginQuestionnaire } from "../components/editor/begin-questionnaire.tsx";
import { QuestionnairesTable } from "../components/editor/questionnaires-table.tsx";
import { beginInput, beginQuestionnaire } from "../editing/begin-questionnaire.server.ts";
import { draftHref } from "../editing/hrefs.ts";
import { questionnairesPage } from "../editing/questionnaires-page.server.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/questionnaires";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const platform = getPlatform(context);
  const questionnaires = await inOrganisation(platform, actor, (tx) =>
    questionnairesPage(platform, tx, actor),
  );
  const query = new URL(request.url).searchParams;
  return {
    questionnaires,
    isDiscarded: query.get("said") === "discarded",
    from: query.get("from") ?? "",
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const form = await readForm(request, beginInput);
  if (!form.ok) return form.refused();
  const firstPage = readerTexts().t("questionnaires:begin.firstPage");
  const begun = await beginQuestionnaire(getPlatform(context), actor, form.value, firstPage);
  if (begun.ok) return redirect(draftHref(begun.value.key));
  if (begun.reason === "problems") return form.refused(begun.problems);
  throw notFound();
}

/** Questionnaires that rounds can ask, and the ways to make one. */
export default function Questionnaires({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const { questionnaires, isDiscarded, from } = loaderData;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid grid-cols-1 gap-8">
        {isDiscarded && <Notice tone="success">{t("said.discarded")}</Notice>}
        <QuestionnairesTable questionnaires={questionnaires} />
        <BeginQuestionnaire questionnaires={questionnaires} from={from} answer={actionData} />
      </div>
    </>
  );
}
