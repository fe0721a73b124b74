import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { letters } from "../../domain/plan/smart.ts";
import type { PlanPage, ShownArea } from "../../plan/plan-page.server.ts";
import { HatBadge } from "../hat-badge.tsx";
import { ActionRow } from "./action-row.tsx";

/** An area of a plan: its goal, gentle checks of that, and what is done about it. */
export function AreaSection({ area, page }: { area: ShownArea; page: PlanPage }) {
  const { t } = useTranslation("plan");
  const { id, title, hat, dueOn, status, actions, guide, checks } = area;
  const isMine = page.isOwn && page.endedOn === null;
  const isOpen = status === "open";
  const open = actions.filter((action) => action.status === "open");
  const rest = actions.filter((action) => action.status !== "open");
  return (
    <section
      aria-labelledby={`area-${id}`}
      className="grid gap-5 rounded-card border border-line bg-surface p-5 sm:p-7"
    >
      <header className="grid gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <HatBadge hat={hat} />
          {!isOpen && <Badge>{t(`area.status.${status}`)}</Badge>}
          {dueOn && (
            <span className="text-sm text-ink-muted">{t("by", { date: writtenDate(dueOn) })}</span>
          )}
        </div>
        <h2
          id={`area-${id}`}
          dir="auto"
          className="font-serif text-2xl font-semibold tracking-tight wrap-anywhere"
        >
          {title}
        </h2>
        {area.goal !== "" && (
          <p dir="auto" className="max-w-reading whitespace-pre-line wrap-anywhere text-lg">
            {area.goal}
          </p>
        )}
      </header>
      <Goal area={area} />
      {isMine && checks && <Checks area={area} checks={checks} />}
      <div className="grid gap-2">
        <h3 className="font-semibold">{t("action.title")}</h3>
        {actions.length === 0 && <p className="text-ink-muted">{t("action.none")}</p>}
        {open.length > 0 && (
          <ul className="divide-y divide-line">
            {open.map((action) => (
              <ActionRow key={action.id} action={action} isMine={isMine} />
            ))}
          </ul>
        )}
        {rest.length > 0 && (
          <Disclosure
            summary={t("action.through", { count: rest.length })}
            open={open.length === 0}
          >
            <ul className="divide-y divide-line">
              {rest.map((action) => (
                <ActionRow key={action.id} action={action} isMine={isMine} />
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
      {isMine && (
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          {isOpen && (
            <>
              <ButtonLink size="small" href={`/plan/areas/${id}/action`} icon={<PlusIcon />}>
                {t("action.add")}
                <span className="sr-only">: {title}</span>
              </ButtonLink>
              <ButtonLink size="small" href={`/plan/practice/new?area=${id}`}>
                {t("practising:practise")}
                <span className="sr-only">: {title}</span>
              </ButtonLink>
              <ButtonLink size="small" href={`/plan/areas/${id}`}>
                {t("area.change")}
                <span className="sr-only">: {title}</span>
              </ButtonLink>
            </>
          )}
          <Form method="post" className="flex flex-wrap gap-2">
            <input type="hidden" name="area" value={id} />
            {(isOpen ? (["reached", "drop-area"] as const) : (["reopen"] as const)).map(
              (intent) => (
                <Button key={intent} size="small" variant="quiet" name="intent" value={intent}>
                  {t(`area.press.${intent}`)}
                  <span className="sr-only">: {title}</span>
                </Button>
              ),
            )}
          </Form>
        </div>
      )}
      {guide && (
        <p className="text-sm text-ink-muted print:hidden">
          <Link href={`/practices/${guide.key}`}>
            {t("area.guide", { behaviour: guide.label })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** How one tells, what it takes and why, as far as it is said. */
function Goal({ area }: { area: ShownArea }) {
  const { t } = useTranslation("plan");
  const said = (["measure", "means", "reason"] as const).filter((part) => area[part] !== "");
  if (said.length === 0) return null;
  return (
    <dl className="grid max-w-reading gap-2">
      {said.map((part) => (
        <div key={part} className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
          <dt className="text-sm text-ink-muted sm:pt-0.5">{t(`goal.${part}`)}</dt>
          <dd dir="auto" className="whitespace-pre-line wrap-anywhere">
            {area[part]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What may be missing to the goal, as a question; nothing where nothing strikes us. */
function Checks({ area, checks }: { area: ShownArea; checks: NonNullable<ShownArea["checks"]> }) {
  const { t } = useTranslation("plan");
  const found = letters.filter((letter) => checks[letter] !== null);
  if (found.length === 0) return null;
  return (
    <div className="print:hidden">
      <Disclosure summary={t("smart.summary", { count: found.length })}>
        <ul className="grid max-w-reading gap-2">
          {found.map((letter) => (
            <li key={letter}>
              <b className="font-semibold">{t(`smart.letter.${letter}`)}</b>{" "}
              {t(`smart.${letter}.${checks[letter]}`)}
            </li>
          ))}
        </ul>
        <p className="mt-3">
          <Link href={`/plan/areas/${area.id}`}>{t("smart.change")}</Link>
        </p>
      </Disclosure>
    </div>
  );
}
