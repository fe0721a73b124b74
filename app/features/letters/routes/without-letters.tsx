import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { chooseByLink, linkChoice, readStopView } from "../declining/choose-by-link.server.ts";
import { lettersOfAllContext } from "../declining/kinds-context.server.ts";
import type { Route } from "./+types/without-letters";

export const handle = { plain: true };

// Whoever follows a link changes nothing by it: programs that look through mail follow them all.
export async function loader({ context, params }: Route.LoaderArgs) {
  const kinds = await context.get(lettersOfAllContext)();
  const view = await readStopView(getPlatform(context), params.token, kinds);
  return data({ view }, { status: view ? 200 : 410 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { choice } = await readPress(request, linkChoice);
  await chooseByLink(getPlatform(context), params.token, choice);
  return redirect(`/letters/without/${params.token}`);
}

/** From a letter, without signing in: no more of these, or more after all. */
export default function WithoutLetters({ loaderData: { view } }: Route.ComponentProps) {
  const { t } = useTranslation("own-letters");
  if (!view)
    return (
      <PlainShell width="form">
        <PageTitle>{t("byLink.unknown.title")}</PageTitle>
        <ErrorPage title={t("byLink.unknown.title")} message={t("byLink.unknown.body")} />
      </PlainShell>
    );
  const { organisation, about, hint, isDeclined } = view;
  const title = t(isDeclined ? "byLink.done.title" : "byLink.ask.title");
  return (
    <PlainShell width="form" organisationName={organisation}>
      <PageTitle>{title}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={title} />
      <div className="grid gap-6">
        <div className="grid gap-1 border-s-2 border-line-strong ps-4">
          <p className="font-semibold">{about}</p>
          <p className="text-ink-muted">{hint}</p>
        </div>
        <p className="max-w-reading">{t(isDeclined ? "byLink.done.body" : "byLink.ask.body")}</p>
        <Form method="post">
          <Button
            variant={isDeclined ? "secondary" : "primary"}
            name="choice"
            value={isDeclined ? "wanted" : "without"}
          >
            {t(isDeclined ? "byLink.done.action" : "byLink.ask.action")}
          </Button>
        </Form>
      </div>
    </PlainShell>
  );
}
