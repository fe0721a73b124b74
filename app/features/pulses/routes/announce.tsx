import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { mayHavePlan } from "~/features/development/index.ts";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { announcementPage } from "../announcement/announcement-page.server.ts";
import { sendWord, sendWordInput } from "../announcement/send-word.server.ts";
import { AnnouncementView } from "../components/announcement-view.tsx";
import type { Route } from "./+types/announce";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const { searchParams } = new URL(request.url);
  return {
    page: await announcementPage(getPlatform(context), actor),
    isSent: searchParams.get("said") === "sent",
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, sendWordInput, { hidden: ["report", "step"] });
  if (!form.ok) return form.refused();
  const sent = await sendWord(getPlatform(context), actor, form.value);
  if (sent.ok) return redirect("/plan/announce?said=sent");
  if (sent.reason === "not-allowed") throw notFound();
  return form.refused([{ code: sent.reason }]);
}

/** Telling all who were asked what one works on, thanking them, and telling later what came of it. */
export default function Announce({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("announcing");
  const { page, isSent } = loaderData;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: t("plan:own.title"), href: "/plan" }]}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <>
            <AsidePart title={t("aside.all")}>
              <p className="text-ink-muted">{t("aside.allBody")}</p>
            </AsidePart>
            <AsidePart title={t("aside.suggestions")}>
              <p className="text-ink-muted">{t("aside.suggestionsBody")}</p>
            </AsidePart>
            <AsidePart title={t("aside.readers")}>
              <p className="text-ink-muted">{t("aside.readersBody")}</p>
            </AsidePart>
          </>
        }
      >
        {page ? (
          <AnnouncementView page={page} isSent={isSent} answer={actionData} />
        ) : (
          <EmptyState
            title={t("none.title")}
            action={<ButtonLink href="/plan">{t("none.back")}</ButtonLink>}
          >
            <p>{t("none.body")}</p>
          </EmptyState>
        )}
      </WithAside>
    </>
  );
}
