import { useTranslation } from "react-i18next";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { HeldPerson } from "../reads/held-in-round.server.ts";

/**
 * Who is not written to at the moment because their address was changed, until when, and where that can be ended by HR
 * of the whole organisation.
 */
export function HeldNotice({ held, whole }: { held: readonly HeldPerson[]; whole: boolean }) {
  const { t } = useTranslation("held-addresses");
  if (held.length === 0) return null;
  return (
    <div className="pb-6">
      <Notice title={t("title", { count: held.length })}>
        <p>{t("body")}</p>
        <Disclosure summary={t("who")} open={held.length <= 3}>
          <ul className="grid gap-2">
            {held.map(({ personId, name, makers, provisioned, changedOn, until }) => {
              const named = makers.map((maker) => maker ?? t("operator"));
              const by = listed(provisioned ? [...named, t("provisioning")] : named);
              return (
                <li key={personId}>
                  <Link tone="quiet" href={`/people/${personId}`}>
                    <bdi>{name}</bdi>
                  </Link>
                  {": "}
                  {t("changed", { date: writtenDate(changedOn), by })}{" "}
                  {until ? t("until", { date: writtenDate(until) }) : t("refused")}
                </li>
              );
            })}
          </ul>
        </Disclosure>
        {whole && (
          <p className="mt-2">
            <Link href="/people/addresses">{t("link")}</Link>
          </p>
        )}
      </Notice>
    </div>
  );
}
