import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readOnIn } from "~/platform/i18n/reader-language.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { PageTitle } from "~/ui/page-title.tsx";
import { PreviewAbove } from "../components/editor/preview-above.tsx";
import { QuestionnairePreview } from "../components/questionnaire-preview.tsx";
import { RaterShell } from "../components/rater-shell.tsx";
import { previewHref } from "../editing/hrefs.ts";
import { previewPage } from "../editing/preview-page.server.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/questionnaire-preview";

// As the pages it shows: complete as HTML.
export const handle = { plain: true };

export async function loader({ context, request, params: { questionnaire } }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const query = new URL(request.url).searchParams;
  const preview = await inOrganisation(getPlatform(context), actor, (tx) =>
    previewPage(tx, actor, questionnaire, query),
  );
  if (!preview) throw notFound();
  const own = readerLanguage();
  // From here on the page is in the language of who will be asked; what is said of it stays in that of who looks.
  readOnIn(preview.language);
  return { preview, own };
}

/** The pages that a questionnaire's readers get, as one of them reads them in one language. */
export default function Preview({ loaderData }: Route.ComponentProps) {
  const { preview, own } = loaderData;
  const { t } = useTranslation("questionnaires");
  const { key, name, as, version, data, part } = preview;
  const at = (page: string) => previewHref(key, { version, as, in: preview.in, page });
  return (
    <RaterShell
      organisation={preview.organisation}
      base={null}
      above={<PreviewAbove preview={preview} language={own} />}
    >
      <PageTitle>{t("preview.title", { name })}</PageTitle>
      <QuestionnairePreview data={data} part={part ?? ""} addressOf={at} said={t("preview.mark")} />
    </RaterShell>
  );
}
