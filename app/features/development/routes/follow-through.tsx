import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { destinationsContext } from "~/features/reports/index.server.ts";
import { mayReadSomeFigures } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { RoundFollowed } from "../components/proof/round-followed.tsx";
import { followedRounds } from "../proof/proof-reads.server.ts";
import type { Route } from "./+types/follow-through";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadSomeFigures);
  const rounds = await followedRounds(getPlatform(context), actor);
  return { rounds, destinations: await context.get(destinationsContext)(actor, "follow-through") };
}

/** What became of reports, by round: how many chose, planned and practised; never who. */
export default function FollowThrough({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("proof");
  const { rounds, destinations } = loaderData;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader title={t("title")} lead={t("lead")} />
      {rounds.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <WithAside
          label={t("aside.label")}
          aside={
            <>
              <AsidePart title={t("aside.told")}>
                <p className="text-ink-muted">{t("aside.toldBody")}</p>
              </AsidePart>
              <AsidePart title={t("aside.means")}>
                <p className="text-ink-muted">{t("aside.meansBody")}</p>
                {destinations.map(({ label, href }) => (
                  <p key={href}>
                    <Link href={href}>{label}</Link>
                  </p>
                ))}
              </AsidePart>
            </>
          }
        >
          <div className="grid grid-cols-1 gap-10">
            {rounds.map((round) => (
              <RoundFollowed key={round.id} round={round} />
            ))}
          </div>
        </WithAside>
      )}
    </>
  );
}
