import { useTranslation } from "react-i18next";
import { isAskedOften } from "~/features/rounds/domain/index.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { isPlaceFree } from "../../domain/nomination.ts";
import type { ChosenRater } from "../../lists/nomination-reads.server.ts";
import type { NominationPage } from "../../nomination/nomination-page.server.ts";
import { LookAlikeNote } from "./look-alike-note.tsx";

type Props = { rater: ChosenRater; page: NominationPage };

/** One person on a list: who they are, how much they are asked, and what can be done. */
export function RaterRow({ rater, page }: Props) {
  const { t } = useTranslation("nomination");
  const { choice, may } = page;
  const facts = [rater.jobTitle, rater.address].filter(Boolean).join(" · ");
  const open = (choice.mayChange || may.add) && !rater.declined;
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 ps-4 pe-2">
      <span className="min-w-0 flex-1 basis-48">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-medium wrap-anywhere">{rater.name}</bdi>
          {rater.address !== null && rater.relationship !== "outside" && (
            <Badge>{t("outside.badge")}</Badge>
          )}
          {rater.declined && <Badge tone="accent">{t("declined.badge")}</Badge>}
          {rater.gone && <Badge tone="accent">{t("gone.badge")}</Badge>}
        </span>
        {facts && <span className="block text-sm wrap-anywhere text-ink-muted">{facts}</span>}
        <WhereFrom rater={rater} page={page} />
        {open && isAskedOften(rater.load) && (
          <span className="block text-sm text-ink-muted">
            {t("load.many", { count: rater.load.atOnce })}
          </span>
        )}
        <Reason rater={rater} />
      </span>
      {choice.mayChange && <RemoveForm rater={rater} />}
      {isPlaceFree(may, rater) && (
        <Link href={`/nominations/${choice.participant.id}?instead=${rater.id}#add`}>
          <span aria-hidden="true">{t("declined.replace")}</span>
          <VisuallyHidden>{t("declined.replace_for", { name: rater.name })}</VisuallyHidden>
        </Link>
      )}
      {may.withdraw && <WithdrawForm rater={rater} />}
    </li>
  );
}

/** Who brought them, whether they count, and whose address theirs looks like: what to look at before agreeing. */
function WhereFrom({ rater, page: { choice, own, judging } }: Props) {
  const { t } = useTranslation("nomination");
  const { name } = choice.participant;
  const brought = rater.byParticipant && rater.relationship === "outside";
  const lookAlike = judging?.lookAlikes[rater.personId];
  const context = own ? "own" : undefined;
  return (
    <>
      {rater.byParticipant && (judging || brought) && (
        <span className="block text-sm text-ink-muted">
          {t(brought ? "list.brought" : "list.chosen", { name, context })}
        </span>
      )}
      {judging && !rater.counts && !brought && (
        <span className="block text-sm text-ink-muted">{t("list.readdressed")}</span>
      )}
      {lookAlike && <LookAlikeNote found={lookAlike} />}
    </>
  );
}

function Reason({ rater: { reason, declined, gone, replaced } }: { rater: ChosenRater }) {
  const { t } = useTranslation("nomination");
  if (!declined && !gone) return null;
  return (
    <>
      {reason && (
        <span className="block text-sm wrap-anywhere text-ink-muted">
          {t("declined.reason", { reason: t(`decline:reasons.${reason.reason}`) })}{" "}
          {reason.text && <bdi>{t("declined.said", { text: reason.text })}</bdi>}
        </span>
      )}
      {replaced && <span className="block text-sm text-ink-muted">{t("declined.replaced")}</span>}
    </>
  );
}

function RemoveForm({ rater }: { rater: ChosenRater }) {
  const { t } = useTranslation("feedback-hr");
  return (
    <Form method="post" preventScrollReset className="shrink-0">
      <input type="hidden" name="rater" value={rater.id} />
      <Button size="small" variant="quiet" name="intent" value="remove">
        <span aria-hidden="true">{t("nomination.remove")}</span>
        <VisuallyHidden>{t("nomination.remove_for", { name: rater.name })}</VisuallyHidden>
      </Button>
    </Form>
  );
}

/** Says what is lost before it is. */
function WithdrawForm({ rater: { id, name } }: { rater: ChosenRater }) {
  const { t } = useTranslation("nomination");
  return (
    <div className="basis-full sm:basis-auto">
      <Disclosure
        summary={
          <>
            <span aria-hidden="true">{t("withdraw.summary")}</span>
            <VisuallyHidden>{t("withdraw.summary_for", { name })}</VisuallyHidden>
          </>
        }
      >
        <Form method="post" preventScrollReset className="grid max-w-80 gap-2 py-1">
          <input type="hidden" name="rater" value={id} />
          <p className="text-sm text-ink-muted">{t("withdraw.explain", { name })}</p>
          <div>
            <Button size="small" variant="danger" name="intent" value="withdraw">
              {t("withdraw.action", { name })}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
