import { useTranslation } from "react-i18next";
import { redirect, useRouteError } from "react-router";
import { RaterShell } from "~/features/questionnaires/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { offerHandOver, takeOver, takeOverInput } from "../answering/hand-over.server.ts";
import { resolveRater, shut } from "../answering/resolve-rater.server.ts";
import { calledOffOf, problemKind } from "../components/problem-kind.ts";
import { RaterProblem } from "../components/rater-problem.tsx";
import { knowDevice } from "../pseudonyms/device.server.ts";
import type { Route } from "./+types/rater-hand-over";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [knowDevice];

export async function loader(args: Route.LoaderArgs) {
  const { rater, base, organisation, brand, language } = await resolveRater(args);
  const { requestId } = args.params;
  const offered = await offerHandOver(getPlatform(args.context), rater, requestId);
  if (!offered.ok) throw offered.reason === "unknown" ? notFound() : shut(offered.reason);
  return { base, organisation, brand, language, requestId, ...offered.value };
}

export async function action(args: Route.ActionArgs) {
  const { rater, base } = await resolveRater(args);
  const { requestId } = args.params;
  const form = await readForm(args.request, takeOverInput);
  if (!form.ok) return form.refused();
  const { code } = form.value;
  const taken = await takeOver(getPlatform(args.context), rater, requestId, code);
  if (taken.ok) return redirect(`${base}/${requestId}`);
  if (taken.reason === "unknown") throw notFound();
  if (taken.reason !== "wrong-code") throw shut(taken.reason);
  return form.refused([{ field: "code", code: taken.reason }]);
}

/** On the device that wrote: the code. On another: where it is typed in. */
export default function HandOver({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("answering");
  const { base, organisation, language, requestId, name, relationship, code } = loaderData;
  const form = useFormFields<typeof takeOverInput>({
    id: "take-over",
    answer: actionData,
    say: () => t("handOver.wrong"),
  });
  const of = relationship === null ? "nobody" : relationship === "self" ? "self" : undefined;
  const title = t(code ? "handOver.title" : "handOver.takeTitle");
  return (
    <RaterShell organisation={organisation} base={base} language={language}>
      <PageTitle>{title}</PageTitle>
      <PageHeader title={title} lead={t("intro.title", { context: of, name })} />
      {code ? (
        <>
          <p className="max-w-reading">{t("handOver.lead")}</p>
          <p className="my-6 font-mono text-3xl font-semibold tracking-widest" dir="ltr">
            {code.slice(0, 4)} {code.slice(4)}
          </p>
          <p className="max-w-reading text-ink-muted">{t("handOver.lasts")}</p>
        </>
      ) : (
        <>
          <p className="mb-6 max-w-reading">{t("handOver.takeLead")}</p>
          <Form {...form.form} reloadDocument className="grid gap-6">
            <TextField
              {...form.field("code")}
              label={t("handOver.code")}
              hint={t("handOver.codeHint")}
              autoComplete="off"
              autoCapitalize="characters"
            />
            <Button variant="primary" className="w-fit">
              {t("handOver.take")}
            </Button>
          </Form>
        </>
      )}
      <div className="mt-8">
        <ButtonLink href={`${base}/${requestId}`} reloadDocument>
          {t("handOver.back")}
        </ButtonLink>
      </div>
    </RaterShell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <RaterProblem kind={problemKind(error)} calledOff={calledOffOf(error)} />;
}
