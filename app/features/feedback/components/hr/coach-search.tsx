import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { listed } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { PossibleCoach } from "../../releasing/coach-choice.server.ts";

type Props = {
  /** The page itself: it answers the search and takes the choice. */
  address: string;
  search: string;
  found: readonly PossibleCoach[];
  matching: number;
  /** Who can't be chosen, or is with a word of warning. */
  selfId?: string;
  managerId?: string | null;
  /** Where somebody's coachees are chosen one by one; left out where one is meant already. */
  pathOf?: (personId: string) => string;
};

/** Finds a colleague by name and makes them the coach. */
export function CoachSearch({
  address,
  search,
  found,
  matching,
  selfId,
  managerId,
  pathOf,
}: Props) {
  const { t } = useTranslation("cycle-running");
  const sending = useNavigation().state === "submitting";
  return (
    <div className="grid gap-3" id="coach">
      <SearchField label={t("coaches.search")} defaultValue={search} action={`${address}#coach`} />
      {search !== "" && found.length === 0 && (
        <p className="text-ink-muted">{t("coaches.notFound", { search })}</p>
      )}
      {found.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {found.map(({ id, name, jobTitle, department, rates }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <span className="min-w-0 flex-1 basis-48">
                <bdi className="font-medium">{name}</bdi>
                <span className="block text-sm text-ink-muted">
                  {[jobTitle, department].filter(Boolean).join(" · ")}
                </span>
                {id === managerId && (
                  <span className="block text-sm">{t("coaches.isManager")}</span>
                )}
                {id !== selfId && rates.length > 0 && (
                  <span className="block text-sm">
                    {t("coaches.isRater", { participants: listed(rates) })}
                  </span>
                )}
              </span>
              {id === selfId ? (
                <span className="text-sm text-ink-muted">{t("coaches.self")}</span>
              ) : (
                <Form method="post" action={address} className="flex flex-wrap items-center gap-4">
                  {pathOf && (
                    <Link href={pathOf(id)}>
                      <span aria-hidden="true">{t("coaches.chooseWhom")}</span>
                      <VisuallyHidden>{t("coaches.chooseWhomOne", { name })}</VisuallyHidden>
                    </Link>
                  )}
                  <input type="hidden" name="coach" value={id} />
                  <Button name="intent" value="coach" busy={sending}>
                    <span aria-hidden="true">{t("coaches.choose")}</span>
                    <VisuallyHidden>{t("coaches.chooseOne", { name })}</VisuallyHidden>
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {matching > found.length && (
        <p className="text-sm text-ink-muted">
          {t("coaches.more", { shown: found.length, count: matching })}
        </p>
      )}
    </div>
  );
}
