import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { answerWith, problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { UploadForm } from "~/ui/upload-form.tsx";
import { setLogo } from "../change-logo.server.ts";
import { mayBrand } from "../policy.ts";
import type { Route } from "./+types/branding-logo";

export function loader({ context, request }: Route.LoaderArgs) {
  requireAble(context, request, mayBrand);
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayBrand);
  const upload = await readUpload(request, "file");
  const outcome = upload.ok
    ? await setLogo(getPlatform(context), actor, upload.file.content)
    : upload;
  if (outcome.ok) throw redirect("/branding?said=logo");
  if (outcome.reason === "not-allowed") throw notFound();
  const status = outcome.reason === "file-too-large" ? 413 : 400;
  return data(answerWith({ field: "file", code: outcome.reason }), { status });
}

/** Chooses a logo. */
export default function BrandingLogo({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("branding");
  const [problem] = problemsIn(actionData).map(({ code }) => t(`problems.${code}`));
  return (
    <>
      <PageTitle>{t("file.title")}</PageTitle>
      <PageHeader
        title={t("file.title")}
        lead={t("file.lead")}
        breadcrumbs={[{ label: t("title"), href: "/branding" }]}
      />
      <div className="max-w-form">
        <UploadForm
          label={t("file.label")}
          hint={t("file.hint")}
          button={t("file.action")}
          accept="image/png,image/jpeg"
          problem={problem}
        />
      </div>
    </>
  );
}
