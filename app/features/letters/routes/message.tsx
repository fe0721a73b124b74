import { useTranslation } from "react-i18next";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { linksIn } from "../links-in.ts";
import { keptMessage } from "../reads.server.ts";
import type { Route } from "./+types/message";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const message = await inOrganisation(platform, actor, (tx) =>
    keptMessage(platform, tx, actor, params.messageId),
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
      <title>{subject}</title>
      <PageHeader
        title={subject}
        lead={t("message.to", { name: toName, address: toAddress })}
        breadcrumbs={[{ label: t("outbox.title"), href: "/outbox" }]}
      />
      {links.length > 0 && (
        <section className="mb-6" aria-labelledby="links">
          <h2 id="links" className="mb-1 font-semibold">
            {t("message.links")}
          </h2>
          <ul>
            {links.map((link) => (
              <li key={link} className="break-all">
                <Link href={link} reloadDocument>
                  {link}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <iframe
        title={t("message.frame")}
        srcDoc={html}
        sandbox=""
        className="h-[38rem] w-full max-w-reading rounded-large border border-line bg-white"
      />
    </>
  );
}
