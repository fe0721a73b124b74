import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { Place, SinceLaunch } from "../domain/changes-since-launch.ts";
import type { Page } from "../domain/monitoring.ts";

/** Where what a list speaks of is, which whoever has the pages knows. */
type Ways = {
  page: (number: number) => string;
  subject: (subjectId: string) => string;
  /** Where somebody is added to a subject's list, or asked instead of somebody. */
  list: (subjectId: string, instead?: string) => string;
};

type Props = { page: Page<SinceLaunch>; ways: Ways };
type Words = TFunction<["changes", "relationships"]>;

/** What became of a round's people since its launch, what it does to groups and promises, and what can be done. */
export function ChangesList({ page, ways }: Props) {
  const { t } = useTranslation(["changes", "relationships"]);
  if (page.matching === 0)
    return <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>;
  return (
    <section aria-labelledby="changes" className="grid gap-4">
      <div>
        <h2 id="changes" className="text-lg font-semibold">
          {t("title")}
        </h2>
        <p className="max-w-reading text-ink-muted">{t("intro")}</p>
        <p className="mt-1 text-sm text-ink-muted">{t("count", { count: page.matching })}</p>
      </div>
      <ul className="divide-y divide-line rounded-large border border-line bg-surface">
        {page.rows.map((change) => (
          <li key={keyOf(change)} className="grid gap-2 p-4 sm:px-5">
            <h3 className="font-semibold wrap-anywhere">{whatHappened(t, change)}</h3>
            <Moved change={change} />
            <p className="max-w-reading text-ink-muted">
              {t(`does.${change.kind}`, { as: "as" in change ? group(t, change.as) : "" })}
            </p>
            {"places" in change && (
              <Places person={change.person} places={change.places} ways={ways} />
            )}
            <WayOn ways={ways} change={change} />
          </li>
        ))}
      </ul>
      <Pagination page={page.page} pages={page.pages} href={ways.page} />
    </section>
  );
}

function keyOf(change: SinceLaunch): string {
  const about = "subjectId" in change ? change.subjectId : change.places[0]?.requestId;
  return [change.kind, about, "person" in change ? change.person : ""].join(" ");
}

const group = (t: Words, relationship: Place["relationship"]) =>
  t(`groups.${relationship}`, { ns: "relationships" });

function whatHappened(t: Words, change: SinceLaunch): string {
  return t(`what.${change.kind}`, {
    person: "person" in change ? change.person : "",
    participant: "subject" in change ? change.subject : "",
    from: ("from" in change && change.from) || t("noName"),
    to: ("to" in change && change.to) || t("noName"),
    on: change.on ? writtenDate(change.on) : "",
    context: change.on === null && change.kind.endsWith("left") ? "undated" : undefined,
  });
}

function Moved({ change }: { change: SinceLaunch }) {
  const { t } = useTranslation("changes");
  if (change.kind !== "moved") return null;
  return (
    <ul className="text-sm">
      {change.fields.map(({ field, from, to }) => (
        <li key={field} className="wrap-anywhere">
          {t(`field.${field}`, { from: from ?? t("none"), to: to ?? t("none") })}
        </li>
      ))}
    </ul>
  );
}

type PlacesProps = { person: string; places: readonly Place[]; ways: Ways };

function Places({ person, places, ways }: PlacesProps) {
  const { t } = useTranslation(["changes", "relationships"]);
  return (
    <div className="text-sm">
      <p className="font-medium">{t("places")}</p>
      <ul className="grid gap-1">
        {places.map((place) => (
          <li key={place.requestId} className="flex flex-wrap items-baseline gap-x-3">
            <span className="wrap-anywhere">{placeWords(t, place)}</span>
            {place.standIn !== null && (
              <span className="text-ink-muted">{t("place.standIn", place)}</span>
            )}
            {place.free && (
              <Link href={ways.list(place.subjectId, place.requestId)}>
                <span aria-hidden="true">{t("place.action")}</span>
                <VisuallyHidden>
                  {t("place.action_for", { person, participant: place.subject })}
                </VisuallyHidden>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeWords(t: Words, place: Place): string {
  const { left, subject: participant } = place;
  const as = group(t, place.relationship);
  if (!left) return t("place.named", { participant, as });
  return t(left.enough ? "place.enough" : "place.few", { participant, as, ...left });
}

/** Where what happened can be answered. */
function WayOn({ ways, change }: { ways: Ways; change: SinceLaunch }) {
  const { t } = useTranslation("changes");
  if (!("subjectId" in change) || change.kind === "moved" || change.kind === "no-report-now")
    return null;
  const { subject: participant, subjectId } = change;
  const toList = change.kind === "joined" || change.kind === "new-manager";
  return (
    <p className="text-sm">
      <Link href={toList ? ways.list(subjectId) : ways.subject(subjectId)}>
        {t(toList ? "action.list" : "action.participant", { participant })}
      </Link>
    </p>
  );
}
