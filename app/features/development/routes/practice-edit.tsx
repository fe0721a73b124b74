import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { PracticeForm } from "../components/practice-form.tsx";
import { practiceInput } from "../domain/library/own-practice.ts";
import { behaviourCalled } from "../library/behaviours.server.ts";
import { practiceToChange } from "../library/guide-reads.server.ts";
import { savePractice } from "../library/save-practice.server.ts";
import { mayKeepPractices } from "../policy.ts";
import type { Route } from "./+types/practice-edit";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayKeepPractices);
  const practice = await inOrganisation(getPlatform(context), actor, (tx) =>
    practiceToChange(tx, actor, params.practiceId),
  );
  const found = behaviourCalled(params.behaviour, readerLanguage());
  if (!found || practice?.behaviour !== params.behaviour) throw notFound();
  const { id, revision, direction, words } = practice;
  const start = practiceInput.parse({ direction, ...words });
  return { id, revision, start, key: params.behaviour, label: found.behaviour.label };
}

const changeInput = z.object({ ...practiceInput.shape, revision: z.int().min(1) });

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayKeepPractices);
  const form = await readForm(request, changeInput, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const target = { id: params.practiceId, revision: form.value.revision };
  const saved = await savePractice(getPlatform(context), actor, target, form.value);
  if (saved.ok) return redirect(`/practices/${saved.value.behaviour}?said=saved`);
  if (saved.reason === "problems") return form.refused(saved.problems);
  throw notFound();
}

/** A practice of the organisation's own, to be changed or said in another language. */
export default function EditPractice({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("practices");
  const { id, revision, start, key, label } = loaderData;
  return (
    <>
      <PageTitle>{t("form.edit")}</PageTitle>
      <PageHeader
        title={t("form.edit")}
        lead={t("form.editLead")}
        breadcrumbs={[
          { label: t("list.title"), href: "/practices" },
          { label, href: `/practices/${key}` },
        ]}
      />
      <PracticeForm {...{ behaviour: key, start, revision, id, answer: actionData }} />
    </>
  );
}
