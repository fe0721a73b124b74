import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { confirmFactorInput, Offer } from "../second-factor/add-second-factor.server.ts";
import { CodeField } from "./code-field.tsx";

type Props = { offer: Offer; answer: FormAnswer | undefined };

/** Takes a secret into an app, and asks for a code that shows it is in there. */
export function Enrolment({ offer: { offer, uri, typed, picture }, answer }: Props) {
  const { t } = useTranslation("second-factor");
  const form = useFormFields<typeof confirmFactorInput>({
    id: "confirm",
    intent: "confirm",
    answer,
    say: ({ code, values }) => t(`problems.${code}`, { ...values }),
  });
  return (
    <Panel title={t("scan.title")} lead={t("scan.lead")}>
      <Form {...form.form} className="grid max-w-form gap-6">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="offer" value={offer} />
        {/* Codes are read dark on light, whatever the look. */}
        <svg
          role="img"
          aria-label={t("scan.picture")}
          viewBox={`0 0 ${picture.size} ${picture.size}`}
          shapeRendering="crispEdges"
          className="size-52 rounded-medium border border-line bg-white"
        >
          <path d={picture.path} fill="#000000" />
        </svg>
        <div>
          <p className="text-sm text-ink-muted">{t("scan.typed")}</p>
          <p className="mt-1 font-medium tabular-nums wrap-anywhere select-all">{typed}</p>
          <p className="mt-2 text-sm">
            <Link href={uri}>{t("scan.open")}</Link>
          </p>
        </div>
        <CodeField {...form.field("code")} hint={t("scan.hint")} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" name="intent" value="confirm" wide>
            {t("scan.action")}
          </Button>
          <ButtonLink href="/account" wide>
            {t("cancel")}
          </ButtonLink>
        </div>
      </Form>
    </Panel>
  );
}
