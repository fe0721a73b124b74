import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
import {
  editLetter,
  letterChange,
  letterForm,
  lettersPage,
  requireRunner,
} from "~/features/rounds/index.server.ts";
import { LetterChoice, LetterEditor, LetterPreview } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { type FormAnswer, typedIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { CycleNotice } from "../components/hr/cycle-notice.tsx";
import { letterPath, runningLetterPath } from "../components/hr/letter-path.ts";
import { cyclePath, wordsIn } from "../components/hr/notices.ts";
import type { Route } from "./+types/cycle-letters";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const query = new URL(request.url).searchParams;
  const page = await lettersPage(getPlatform(context), actor, pathId(params.cycleId), {
    kind: query.get("letter") ?? "reminder",
    language: query.get("language"),
  });
  if (!page) throw notFound();
  if (page.phase === "before") throw redirect(letterPath(page.roundId, page.kind, page.language));
  return { page, ...wordsIn(query) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const form = await readForm(request, letterForm, { hidden: ["kind", "language", "seen"] });
  if (!form.ok) return form.refused();
  const change = letterChange(form.value);
  const outcome = await editLetter(getPlatform(context), actor, cycleId, change);
  if (outcome.ok)
    return redirect(
      `${runningLetterPath(cycleId, change.kind, change.language)}&said=letter-saved`,
    );
  if (outcome.reason !== "changed" && outcome.reason !== "closed") throw notFound();
  return form.refused([{ code: outcome.reason }]);
}

/** A refusal means that the page was out of date, so it is read again then, too. */
export function shouldRevalidate() {
  return true;
}

/** The letters of a cycle that runs: what still leaves can be changed, and is seen as its reader will. */
export default function CycleLetters({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("letters");
  const { t: tHr } = useTranslation("feedback-hr");
  const { page, said, refused } = loaderData;
  return (
    <>
      <PageTitle>{`${t("running.title")} · ${page.roundName}`}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: tHr("cycle.crumb"), href: "/cycles" },
          { label: page.roundName, href: cyclePath(page.roundId) },
        ]}
        title={t("running.title")}
        lead={page.phase === "running" ? t("running.lead") : undefined}
      />
      <CycleNotice said={actionData ? null : said} refused={refused} />
      <div className="grid grid-cols-1 gap-6">
        <LetterChoice page={page} pathOf={runningLetterPath} />
        <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
          {page.phase === "running" ? (
            <Editor page={page} answer={actionData} />
          ) : (
            <Over answer={actionData} />
          )}
          <LetterPreview page={page} heading="h2" />
        </div>
      </div>
    </>
  );
}

type Page = Route.ComponentProps["loaderData"]["page"];

function Editor({ page, answer }: { page: Page; answer: FormAnswer | undefined }) {
  const { t } = useTranslation("letters");
  const sending = useNavigation().state === "submitting";
  const address = runningLetterPath(page.roundId, page.kind, page.language);
  return (
    <LetterEditor page={page} action={address} answer={answer}>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" name="intent" value="save" busy={sending}>
          {t("running.save")}
        </Button>
        {page.changed && page.usual && (
          <Button variant="quiet" name="intent" value="usual">
            {t("usual")}
          </Button>
        )}
        <ButtonLink variant="quiet" href={cyclePath(page.roundId)}>
          {t("running.back")}
        </ButtonLink>
      </div>
    </LetterEditor>
  );
}

/** Why nothing can be changed, with whatever was typed too late. */
function Over({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation("letters");
  return (
    <div className="grid max-w-reading content-start gap-6">
      <Notice tone={answer ? "danger" : "info"} title={t("over.title")}>
        {t("over.body")} {answer && t("over.typed")}
      </Notice>
      {answer && (
        <>
          <TextField
            name="subject"
            label={t("subject")}
            width="full"
            defaultValue={typedIn(answer, "subject")}
            readOnly
          />
          <TextArea
            name="body"
            label={t("body")}
            rows={12}
            defaultValue={typedIn(answer, "body")}
            readOnly
          />
        </>
      )}
    </div>
  );
}
