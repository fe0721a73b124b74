import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { PracticeForm } from "../components/practice-form.tsx";
import { practiceInput } from "../domain/library/own-practice.ts";
import { behaviourCalled } from "../library/behaviours.server.ts";
import { practiceLike } from "../library/built-in-library.server.ts";
import { savePractice } from "../library/save-practice.server.ts";
import { mayKeepPractices } from "../policy.ts";
import type { Route } from "./+types/practice-new";

export function loader({ context, request, params: { behaviour } }: Route.LoaderArgs) {
  requireAble(context, request, mayKeepPractices);
  const found = behaviourCalled(behaviour, readerLanguage());
  if (!found) throw notFound();
  const like = new URL(request.url).searchParams.get("like");
  return {
    ...{ key: behaviour, label: found.behaviour.label, like },
    start: practiceInput.parse(practiceLike(behaviour, like) ?? { direction: "more" }),
  };
}

export async function action({ context, request, params: { behaviour } }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayKeepPractices);
  const form = await readForm(request, practiceInput);
  if (!form.ok) return form.refused();
  const saved = await savePractice(getPlatform(context), actor, { behaviour }, form.value);
  if (saved.ok) return redirect(`/practices/${behaviour}?said=saved`);
  if (saved.reason === "problems") return form.refused(saved.problems);
  throw notFound();
}

/** A new practice of the organisation's own for a behaviour, or one of ours in its words. */
export default function NewPractice({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("practices");
  const { key, label, like, start } = loaderData;
  return (
    <>
      <PageTitle>{t("form.new")}</PageTitle>
      <PageHeader
        title={t("form.new")}
        lead={t("form.newLead")}
        breadcrumbs={[
          { label: t("list.title"), href: "/practices" },
          { label, href: `/practices/${key}` },
        ]}
      />
      <PracticeForm
        {...{ behaviour: key, start, revision: null, answer: actionData }}
        id={`${key} ${like ?? "new"}`}
      />
    </>
  );
}
