import { useTranslation } from "react-i18next";
import { redirect, useOutletContext } from "react-router";
import {
  editLetter,
  letterChange,
  letterForm,
  lettersPage,
  requireRunner,
} from "~/features/rounds/index.server.ts";
import { LetterChoice, LetterEditor, LetterPreview } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button } from "~/ui/button.tsx";
import { letterPath, runningLetterPath } from "../components/hr/letter-path.ts";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import type { Route } from "./+types/cycle-setup-invitation";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const wanted = new URL(request.url).searchParams;
  const page = await lettersPage(getPlatform(context), actor, pathId(params.cycleId), {
    kind: wanted.get("letter"),
    language: wanted.get("language"),
  });
  if (!page) throw notFound();
  return page;
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const form = await readForm(request, letterForm, { hidden: ["kind", "language", "seen"] });
  if (!form.ok) return form.refused();
  const change = letterChange(form.value);
  const { kind, language } = change;
  const outcome = await editLetter(platform, actor, cycleId, change);
  if (outcome.ok) {
    const onward = form.value.intent === "continue";
    return redirect(onward ? stepPath(cycleId, "review") : letterPath(cycleId, kind, language));
  }
  if (outcome.reason !== "changed" && outcome.reason !== "closed") throw notFound();
  const page = await lettersPage(platform, actor, cycleId, { kind, language });
  // Launched meanwhile, these steps are over. The page for later takes the form as it is, so that what was typed is
  // kept.
  if (page?.phase !== "before") return redirect(runningLetterPath(cycleId, kind, language), 307);
  return form.refused([{ code: outcome.reason }]);
}

/** The letters of a cycle: one at a time, in one language, beside what its reader will see. */
export default function SetupLetters({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("letters");
  const { cycle } = useOutletContext<SetupFacts>();
  const { kind, language } = loaderData;
  return (
    <StepSection
      step="invitation"
      lead={t("lead")}
      size="preview"
      aside={<LetterPreview page={loaderData} heading="h2" />}
    >
      <LetterChoice page={loaderData} pathOf={letterPath} />
      <LetterEditor
        page={loaderData}
        action={letterPath(cycle.id, kind, language)}
        answer={actionData}
      >
        <StepFooter step="invitation" cycleId={cycle.id}>
          <Button variant="primary" name="intent" value="continue">
            {t("continue")}
          </Button>
          <Button name="intent" value="preview">
            {t("saveAndPreview")}
          </Button>
          {loaderData.changed && loaderData.usual && (
            <Button variant="quiet" name="intent" value="usual">
              {t("usual")}
            </Button>
          )}
        </StepFooter>
      </LetterEditor>
    </StepSection>
  );
}
