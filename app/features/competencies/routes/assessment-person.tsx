import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { roundPage } from "../assessments/round-page.server.ts";
import { nameAssessor, nameAssessorInput } from "../assessments/running/name-assessor.server.ts";
import { withdrawAssessed } from "../assessments/running/withdraw-assessed.server.ts";
import { AssessorForm } from "../components/assessments/assessor-form.tsx";
import { roundPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/assessment-person";
import { leadToRound } from "./lead-to-round.ts";

const pressed = z.discriminatedUnion("part", [
  nameAssessorInput,
  z.object({ part: z.literal("take-out") }),
]);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const page = await roundPage(getPlatform(context), actor, roundId);
  const person = page?.people.find(({ subjectId }) => subjectId === params.subjectId);
  if (!page || !person) throw notFound();
  return { round: { id: roundId, name: page.round.name, state: page.round.state }, person };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const roundId = pathId(params.roundId);
  const subjectId = pathId(params.subjectId);
  const actor = await requireRunner(context, request, roundId);
  const platform = getPlatform(context);
  const form = await readForm(request, pressed, { hidden: ["part"] });
  if (!form.ok) return form.refused();
  if (form.value.part === "take-out") {
    const outcome = await withdrawAssessed(platform, actor, roundId, subjectId);
    if (!outcome.ok) return leadToRound(roundId, outcome.reason);
    return redirect(roundPath(roundId, { said: "taken-out" }));
  }
  const outcome = await nameAssessor(platform, actor, roundId, subjectId, form.value);
  if (outcome.ok) return redirect(roundPath(roundId, { said: "named" }));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  return leadToRound(roundId, outcome.reason);
}

/** One person in a round: who places them, and how they are taken out. */
export default function AssessmentPerson({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const { round, person } = loaderData;
  const { parts, concludedOn } = person;
  const runs = round.state === "collecting" && concludedOn === null;
  const isDraft = round.state === "draft";
  const isSettled = !runs && !isDraft;
  return (
    <>
      <PageTitle>{person.name}</PageTitle>
      <PageHeader
        title={<bdi>{person.name}</bdi>}
        lead={t(isSettled ? "person.leadOver" : "person.lead")}
        breadcrumbs={[
          { label: t("place"), href: "/assessments" },
          { label: round.name, href: roundPath(round.id) },
        ]}
      />
      <div className="grid max-w-form gap-10">
        {runs && <AssessorForm part="manager" now={parts.manager} answer={actionData} />}
        {(runs || isDraft) && <AssessorForm part="second" now={parts.second} answer={actionData} />}
        {runs && (
          <Disclosure summary={t("person.takeOutAsked")}>
            <Form method="post" className="grid max-w-reading gap-3">
              <p>{t("person.takeOutLead", { name: person.name })}</p>
              <Button variant="danger" name="part" value="take-out">
                {t("person.takeOut")}
              </Button>
            </Form>
          </Disclosure>
        )}
      </div>
    </>
  );
}
