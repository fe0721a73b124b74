import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Form } from "./form.tsx";
import { Panel } from "./panel.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type OneClickProps = {
  title: string;
  lead: string;
  /** Where the choice is posted to, and under which name. */
  action: string;
  field: string;
  /** `spoken` comes before a label for those who hear it. */
  choices: readonly { value: string; label: string; spoken: string; chosen?: boolean }[];
  /** What stands below. */
  children?: ReactNode;
};

/** A question that is answered by one click. */
export function OneClick({ title, lead, action, field, choices, children }: OneClickProps) {
  return (
    <div className="@container max-w-224" data-print="never">
      <Panel title={title} lead={lead}>
        <Form method="post" action={action} className="grid gap-2 @min-[36rem]:grid-cols-5">
          {choices.map(({ value, label, spoken, chosen = false }) => (
            <Button
              key={value}
              name={field}
              value={value}
              variant={chosen ? "primary" : "secondary"}
              aria-pressed={chosen}
            >
              <VisuallyHidden>{spoken}</VisuallyHidden>
              <span>{label}</span>
            </Button>
          ))}
        </Form>
        {children}
      </Panel>
    </div>
  );
}
