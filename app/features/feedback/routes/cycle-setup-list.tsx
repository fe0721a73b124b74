import { useTranslation } from "react-i18next";
import { data, Form, redirect, useNavigation, useOutletContext } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Link } from "~/ui/link.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { ListProblems } from "../components/hr/list-problems.tsx";
import { ParticipantsWays } from "../components/hr/participants-ways.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import { addListedPeople, addListedPeopleInput } from "../setup/add-listed-people.server.ts";
import type { Route } from "./+types/cycle-setup-list";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const form = await readForm(request, addListedPeopleInput);
  if (!form.ok) return data({ ...form.answer(), found: null }, { status: 400 });
  const outcome = await addListedPeople(getPlatform(context), actor, cycleId, form.value);
  if (outcome.ok) return redirect(stepPath(cycleId, "raters"));
  if (outcome.reason !== "problems") return leadToCycle(cycleId, outcome.reason);
  const { problems, found } = outcome;
  return data({ ...form.answer(problems), found }, { status: 400 });
}

export default function SetupList({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("cycle-setup");
  const { cycle, counts } = useOutletContext<SetupFacts>();
  const busy = useNavigation().state === "submitting";
  const found = actionData?.found ?? null;
  const form = useFormFields<typeof addListedPeopleInput>({
    id: "people",
    answer: actionData,
    say: ({ code, values }) => t(`list.problems.${code}`, { ...values }),
  });
  const usable = found?.personIds.length ?? 0;
  return (
    <StepSection step="participants" cycle={cycle.name} lead={t("list.lead")}>
      <ParticipantsWays cycleId={cycle.id} current="list" />
      <Form {...form.form} className="grid max-w-reading gap-5">
        <ErrorSummary problems={form.problems} />
        {found && <ListProblems found={found} />}
        <TextArea {...form.field("list")} label={t("list.label")} hint={t("list.hint")} rows={8} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button variant="primary" busy={busy}>
            {t("list.action")}
          </Button>
          {usable > 0 && (
            <Button name="leavingOut" value="on">
              {t("list.leaveOut", { count: usable })}
            </Button>
          )}
          <Link tone="muted" href={stepPath(cycle.id, "participants")}>
            {t("list.already", { count: counts.participants })}
          </Link>
        </div>
      </Form>
    </StepSection>
  );
}
