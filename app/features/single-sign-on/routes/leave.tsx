import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { z } from "zod";
import { keepOutCrowds } from "~/features/identity/index.server.ts";
import { localPath } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { NotSignedIn } from "../components/not-signed-in.tsx";
import { beginSignOn } from "../entering/begin-sign-on.server.ts";
import { startPath } from "../sign-on-paths.ts";
import type { Route } from "./+types/leave";

const leaveForm = z.object({ next: z.string().optional() });

/** A link alone sends nobody away: whoever owns another organisation could sign strangers in as somebody else by it. */
const onlyByForm: Route.MiddlewareFunction = ({ request, params }, next) => {
  if (request.method === "POST") return next();
  const wanted = localPath(new URL(request.url).searchParams.get("next"));
  throw redirect(`${startPath(params.organisationId)}?${new URLSearchParams({ next: wanted })}`);
};

export const middleware: Route.MiddlewareFunction[] = [onlyByForm, keepOutCrowds];

// Only so that there is something to ask for, and so that it is refused.
export const loader = () => null;

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await readForm(request, leaveForm);
  if (!form.ok) return form.refused();
  const wanted = { next: form.value.next ?? null, again: false };
  const begun = await beginSignOn(getPlatform(context), params, wanted);
  const { organisationId } = params;
  if (begun.ok) {
    const { url, cookie } = begun.value;
    // Not a redirect: a form may be answered by this site alone, and a provider may send on to others.
    const headers = { "Set-Cookie": cookie, Refresh: `0; url=${url}` };
    return data({ url, organisationId }, { headers });
  }
  if (begun.reason === "unknown") throw notFound();
  return data({ organisationId, reason: begun.reason }, { status: 502 });
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** On the way to a provider, or why nobody goes there. */
export default function Leave({ actionData, params }: Route.ComponentProps) {
  const { t } = useTranslation("sign-in-organisation");
  const { organisationId } = params;
  if (!actionData || !("organisationId" in actionData))
    return <NotSignedIn organisationId={organisationId} reason="over" />;
  if ("reason" in actionData) return <NotSignedIn {...actionData} />;
  return (
    <PlainShell width="form">
      <PageTitle>{t("leaving.title")}</PageTitle>
      <PageHeader title={t("leaving.title")} lead={t("leaving.lead")} />
      <p>
        <ButtonLink reloadDocument variant="primary" href={actionData.url}>
          {t("leaving.go")}
        </ButtonLink>
      </p>
    </PlainShell>
  );
}
