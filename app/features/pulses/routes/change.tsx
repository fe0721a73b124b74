import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { mayReadSomeFigures } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { RoundChange } from "../components/change/round-of-change.tsx";
import { roundsOfChange } from "../proof/change-reads.server.ts";
import type { Route } from "./+types/change";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadSomeFigures);
  return { rounds: await roundsOfChange(getPlatform(context), actor) };
}

const PARTS = ["told", "means", "who"] as const;

/** How pulses went, by round: of how many something moved, and whether practising goes with it; never whose. */
export default function Change({ loaderData: { rounds } }: Route.ComponentProps) {
  const { t } = useTranslation("change");
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: t("back"), href: "/follow-through" }]}
      />
      {rounds.length === 0 ? (
        <EmptyState title={t("none.title")}>{t("none.body")}</EmptyState>
      ) : (
        <WithAside
          label={t("aside.label")}
          aside={PARTS.map((part) => (
            <AsidePart key={part} title={t(`aside.${part}`)}>
              <p className="text-ink-muted">{t(`aside.${part}Body`)}</p>
            </AsidePart>
          ))}
        >
          <div className="grid grid-cols-1 gap-10">
            {rounds.map((round) => (
              <RoundChange key={round.id} round={round} />
            ))}
          </div>
        </WithAside>
      )}
    </>
  );
}
