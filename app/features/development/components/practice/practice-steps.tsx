import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { ShownOpenPractice } from "../../practice/practice-page.server.ts";
import type { practicePress } from "../../practice/press-on-practice.server.ts";
import { IfThen } from "./if-then.tsx";

type Props = { practice: ShownOpenPractice; answer: FormAnswer | undefined };

function useStepForm(step: "begin" | "midway" | "finish", { practice, answer }: Props) {
  const { t } = useTranslation("practising");
  return useFormFields<typeof practicePress>({
    id: step,
    intent: step,
    answer,
    draft: { name: `practice ${step} ${practice.id}`, endsWhenSent: true },
    say: ({ field, code, values }) =>
      field === undefined ? null : t(`problems.${field}.${code}`, { ...values }),
  });
}

/** Going through the sentence once before it begins: said in one's own words, it comes back when the moment does. */
export function Rehearsal(props: Props) {
  const { t } = useTranslation("practising");
  const form = useStepForm("begin", props);
  const { cue, action } = props.practice;
  return (
    <Panel title={t("rehearse.title")}>
      <div className="grid gap-5">
        <p className="max-w-reading">{t("rehearse.body")}</p>
        <Form {...form.form} className="grid max-w-form gap-4">
          <ErrorSummary problems={form.problems} />
          <input type="hidden" name="intent" value="begin" />
          <TextArea
            {...form.field("rehearsed")}
            rows={2}
            label={t("rehearse.label", { cue })}
            hint={t("rehearse.hint")}
          />
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" name="step" value="begin">
              {t("rehearse.begin")}
            </Button>
            <ButtonLink href="/plan/practice/edit">{t("change")}</ButtonLink>
          </div>
        </Form>
        <Disclosure summary={t("rehearse.look")}>
          <IfThen cue={cue} action={action} />
        </Disclosure>
        <OneButton step="discard" />
      </div>
    </Panel>
  );
}

/** Looking back half way through. */
export function Midway(props: Props) {
  const { t } = useTranslation("practising");
  const form = useStepForm("midway", props);
  return (
    <Panel title={t("midway.title")}>
      <Form {...form.form} className="grid max-w-form gap-4">
        <ErrorSummary problems={form.problems} />
        <p>{t("midway.body")}</p>
        <input type="hidden" name="intent" value="midway" />
        <TextArea
          {...form.field("words")}
          rows={3}
          optional
          label={t("midway.label")}
          hint={t("midway.hint")}
        />
        <div className="flex flex-wrap gap-2">
          <Button name="step" value="midway">
            {t("midway.keep")}
          </Button>
          <ButtonLink variant="quiet" href="/plan/practice/edit">
            {t("change")}
          </ButtonLink>
        </div>
      </Form>
    </Panel>
  );
}

/** The days are over: what was learned, or more of them. */
export function Finishing(props: Props) {
  const { t } = useTranslation("practising");
  const form = useStepForm("finish", props);
  const { steps, length, endsOn } = props.practice;
  return (
    <Panel title={t("finish.title", { count: length })}>
      <div className="grid gap-5">
        <p className="max-w-reading">
          {endsOn && t("finish.over", { date: writtenDate(endsOn) })} {t("finish.long")}
        </p>
        <Form {...form.form} className="grid max-w-form gap-4">
          <ErrorSummary problems={form.problems} />
          <input type="hidden" name="intent" value="finish" />
          <TextArea
            {...form.field("words")}
            rows={3}
            optional
            label={t("finish.label")}
            hint={t("finish.hint")}
          />
          <Button className="justify-self-start" name="step" value="finish">
            {t("finish.finish")}
          </Button>
        </Form>
        {steps.includes("extend") && <OneButton step="extend" />}
      </div>
    </Panel>
  );
}

/** Stopping before the end, after having read what comes of it. */
export function Stopping() {
  const { t } = useTranslation("practising");
  return (
    <Disclosure summary={t("stop.summary")}>
      <div className="grid gap-3">
        <p className="max-w-reading">{t("stop.body")}</p>
        <OneButton step="stop" />
      </div>
    </Disclosure>
  );
}

/** A step that is one press. */
export function OneButton({ step }: { step: "discard" | "extend" | "stop" | "resume" }) {
  const { t } = useTranslation("practising");
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={step} />
      <Button variant={step === "discard" ? "quiet" : "secondary"} name="step" value={step}>
        {t(`press.${step}`)}
      </Button>
    </Form>
  );
}
