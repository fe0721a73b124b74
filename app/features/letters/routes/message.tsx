import { useTranslation } from "react-i18next";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { Link } from "~/ui/link.tsx";
import { MailAddress } from "~/ui/mail-address.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { letterWaysContext } from "../letter-ways-context.server.ts";
import { linksIn } from "../links-in.ts";
import { keptMessage } from "../reads.server.ts";
import type { Route } from "./+types/message";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const ways = await context.get(letterWaysContext)();
  const message = await inOrganisation(platform, actor, (tx) =>
    keptMessage(platform, tx, actor, params.messageId, ways),
  );
  if (!message) throw notFound();
  return { ...message, links: linksIn(message.html) };
}

/** One letter as its recipient would get it. */
export default function Message({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("notifications");
  const { subject, html, links, toName, toAddress } = loaderData;
  return (
    <>
      <PageTitle>{subject}</PageTitle>
      <PageHeader title={subject} breadcrumbs={[{ label: t("outbox.title"), href: "/outbox" }]} />
      <WithAside
        label={t("message.beside")}
        aside={
          <>
            <AsidePart title={t("message.recipient")}>
              <p className="wrap-anywhere">
                <bdi>{toName}</bdi>
                <span className="block text-ink-muted">
                  <MailAddress address={toAddress} />
                </span>
              </p>
            </AsidePart>
            {links.length > 0 && (
              <AsidePart title={t("message.links")}>
                <ul className="grid grid-cols-1 gap-1">
                  {links.map((link) => (
                    <li key={link}>
                      {/* A link is longer than anybody reads; where it begins tells enough. */}
                      <Link
                        href={link}
                        reloadDocument
                        className="block truncate pointer-coarse:py-2.5"
                      >
                        {link}
                      </Link>
                    </li>
                  ))}
                </ul>
                <p className="mt-2 text-sm text-ink-muted">{t("outbox.notice.outbox.body")}</p>
              </AsidePart>
            )}
          </>
        }
      >
        <iframe
          title={t("message.frame")}
          srcDoc={html}
          sandbox=""
          className="h-[38rem] w-full rounded-large border border-line bg-white"
        />
      </WithAside>
    </>
  );
}
