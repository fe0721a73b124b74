import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import {
  answerWish,
  readWish,
  type WishView,
  wishAnswerInput,
} from "../own-address/answer-wish.server.ts";
import type { Route } from "./+types/new-address";

export const handle = { plain: true };
const STOPPED = ["stopped", "stoppedOld"] as const;

// Whoever follows a link changes nothing by it: programs that look through mail follow them all.
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const wish = await readWish(getPlatform(context), params.token);
  const asked = new URL(request.url).searchParams.get("said");
  const said = STOPPED.find((word) => word === asked) ?? null;
  return data({ wish, said }, { status: wish || said ? 200 : 410 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const press = await readPress(request, wishAnswerInput);
  const platform = getPlatform(context);
  const side = (await readWish(platform, params.token))?.side;
  const answered = await answerWish(platform, params.token, press);
  const page = `/new-address/${params.token}`;
  if (!answered.ok || answered.value !== "stopped") return redirect(page);
  return redirect(`${page}?said=${side === "old" ? "stoppedOld" : "stopped"}`);
}

/** For whoever reads one of two addresses of an account: is the change right? */
export default function NewAddress({ loaderData: { wish, said } }: Route.ComponentProps) {
  const { t } = useTranslation("own-address");
  if (wish) return <Question wish={wish} />;
  const word = said ?? "ended";
  return (
    <PlainShell width="form">
      <PageTitle>{t(`letter.${word}.title`)}</PageTitle>
      <ErrorPage
        title={t(`letter.${word}.title`)}
        message={t(`letter.${word}.message`)}
        actions={
          said === "stoppedOld" && (
            <ButtonLink href="/new-password">{t("letter.stoppedOld.action")}</ButtonLink>
          )
        }
      />
    </PlainShell>
  );
}

function Question({ wish: { side, to, due, said } }: { wish: WishView }) {
  const { t } = useTranslation("own-address");
  const facts = { to, due: writtenDate(due) };
  return (
    <PlainShell width="form">
      <PageTitle>{t(`letter.${side}.title`)}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={t(`letter.${side}.title`)} lead={t(`letter.${side}.lead`, facts)} />
      <form method="post" className="grid gap-6">
        {said === "nothing" ? (
          <Answer side={side} answer="mine" hint={t(`letter.${side}.rightHint`, facts)} />
        ) : (
          <Notice tone="success">
            {t(`letter.${side}.${said === "done" ? "done" : "said"}`, facts)}
          </Notice>
        )}
        {said !== "done" && (
          <Answer side={side} answer="not-mine" hint={t(`letter.${side}.notHint`)} />
        )}
      </form>
    </PlainShell>
  );
}

type AnswerProps = { side: WishView["side"]; answer: "mine" | "not-mine"; hint: string };

function Answer({ side, answer, hint }: AnswerProps) {
  const { t } = useTranslation("own-address");
  const isRight = answer === "mine";
  return (
    <div>
      <Button
        variant={isRight ? "primary" : "caution"}
        name="answer"
        value={answer}
        wide
        aria-describedby={`${answer}-hint`}
      >
        {t(`letter.${side}.${isRight ? "right" : "not"}`)}
      </Button>
      <p id={`${answer}-hint`} className="mt-1.5 max-w-reading text-sm text-ink-muted">
        {hint}
      </p>
    </div>
  );
}
