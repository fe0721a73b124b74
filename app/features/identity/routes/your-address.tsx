import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { answerOwnChange } from "../address-changes/answer-own-change.server.ts";
import { ownChange } from "../address-changes/own-change.server.ts";
import { ChangeAnswer } from "../components/change-answer.tsx";
import { getSignedIn, requireActor } from "../context.server.ts";
import { changeAnswerInput } from "../domain/address-change.ts";
import type { Route } from "./+types/your-address";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const change = await ownChange(getPlatform(context), actor);
  return { change, organisation: getSignedIn(context)?.organisationName ?? "" };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const { answer } = await readPress(request, changeAnswerInput);
  await answerOwnChange(getPlatform(context), actor, answer);
  return redirect("/your-address");
}

/** For somebody signed in whose address was changed: was that right? */
export default function YourAddress({
  loaderData: { change, organisation },
}: Route.ComponentProps) {
  const { t } = useTranslation(["address", "identity"]);
  if (!change)
    return (
      <>
        <PageTitle>{t("own.title", { ns: "identity" })}</PageTitle>
        <PageHeader title={t("own.title", { ns: "identity" })} />
        <EmptyState title={t("own.empty.title", { ns: "identity" })}>
          {t("own.empty.body", { ns: "identity" })}
        </EmptyState>
      </>
    );
  const { from, to, changedOn, until } = change;
  const date = writtenDate(changedOn);
  const none = t("own.none", { ns: "identity" });
  return (
    <>
      <PageTitle>{t("page.title")}</PageTitle>
      <PageHeader title={t("page.title")} />
      <WithAside
        label={t("own.why.title", { ns: "identity" })}
        aside={
          <AsidePart title={t("own.why.title", { ns: "identity" })}>
            <p className="text-ink-muted">{t("own.why.body", { ns: "identity" })}</p>
          </AsidePart>
        }
      >
        <div className="grid max-w-reading gap-6">
          <p className="wrap-anywhere">
            {t("own.changed", { ns: "identity", date, from: from ?? none, to: to ?? none })}
          </p>
          {until ? (
            <>
              <p>
                {to === null
                  ? t("page.waitingRemoved")
                  : t("page.waiting", { until: writtenDate(until) })}
              </p>
              <ChangeAnswer organisation={organisation} mayConfirm={to !== null} />
            </>
          ) : (
            <Notice>{t("own.refused", { ns: "identity", organisation })}</Notice>
          )}
        </div>
      </WithAside>
    </>
  );
}
