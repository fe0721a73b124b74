import { useTranslation } from "react-i18next";
import { listed, listedNames } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { RoundPage } from "../../assessments/round-page.server.ts";
import { MOST_COMPETENCIES } from "../../assessments/setup/assessment-input.ts";
import { roundPath } from "../../paths/assessment-paths.ts";

/** What a draft is, what happens when it begins, and what stands in the way. */
export function DraftRound({
  page: { round, framework, chosen },
  plan,
}: {
  page: RoundPage;
  plan: NonNullable<RoundPage["plan"]>;
}) {
  const { t } = useTranslation(["assessments", "competencies"]);
  const path = roundPath(round.id);
  return (
    <div className="grid max-w-reading gap-6">
      <DescriptionList
        items={[
          { term: t("setup.framework"), details: <bdi>{framework.name}</bdi> },
          {
            term: t("round.placedOn"),
            details: chosen === null ? t("setup.whichChoice.roles") : listed(chosen),
          },
          {
            term: t("round.purposes"),
            details: listed(
              round.purposes.map((purpose) => t(`purpose.${purpose}`, { ns: "competencies" })),
            ),
          },
          {
            term: t("round.people"),
            details: t("round.peopleCount", { count: plan.people + plan.without.length }),
          },
        ]}
      />
      {plan.without.length > 0 && (
        <Notice>
          {t("round.without", { count: plan.without.length, names: listedNames(plan.without) })}
        </Notice>
      )}
      {plan.alone.length > 0 && (
        <Notice>
          {t("round.alone", { count: plan.alone.length, names: listedNames(plan.alone) })}
        </Notice>
      )}
      {plan.obstacles.map((obstacle) => (
        <p key={obstacle} className="text-danger-text">
          {t(`round.obstacle.${obstacle}`, {
            names: listedNames(plan.tooMany),
            count: MOST_COMPETENCIES,
          })}
        </p>
      ))}
      <div className="flex flex-wrap gap-3">
        {plan.obstacles.length === 0 ? (
          <Form method="post" className="grid max-sm:w-full">
            <input type="hidden" name="revision" value={round.revision} />
            <Button variant="primary" name="intent" value="launch" wide>
              {t("round.launch", { count: plan.assessors })}
            </Button>
          </Form>
        ) : (
          <ButtonLink variant="primary" href={`${path}/people`} wide>
            {t("round.choosePeople")}
          </ButtonLink>
        )}
        {plan.obstacles.length === 0 && (
          <ButtonLink href={`${path}/people`} wide>
            {t("round.choosePeople")}
          </ButtonLink>
        )}
        <ButtonLink href={`${path}/edit`} wide>
          {t("round.edit")}
        </ButtonLink>
      </div>
    </div>
  );
}
