import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { type PartnerCharter, partnerCharters } from "../charter/charter-pages.server.ts";
import { mayAgreeCharters, mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/charters";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayAgreeCharters);
  const platform = getPlatform(context);
  const said = new URL(request.url).searchParams.get("said");
  const charters = await inOrganisation(platform, actor, (tx) =>
    partnerCharters(platform, tx, actor),
  );
  return { charters, said, hasOwn: mayHavePlan(actor) };
}

/** The charters that whoever asks agrees with others. */
export default function Charters({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("charters");
  const { charters, said, hasOwn } = loaderData;
  const told = (["sign", "return"] as const).find((each) => each === said);
  const [waiting, signed] = (["proposed", "signed"] as const).map((state) =>
    charters.filter((each) => each.state === state),
  );
  return (
    <>
      <PageTitle>{t("list.title")}</PageTitle>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        {...(hasOwn ? { action: <ButtonLink href="/charter">{t("own.title")}</ButtonLink> } : {})}
      />
      <div className="grid max-w-reading gap-10">
        {told && <Notice tone="success">{t(`said.${told}`)}</Notice>}
        {charters.length === 0 && (
          <EmptyState title={t("list.none.title")}>
            <p>{t("list.none.body")}</p>
          </EmptyState>
        )}
        <Part title={t("list.waiting")} charters={waiting ?? []} />
        <Part title={t("list.signed")} charters={signed ?? []} />
      </div>
    </>
  );
}

function Part({ title, charters }: { title: string; charters: readonly PartnerCharter[] }) {
  const { t } = useTranslation("charters");
  if (charters.length === 0) return null;
  return (
    <section aria-label={title} className="grid gap-3">
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {charters.map(({ id, person, version, reviewOn, isDue }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2.5">
            <Link alone href={`/charters/${id}`}>
              <bdi>{person}</bdi>
            </Link>
            <span className={isDue ? "text-sm font-semibold" : "text-sm text-ink-muted"}>
              {reviewOn
                ? t(isDue ? "list.due" : "list.until", { version, date: writtenDate(reviewOn) })
                : t("list.version", { version })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
