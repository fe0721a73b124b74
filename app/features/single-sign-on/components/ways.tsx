import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import type { WayToBegin } from "../entering/ways-to-begin.server.ts";
import { startPath } from "../sign-on-paths.ts";

type Props = { way: WayToBegin; next: string; isOnly: boolean };

/** By what people sign in to one organisation. The links leave this site, so the browser follows them itself. */
export function Ways({ way: { organisationId, organisation, providers }, next, isOnly }: Props) {
  const { t } = useTranslation("sign-in-organisation");
  return (
    <section className="grid gap-3">
      {!isOnly && <h2 className="font-semibold wrap-anywhere">{organisation}</h2>}
      {providers.map(({ id, name }, index) => (
        <ButtonLink
          key={id}
          reloadDocument
          variant={index === 0 ? "primary" : "secondary"}
          className="w-fit max-sm:w-full"
          href={`${startPath(organisationId)}/${id}?${new URLSearchParams({ next })}`}
        >
          {t("with", { name })}
        </ButtonLink>
      ))}
    </section>
  );
}
