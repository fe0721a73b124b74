import type { ComponentProps, ReactNode } from "react";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";

type Props = {
  title: string;
  lead: string;
  /** What the page's action knows the form by. */
  intent: string;
  form: ComponentProps<typeof Form>;
  save: string;
  /** The field. */
  children: ReactNode;
  /** Below the form. */
  note?: ReactNode;
};

/** One setting of the organisation, with the button that saves it alone. */
export function SettingForm({ title, lead, intent, form, save, children, note }: Props) {
  return (
    <Panel title={title} lead={lead}>
      <Form {...form} action="/access" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value={intent} />
        {children}
        <Button>{save}</Button>
      </Form>
      {note}
    </Panel>
  );
}
