import { useTranslation } from "react-i18next";
import { getSignedIn, keepOutCrowds } from "~/features/identity/index.server.ts";
import { localPath } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Ways } from "../components/ways.tsx";
import { waysOf } from "../entering/ways-to-begin.server.ts";
import type { Route } from "./+types/start";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const way = await waysOf(getPlatform(context), params.organisationId);
  if (!way) throw notFound();
  const { searchParams } = new URL(request.url);
  return {
    way,
    next: localPath(searchParams.get("next")),
    asked: searchParams.has("asked"),
    signedInAs: getSignedIn(context)?.accountName ?? null,
  };
}

/** The address of an organisation's own at which its people begin; also where they are sent when it is demanded. */
export default function Start({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("sign-in-organisation");
  const { way, next, asked, signedInAs } = loaderData;
  const { organisation } = way;
  return (
    <PlainShell width="form" organisationName={organisation}>
      <PageTitle>{t("start.title")}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("start.title")} lead={t("start.lead", { organisation })} />
      <div className="grid gap-6">
        {asked && (
          <Notice title={t("start.asked.title", { organisation })}>{t("start.asked.body")}</Notice>
        )}
        {signedInAs !== null && (
          <Notice title={t("start.signedIn.title", { name: signedInAs })}>
            {t("start.signedIn.body", { name: signedInAs, organisation })}
          </Notice>
        )}
        <Ways way={way} next={next} isOnly />
        <p>
          <Link href="/sign-in">{t("other")}</Link>
        </p>
      </div>
    </PlainShell>
  );
}
