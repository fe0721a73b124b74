import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import type { ClearOutPage, ShownNeedless } from "../../clear-out/clear-out-pages.server.ts";

type Props = { row: ShownNeedless; page: ClearOutPage };

/** Something that was named: by whom and why, how it stands, and what can be done. */
export function NeedlessRow({ row, page }: Props) {
  const { t } = useTranslation("clear-outs");
  const { kind, words, why, author } = row;
  return (
    <li className="grid gap-2 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="grid min-w-0 flex-[1_1_18rem] gap-0.5">
          <p dir="auto" className="font-medium wrap-anywhere">
            {words}
          </p>
          <p className="text-sm text-ink-muted wrap-anywhere">
            {t(`kind.${kind}`)}
            {" · "}
            {author === null ? t("row.nobody") : t("row.by", { name: author })}
          </p>
          {why !== "" && (
            <p dir="auto" className="max-w-reading wrap-anywhere">
              {why}
            </p>
          )}
          <Standing row={row} />
        </div>
        <Form method="post" className="flex flex-wrap gap-1 print:hidden">
          <input type="hidden" name="intent" value={row.id} />
          {stepsOf(row, page).map((step) => (
            <Button
              key={step}
              size="small"
              name="step"
              value={step}
              variant={QUIET.has(step) ? "quiet" : "secondary"}
            >
              {t(`row.${step}`)}
              <span className="sr-only">: {words}</span>
            </Button>
          ))}
        </Form>
      </div>
    </li>
  );
}

type Step = "withdraw" | "stop" | "keep" | "undo" | "stayed" | "back";
const QUIET = new Set<Step>(["withdraw", "undo"]);

function stepsOf(row: ShownNeedless, { reader }: ClearOutPage): Step[] {
  const { state, isOwn, ownAnswer } = row;
  const leads = reader === "leader";
  if (state === "named")
    return [
      ...(leads ? (["stop", "keep"] as const) : []),
      ...(isOwn ? (["withdraw"] as const) : []),
    ];
  return [
    ...(row.isToCheck && ownAnswer !== "stayed" ? (["stayed"] as const) : []),
    ...(row.isToCheck && ownAnswer !== "back" ? (["back"] as const) : []),
    ...(leads ? (["undo"] as const) : []),
  ];
}

function Standing({
  row: { decidedOn, checkOn, isToCheck, answers, verdict },
}: {
  row: ShownNeedless;
}) {
  const { t } = useTranslation("clear-outs");
  if (decidedOn === null) return null;
  const date = writtenDate(decidedOn);
  if (checkOn === null) return <p className="text-sm text-ink-muted">{t("row.stays", { date })}</p>;
  return (
    <>
      <p
        className={
          isToCheck && verdict === null ? "text-sm font-semibold" : "text-sm text-ink-muted"
        }
      >
        {t(isToCheck ? "row.stoppedAsk" : "row.stoppedUntil", {
          date,
          check: writtenDate(checkOn),
        })}
      </p>
      {verdict && (
        <p className="text-sm font-semibold wrap-anywhere">
          {t(`verdict.${verdict}`)}{" "}
          <span className="font-normal text-ink-muted">
            {answers.map(({ name, answer }) => t(`said.${answer}By`, { name })).join(" ")}
          </span>
        </p>
      )}
    </>
  );
}
