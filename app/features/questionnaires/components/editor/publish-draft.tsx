import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { listed } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { DraftPlace, DraftProblem } from "../../editing/check-draft.ts";
import type { DraftPage } from "../../editing/draft-page.server.ts";
import { draftHref } from "../../editing/hrefs.ts";
import { NAME_PLACEHOLDER } from "./name-placeholder.ts";
import { useLanguageNames } from "./use-language-names.ts";

/** What is still wrong with a draft, what publishing it does, and the two ways it ends. */
export function PublishDraft({ page }: { page: DraftPage }) {
  const { t } = useTranslation("questionnaires");
  const sending = useNavigation().state === "submitting";
  const { key, revision, basedOn, problems } = page;
  const version = (basedOn ?? 0) + 1;
  return (
    <Panel title={t("publish.title", { version })} lead={t("publish.lead")}>
      <div className="grid grid-cols-1 gap-6">
        {problems.length > 0 && (
          <div className="grid grid-cols-1 gap-3">
            <p className="font-semibold">{t("publish.wrong", { count: problems.length })}</p>
            <ul className="grid gap-3">
              {[...Map.groupBy(problems, groupOf).values()].map((those) => (
                <Fault key={those[0] && groupOf(those[0])} draft={key} problems={those} />
              ))}
            </ul>
          </div>
        )}
        {problems.length === 0 && (
          <Form method="post">
            <input type="hidden" name="revision" value={revision} />
            <Button variant="primary" name="intent" value="publish" busy={sending}>
              {t("publish.action", { version })}
            </Button>
          </Form>
        )}
        <Disclosure summary={t("discard.summary")}>
          <Form method="post" className="grid justify-items-start gap-3">
            <p className="text-ink-muted">
              {t(basedOn === null ? "discard.whole" : "discard.draft")}
            </p>
            <input type="hidden" name="revision" value={revision} />
            <Button variant="caution" name="intent" value="discard">
              {t("discard.action")}
            </Button>
          </Form>
        </Disclosure>
      </div>
    </Panel>
  );
}

/** Problems that read the same are told once; words that are missing, once for each language. */
function groupOf({ code, place, missing }: DraftProblem): string {
  return missing && place.part === "language" ? `${code} ${place.language}` : code;
}

const FEW = 5;

/** One thing that is wrong, with every place where it is. */
function Fault({ draft, problems }: { draft: string; problems: readonly DraftProblem[] }) {
  const { t } = useTranslation("questionnaires");
  const [first] = problems;
  if (!first) return null;
  const { code, missing } = first;
  const words = listed((missing?.first ?? []).map((each) => t("item.quoted", { words: each })));
  const said = { count: missing?.count ?? 1, words, placeholder: NAME_PLACEHOLDER };
  const places = (
    <ul className="grid gap-1">
      {problems.map(({ place }) => (
        <li key={JSON.stringify(place)}>
          <PlaceLink draft={draft} place={place} />
        </li>
      ))}
    </ul>
  );
  return (
    <li className="grid grid-cols-1 gap-1 border-s-2 border-danger-fill ps-3 wrap-anywhere">
      <p>{t(`faults.${code}`, said)}</p>
      {problems.length > FEW ? (
        <Disclosure summary={t("publish.places", { count: problems.length })}>{places}</Disclosure>
      ) : (
        places
      )}
    </li>
  );
}

function PlaceLink({ draft, place }: { draft: string; place: DraftPlace }) {
  const { t } = useTranslation("questionnaires");
  const nameOf = useLanguageNames();
  const href = hrefOf(draft, place);
  const name =
    place.part === "language"
      ? nameOf(place.language)
      : "name" in place
        ? place.name || t("page.untitled")
        : t(place.part === "about" ? "about.title" : "draft.whole");
  if (href === null) return <span className="text-ink-muted">{name}</span>;
  return (
    <Link dir="auto" href={href}>
      {name}
    </Link>
  );
}

/** Where what is wrong is put right; null where that is the page itself. */
function hrefOf(draft: string, place: DraftPlace): string | null {
  switch (place.part) {
    case "item":
      return draftHref(draft, "item", { item: place.key });
    case "page":
      return draftHref(draft, "page", { page: place.key });
    case "scale":
      return draftHref(draft, "scale", { scale: place.key });
    case "language":
      return draftHref(draft, "words", {
        language: place.language,
        ...(place.key === null ? { page: "missing" } : { item: place.key }),
      });
    case "about":
      return draftHref(draft, "about");
    default:
      return null;
  }
}
