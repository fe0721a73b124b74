import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { charterFormPage } from "../charter/charter-pages.server.ts";
import { readyCharter } from "../charter/ready-charter.server.ts";
import { saveCharter } from "../charter/save-charter.server.ts";
import { CharterForm } from "../components/charter/charter-form.tsx";
import { charterInput } from "../domain/charter/charter.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/charter-edit";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const platform = getPlatform(context);
  const from = new URL(request.url).searchParams.get("from");
  const page = await charterFormPage(platform, actor, await readyCharter(platform, actor, from));
  if (!page) throw redirect("/charter");
  return page;
}

const draftInput = z.object({ ...charterInput.shape, revision: z.int().min(1).optional() });

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, draftInput, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const { revision = null, ...typed } = form.value;
  const saved = await saveCharter(getPlatform(context), actor, revision, typed);
  if (saved.ok) return redirect("/charter?said=saved");
  if (saved.reason === "problems") return form.refused(saved.problems);
  throw notFound();
}

/** The draft of one's charter. */
export default function EditCharter({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charters");
  const title = t("form.title", { version: loaderData.version });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={t("form.lead")}
        breadcrumbs={[{ label: t("own.title"), href: "/charter" }]}
      />
      <CharterForm page={loaderData} answer={actionData} />
    </>
  );
}
