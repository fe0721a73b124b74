import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { keepOutCrowds } from "~/features/identity/index.server.ts";
import { localPath } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { Ways } from "../components/ways.tsx";
import { domainOf } from "../domain/mail-domain.ts";
import { waysFrom } from "../entering/ways-to-begin.server.ts";
import type { Route } from "./+types/find-organisation";

const findForm = z.object({
  email: z.string("missing").trim().min(1, "missing").max(320, "malformed"),
  next: z.string().optional(),
});

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const at = searchParams.get("at");
  const domain = at === null ? null : domainOf(`@@${at}`);
  const ways = domain === null ? [] : await waysFrom(getPlatform(context), domain);
  return { ways, domain, next: localPath(searchParams.get("next")) };
}

// The domain alone goes on, so that no address stands in a history or a log. Where nobody is found, it stays
// in its field.
export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request, findForm);
  if (!form.ok) return form.refused();
  const domain = domainOf(form.value.email);
  if (domain === null) return form.refused([{ field: "email", code: "malformed" }]);
  const ways = await waysFrom(getPlatform(context), domain);
  if (ways.length === 0) return form.refused([{ field: "email", code: "nobody" }]);
  const query = new URLSearchParams({ at: domain, next: localPath(form.value.next) });
  return redirect(`/sign-in/organisation?${query}`);
}

/** Where somebody who signs in with their organisation finds it, by the domain of their address. */
export default function FindOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("sign-in-organisation");
  const { ways, domain, next } = loaderData;
  const form = useFormFields<typeof findForm>({
    id: "find",
    answer: actionData,
    say: ({ code }) => t(`find.problems.${code}`),
  });
  return (
    <PlainShell width="form">
      <PageTitle>{t("find.title")}</PageTitle>
      <PageHeader title={t("find.title")} lead={t(ways.length > 0 ? "find.found" : "find.lead")} />
      <div className="grid gap-6">
        {ways.map((way) => (
          <Ways key={way.organisationId} way={way} next={next} isOnly={false} />
        ))}
        {domain !== null && ways.length === 0 && !actionData && (
          <Notice title={t("find.none.title", { domain })}>{t("find.none.body")}</Notice>
        )}
        {ways.length === 0 && (
          <Form {...form.form} className="grid gap-6">
            <ErrorSummary problems={form.problems} />
            <input type="hidden" name="next" value={next} />
            <TextField
              {...form.field("email")}
              type="email"
              label={t("find.email")}
              autoComplete="username"
            />
            <div className="flex flex-wrap gap-3">
              <Button variant="primary">{t("find.action")}</Button>
              <ButtonLink href="/sign-in">{t("back")}</ButtonLink>
            </div>
          </Form>
        )}
        {ways.length > 0 && (
          <p>
            <ButtonLink href="/sign-in/organisation">{t("find.other")}</ButtonLink>
          </p>
        )}
      </div>
    </PlainShell>
  );
}
