import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { concludeTalk } from "../assessments/talks/conclude-talk.server.ts";
import { stepInput, takeStep } from "../assessments/talks/take-step.server.ts";
import { talkPage } from "../assessments/talks/talk-page.server.ts";
import { Conclusion, TalkRows } from "../components/assessments/talk-rows.tsx";
import { ownAssessmentsPath, talkPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/talk";

const pressed = z.discriminatedUnion("step", [
  stepInput,
  z.object({ step: z.literal("conclude") }),
]);
const REFUSED = [
  ...(["not-proposed", "own-proposal", "other-level", "theirs-to-take-back"] as const),
  ...(["nothing-there", "over", "still-open"] as const),
];

export async function loader({ context, request, params: { subjectId } }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const page = await talkPage(getPlatform(context), actor, pathId(subjectId));
  if (!page) throw notFound();
  const query = new URL(request.url).searchParams;
  const refused = REFUSED.find((word) => word === query.get("refused")) ?? null;
  return { page, refused };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const subjectId = pathId(params.subjectId);
  const platform = getPlatform(context);
  const back = (reason?: string) =>
    redirect(reason ? `${talkPath(subjectId)}?refused=${reason}` : talkPath(subjectId));
  if (!(await talkPage(platform, actor, subjectId))) throw notFound();
  const form = await readForm(request, pressed, { hidden: ["competency", "step"] });
  if (!form.ok) return form.refused();
  if (form.value.step === "conclude") {
    const outcome = await concludeTalk(platform, actor, subjectId);
    if (!outcome.ok && outcome.reason === "unknown") throw notFound();
    return back(outcome.ok ? undefined : outcome.reason);
  }
  const outcome = await takeStep(platform, actor, subjectId, form.value);
  if (outcome.ok)
    return redirect(`${talkPath(subjectId)}#${encodeURIComponent(form.value.competency)}`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  if (outcome.reason === "unknown") throw notFound();
  return back(outcome.reason);
}

/** Two views of one person side by side, and what comes of talking about them. */
export default function TalkPage({
  loaderData: { page, refused },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const own = page.side === "self";
  const title = own
    ? t(page.manager ? "talk.ownTitle" : "talk.ownAlone", { name: page.manager ?? "" })
    : t("talk.title", { name: page.name });
  const lead = () => {
    if (page.concludedOn !== null)
      return t("talk.concluded", { date: writtenDate(page.concludedOn) });
    if (!page.isOpen) return t("talk.over");
    return page.left === 0 ? t("talk.nothingLeft") : t("talk.left", { count: page.left });
  };
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        eyebrow={<bdi>{page.round.name}</bdi>}
        lead={lead()}
        breadcrumbs={[{ label: t("own.title"), href: ownAssessmentsPath }]}
      />
      <div className="grid gap-8">
        {refused && <Notice tone="danger">{t(`talk.refused.${refused}`)}</Notice>}
        {page.isOpen && page.hasOther && (
          <p className="max-w-reading text-ink-muted">{t("talk.how")}</p>
        )}
        <TalkRows page={page} answer={actionData} />
        {page.isOpen && <Conclusion page={page} />}
      </div>
    </>
  );
}
