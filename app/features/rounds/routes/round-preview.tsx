import { useTranslation } from "react-i18next";
import { DeviceNote, QuestionnairePreview, RaterShell } from "~/features/questionnaires/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readOnIn } from "~/platform/i18n/reader-language.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { cx } from "~/ui/cx.ts";
import { PageTitle } from "~/ui/page-title.tsx";
import { IntroPage } from "../components/intro-page.tsx";
import { previewPath } from "../components/preview-path.ts";
import { PreviewStrip } from "../components/preview-strip.tsx";
import { roundPreview } from "../preview/preview-page.server.ts";
import { requireRunner } from "../reach/let-into.server.ts";
import { roundKindsContext } from "../round-kinds.server.ts";
import type { Route } from "./+types/round-preview";

// As the pages it shows: complete as HTML. Without their script there is nothing that could send or keep anything.
export const handle = { plain: true };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.roundId));
  const wanted = new URL(request.url).searchParams;
  const kinds = await context.get(roundKindsContext)();
  const preview = await roundPreview(getPlatform(context), kinds, actor, pathId(params.roundId), {
    as: wanted.get("as"),
    in: wanted.get("in"),
    page: wanted.get("page"),
    questionnaire: wanted.get("questionnaire"),
  });
  if (!preview) throw notFound();
  const own = readerLanguage();
  // From here on the page is a rater's, and in their language; what is said of it to HR stays in HR's.
  readOnIn(preview.language);
  return { preview, own };
}

const ON_PAPER_ONLY = "hidden print:block";

export default function RoundPreview({ loaderData }: Route.ComponentProps) {
  const { preview, own } = loaderData;
  const { roundId, part, data, promise, as, questionnaire } = preview;
  const { t } = useTranslation("round-preview");
  const view = { as, in: preview.in, questionnaire: questionnaire.instead };
  const at = (page: string | null) => previewPath(roundId, { ...view, page });
  const [first] = data.parts;
  return (
    <RaterShell
      organisation={preview.organisation}
      base={null}
      above={<PreviewStrip preview={preview} language={own} />}
    >
      <PageTitle>{t("title", { round: preview.roundName })}</PageTitle>
      <div className={cx(part !== null && ON_PAPER_ONLY)}>
        <IntroPage
          promise={{ ...promise, name: data.name, relationship: as }}
          readBefore={null}
          progress={{
            items: data.progress.total,
            left: data.progress.total,
            minutes: data.progress.minutes,
          }}
          submitted={false}
          closesOn={preview.closesOn}
          device={<DeviceNote base={null} started={false} shared={false} />}
          ways={{ on: first ? at(first.key) : null, back: null, decline: null }}
        />
      </div>
      <div className={cx(part === null && ON_PAPER_ONLY, "print:break-before-page")}>
        <QuestionnairePreview data={data} part={part ?? ""} addressOf={at} said={t("mark")} />
      </div>
    </RaterShell>
  );
}
