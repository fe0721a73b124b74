import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { CheckCircleIcon } from "~/ui/icons.tsx";
import type { TalkPage, TalkRow } from "../../assessments/talks/talk-page.server.ts";
import type { Placement } from "../../domain/assessments/placement.ts";
import { levelText, placementText } from "./placement-text.ts";
import { TalkForm } from "./talk-form.tsx";

type Answer = FormAnswer | undefined;

/** One section a competency: what each said, what came of it, and what can be done. What is open comes first. */
export function TalkRows({ page, answer }: { page: TalkPage; answer: Answer }) {
  const isLeft = ({ standing }: TalkRow) => standing === "open" || standing === "proposed";
  const rows = [...page.rows.filter(isLeft), ...page.rows.filter((row) => !isLeft(row))];
  return rows.map((row) => <TalkSection key={row.id} page={page} row={row} answer={answer} />);
}

const settled = new Set(["agreed", "same"]);

function TalkSection({ page, row, answer }: { page: TalkPage; row: TalkRow; answer: Answer }) {
  const { t } = useTranslation("assessments");
  const { standing, id } = row;
  const headingId = `of-${id}`;
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      className="grid max-w-reading gap-4 border-t border-line pt-6"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={headingId} dir="auto" className="text-xl font-semibold wrap-anywhere">
          {row.name}
        </h2>
        <Badge
          {...(settled.has(standing)
            ? { tone: "success" as const, icon: <CheckCircleIcon /> }
            : {})}
        >
          {t(`talk.standing.${standing}`)}
        </Badge>
      </div>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <View title={page.side === "self" ? t("talk.you") : page.name} said={row.self} row={row} />
        {page.hasOther && (
          <View
            title={page.side === "manager" ? t("talk.you") : (page.manager ?? "")}
            said={row.manager}
            row={row}
          />
        )}
        {row.second && (
          <View title={t("talk.second", { name: page.second ?? "" })} said={row.second} row={row} />
        )}
      </div>
      {row.calibrated.map(({ before, after, reason, decidedOn }) => (
        <p key={`${decidedOn} ${before} ${after}`} className="text-ink-muted wrap-anywhere">
          {t("talk.calibrated", { before, after, date: writtenDate(decidedOn) })}{" "}
          <bdi>{reason}</bdi>
        </p>
      ))}
      <Came row={row} page={page} />
      {page.isOpen && page.hasOther && <Steps page={page} row={row} answer={answer} />}
      <Disclosure summary={t("talk.levels")}>
        <ol className="grid gap-2">
          {row.levels.map(({ level, name, anchor }) => (
            <li key={level}>
              <p className="font-medium">{t("placed.level", { level, name })}</p>
              {anchor && (
                <p dir="auto" className="text-ink-muted">
                  {anchor}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}

function View({ title, said, row }: { title: string; said: Placement | null; row: TalkRow }) {
  const { t } = useTranslation("assessments");
  return (
    <div className="grid content-start gap-1">
      <h3 dir="auto" className="text-sm text-ink-muted">
        {title}
      </h3>
      <p className="font-medium">{placementText(t, said, row.levels)}</p>
      {said?.words && (
        <p dir="auto" className="whitespace-pre-line wrap-anywhere">
          {said.words}
        </p>
      )}
    </div>
  );
}

/** What came of it so far, in a sentence. */
function Came({
  row: { outcome, level, levels, standing },
  page,
}: {
  row: TalkRow;
  page: TalkPage;
}) {
  const { t } = useTranslation("assessments");
  const by = (side: "self" | "manager") =>
    side === page.side ? t("talk.you") : side === "self" ? page.name : (page.manager ?? "");
  if (standing === "same" && level !== null)
    return <p>{t("talk.same", { level: levelText(t, level, levels) })}</p>;
  if (!outcome) return null;
  const said = outcome.level === null ? "" : levelText(t, outcome.level, levels);
  const own = outcome.saidBy === page.side ? "own" : "other";
  return (
    <div className="grid gap-1">
      <p>{t(`talk.came.${outcome.kind}.${own}`, { level: said, name: by(outcome.saidBy) })}</p>
      {outcome.words !== "" && (
        <p dir="auto" className="whitespace-pre-line text-ink-muted wrap-anywhere">
          {outcome.words}
        </p>
      )}
    </div>
  );
}

/** What can be done about one competency by whoever looks. */
function Steps({ page, row, answer }: { page: TalkPage; row: TalkRow; answer: Answer }) {
  const { t } = useTranslation("assessments");
  const { outcome, id, name } = row;
  const theirs = outcome !== null && outcome.saidBy !== page.side;
  if (outcome?.kind === "disagreed" && theirs) return null;
  const mayTakeBack = outcome !== null && (outcome.kind === "agreed" || !theirs);
  return (
    <div className="grid gap-4">
      {outcome?.kind === "proposed" && theirs && outcome.level !== null && (
        <Form method="post">
          <input type="hidden" name="intent" value={id} />
          <input type="hidden" name="competency" value={id} />
          <input type="hidden" name="level" value={outcome.level} />
          <Button
            variant="primary"
            name="step"
            value="confirm"
            aria-label={t("talk.confirmFor", { name })}
          >
            {t("talk.confirm")}
          </Button>
        </Form>
      )}
      {mayTakeBack && (
        <Form method="post">
          <input type="hidden" name="intent" value={id} />
          <input type="hidden" name="competency" value={id} />
          <Button name="step" value="take-back" aria-label={t("talk.takeBackFor", { name })}>
            {t(outcome.kind === "agreed" ? "talk.again" : "talk.takeBack")}
          </Button>
        </Form>
      )}
      {outcome?.kind !== "agreed" && <TalkForm row={row} answer={answer} />}
    </div>
  );
}

/** Ends the talk, once nothing is open; until then it says what is. */
export function Conclusion({ page }: { page: TalkPage }) {
  const { t } = useTranslation("assessments");
  return (
    <section className="grid max-w-reading gap-3 border-t border-line pt-6" aria-labelledby="end">
      <h2 id="end" className="text-xl font-semibold">
        {t("talk.end")}
      </h2>
      <p>{t(page.left === 0 ? "talk.endLead" : "talk.endLater", { count: page.left })}</p>
      {page.left === 0 && (
        <Form method="post">
          <Button variant="primary" name="step" value="conclude" wide>
            {t("talk.conclude")}
          </Button>
        </Form>
      )}
    </section>
  );
}
