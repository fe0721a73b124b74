import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigation } from "react-router";
import type { Problem } from "~/platform/errors/problem.ts";
import { type FormAnswer, typedIn } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { DraftNote } from "~/ui/draft-note.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { FileField } from "~/ui/file-field.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TABLE_FILES } from "~/ui/upload-form.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { listedAudienceInput } from "../../audience/listed-audience.server.ts";
import type { PeopleFound } from "../../domain/people-list.ts";
import { ListProblems } from "./list-problems.tsx";

export type ListAnswer = FormAnswer & {
  found: PeopleFound | null;
  /** How many entries were read from a file into the list. */
  fromFile?: number;
  /** Why a file could not be. */
  fileProblem?: Problem;
};

type Props = {
  answer: ListAnswer | undefined;
  add: string;
  leaveOut: (count: number) => string;
  /** Beside the buttons. */
  children?: ReactNode;
};

/**
 * People by a list of addresses or ids: pasted, or read from a file into the box and looked over there. Both are sent
 * to the page itself, which takes files (`uploads`) and answers by `readAudienceList`.
 */
export function AudienceList(props: Props) {
  const { answer } = props;
  // A box that holds what was read from a file is another one than that in which somebody typed.
  const key = answer?.fromFile === undefined ? "typed" : typedIn(answer, "list");
  return (
    <div className="grid max-w-reading gap-8">
      <ListForm key={key} {...props} />
      <FileForm problem={answer?.fileProblem} />
    </div>
  );
}

function ListForm({ answer, add, leaveOut, children }: Props) {
  const { t } = useTranslation("audience");
  const busy = useNavigation().state === "submitting";
  const found = answer?.found ?? null;
  const form = useFormFields<typeof listedAudienceInput>({
    id: "people",
    draft: { name: `list:${useLocation().pathname}`, endsWhenSent: true },
    answer,
    say: ({ code, values }) => t(`list.problems.${code}`, { ...values }),
  });
  const usable = found?.personIds.length ?? 0;
  return (
    <Form {...form.form} className="grid gap-5">
      <ErrorSummary problems={form.problems} />
      {found && <ListProblems found={found} />}
      {answer?.fromFile !== undefined && (
        <Notice tone="success">{t("list.read", { count: answer.fromFile })}</Notice>
      )}
      <TextArea {...form.field("list")} label={t("list.label")} hint={t("list.hint")} rows={8} />
      <DraftNote isBack={form.draft.isBack} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button variant="primary" busy={busy}>
          {add}
        </Button>
        {usable > 0 && (
          <Button name="leavingOut" value="on">
            {leaveOut(usable)}
          </Button>
        )}
        {children}
      </div>
    </Form>
  );
}

function FileForm({ problem }: { problem: Problem | undefined }) {
  const { t } = useTranslation("audience");
  const { t: tPeople } = useTranslation("people");
  const busy = useNavigation().state === "submitting";
  const error = problem && fileProblem(problem);
  function fileProblem({ code, values = {} }: Problem): string {
    if (code === "no-identifiers") return t("list.noIdentifiers");
    const context = values.row === undefined ? undefined : "row";
    return tPeople(`import.faults.${code}`, { ...values, context });
  }
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="grid gap-4 border-t border-line pt-6"
    >
      <FileField
        name="file"
        label={t("list.file")}
        hint={t("list.fileHint")}
        error={error}
        accept={TABLE_FILES}
      />
      <Button className="w-fit" busy={busy}>
        {t("list.readFile")}
      </Button>
    </Form>
  );
}
