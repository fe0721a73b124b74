import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { DraftNote } from "~/ui/draft-note.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { ErrorSummary, type FieldProblem } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Table, type TableColumn } from "~/ui/table.tsx";
import { useDraft } from "~/ui/use-draft.ts";
import type { AudiencePage, AudiencePerson } from "../../domain/audience.ts";
import type { PeopleFilter } from "../../domain/find-people.ts";
import { AudienceFilter } from "./audience-filter.tsx";

type Props = {
  page: AudiencePage;
  filter: PeopleFilter;
  /** Of the page with nobody narrowed down. */
  path: string;
  problems?: readonly FieldProblem[];
  /** Said under a name. */
  noteOn?: (personId: string) => ReactNode;
  /** How many are chosen, in words. */
  chosen: string;
  /** The button that leads on, with the intent "continue". */
  children: ReactNode;
};

/**
 * People to tick. All of it is one form, so that whatever button is pressed, ticks are kept: `readAudience` reads it.
 */
export function AudienceForm(props: Props) {
  const { page, filter } = props;
  // Boxes start from what is kept, so a new page of people starts afresh.
  const key = JSON.stringify([filter, page.page, page.people.map((each) => each.chosen)]);
  return <TickForm key={key} {...props} />;
}

const TICKS = { only: ["person"], endsWhenSent: true } as const;

function TickForm({ page, filter, path, problems = [], noteOn, ...words }: Props) {
  const { t } = useTranslation("audience");
  const draft = useDraft({ ...TICKS, name: `ticks:${path}` });
  return (
    <Form ref={draft.form} method="post" noValidate className="grid gap-5">
      <ErrorSummary problems={problems} />
      <AudienceFilter page={page} filter={filter} />
      {page.people.map((person) => (
        <input key={person.id} type="hidden" name="shown" value={person.id} />
      ))}
      <Table
        caption={t("people")}
        count={t("found", { count: page.matching })}
        tools={page.matching > 0 && <AllButtons matching={page.matching} />}
        columns={useColumns(noteOn)}
        rows={page.people}
        rowKey={(person) => person.id}
        empty={
          <EmptyState
            title={t("none.title")}
            action={<ButtonLink href={path}>{t("none.action")}</ButtonLink>}
          >
            {t("none.body")}
          </EmptyState>
        }
      />
      <PageButtons page={page.page} pages={page.pages} />
      <div className="sticky bottom-0 z-20 flex items-center justify-between gap-x-6 border-t border-line bg-canvas py-3 max-lg:bottom-(--bar-size)">
        <div className="tabular-nums">
          <strong className="font-semibold">{words.chosen}</strong>{" "}
          <span className="text-sm text-ink-muted max-sm:hidden">{t("plusTicks")}</span>
          <DraftNote isBack={draft.isBack} />
        </div>
        <div className="shrink-0">{words.children}</div>
      </div>
    </Form>
  );
}

function AllButtons({ matching }: { matching: number }) {
  const { t } = useTranslation("audience");
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" name="intent" value="add-all">
        {t("addAll", { count: matching })}
      </Button>
      <Button size="small" variant="quiet" name="intent" value="remove-all">
        {t("removeAll", { count: matching })}
      </Button>
    </div>
  );
}

/** Pages as buttons instead of links: links would lose the ticks. */
function PageButtons({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation("audience");
  if (pages < 2) return null;
  return (
    <nav aria-label={t("pageLabel")} className="flex flex-wrap items-center gap-3">
      {page > 1 && (
        <Button size="small" name="intent" value={`page:${page - 1}`}>
          {t("previous")}
        </Button>
      )}
      <span className="text-sm tabular-nums text-ink-muted">{t("place", { page, pages })}</span>
      {page < pages && (
        <Button size="small" name="intent" value={`page:${page + 1}`}>
          {t("next")}
        </Button>
      )}
    </nav>
  );
}

function useColumns(noteOn: Props["noteOn"]): TableColumn<AudiencePerson>[] {
  const { t } = useTranslation("audience");
  return [
    {
      key: "name",
      header: t("name"),
      rowHeader: true,
      cell: ({ id, name, chosen }) => (
        <Checkbox
          name="person"
          id={`person-${id}`}
          value={id}
          label={<bdi>{name}</bdi>}
          hint={noteOn?.(id)}
          defaultChecked={chosen}
        />
      ),
    },
    {
      key: "jobTitle",
      header: t("jobTitle"),
      cell: ({ jobTitle }) => <bdi>{jobTitle}</bdi>,
    },
    {
      key: "department",
      header: t("department"),
      cell: ({ department }) => <bdi>{department}</bdi>,
    },
    {
      key: "level",
      header: t("level"),
      cell: ({ jobLevel }) => <bdi>{jobLevel}</bdi>,
    },
    {
      key: "manages",
      header: t("manages"),
      noWrap: true,
      cell: ({ manages }) => manages && t("yes"),
    },
  ];
}
