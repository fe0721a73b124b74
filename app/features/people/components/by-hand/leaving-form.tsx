import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn, typedIn } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { deactivatePersonInput } from "../../by-hand/deactivate-person.server.ts";
import type { readLeavingPage } from "../../by-hand/person-parts-page.server.ts";
import { useProblemText } from "./problem-words.ts";

type Props = {
  page: NonNullable<Awaited<ReturnType<typeof readLeavingPage>>>;
  answer: FormAnswer | undefined;
  cancelHref: string;
};

/** From which day on somebody is inactive, and what that means. */
export function LeavingForm({ page, answer, cancelHref }: Props) {
  const { t } = useTranslation("people-edit");
  const { leavesOn, team, today, self, revision } = page;
  const form = useFormFields<typeof deactivatePersonInput>({
    id: "leaving",
    intent: "leave",
    answer,
    start: { day: leavesOn ?? today },
    say: useProblemText(),
  });
  const stale = problemsIn(answer).find(({ code }) => code === "stale");
  return (
    <div className="grid gap-6">
      {leavesOn && (
        <Notice
          action={
            <Form method="post">
              <Button name="intent" value="keep">
                {t("leaving.keep")}
              </Button>
            </Form>
          }
        >
          {t("leaving.planned", { date: writtenDate(leavesOn) })}
        </Notice>
      )}
      {self ? (
        <Notice>{t("leaving.self")}</Notice>
      ) : (
        <>
          <Panel title={t("leaving.what.title")}>
            <ul className="grid list-disc gap-1 ps-5">
              <li>{t("leaving.what.out")}</li>
              <li>{t("leaving.what.letters")}</li>
              <li>{t("leaving.what.kept")}</li>
              {team > 0 && <li>{t("leaving.what.team", { count: team })}</li>}
            </ul>
          </Panel>
          <Form {...form.form} className="grid gap-6">
            <ErrorSummary problems={form.problems} />
            <input type="hidden" name="intent" value="leave" />
            <input
              type="hidden"
              name="revision"
              value={stale?.values?.revision ?? (typedIn(answer, "revision") || revision)}
            />
            <TextField
              {...form.field("day")}
              type="date"
              width="medium"
              label={t("leaving.day")}
              hint={t("leaving.dayHint")}
            />
            <div className="flex flex-wrap gap-3">
              <Button variant="danger" wide>
                {t("leaving.action")}
              </Button>
              <ButtonLink href={cancelHref} wide>
                {t("cancel")}
              </ButtonLink>
            </div>
          </Form>
        </>
      )}
    </div>
  );
}
