import type { ReactNode } from "react";
import { useNavigation } from "react-router";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FileField } from "./file-field.tsx";
import { Form } from "./form.tsx";

type Props = {
  label: string;
  hint: string;
  /** What the button says. */
  button: string;
  /** Where it is sent, if there is something to say in the address: fields beside the file are not read. */
  action?: string;
  /** Which files are offered to be chosen, as the browser writes it. */
  accept: string;
  /** What was wrong with the file sent before. */
  problem: string | null | undefined;
  /** What there is to say between that and the form. */
  children?: ReactNode;
};

/** Sends one file, in the field "file". A file can't be given back, so what was wrong with it stands above. */
export function UploadForm({ label, hint, button, action, accept, problem, children }: Props) {
  const busy = useNavigation().state === "submitting";
  return (
    <div className="grid grid-cols-1 gap-6">
      <ErrorSummary problems={problem ? [{ field: "file", message: problem }] : []} />
      {children}
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        className="grid gap-6"
        {...(action !== undefined && { action })}
      >
        <FileField
          name="file"
          label={label}
          hint={hint}
          error={problem ?? undefined}
          accept={accept}
        />
        <Button variant="primary" className="w-fit" busy={busy}>
          {button}
        </Button>
      </Form>
    </div>
  );
}

/** Tables as they are offered to be chosen. */
export const TABLE_FILES =
  ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
