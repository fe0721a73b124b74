import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import type { PartData } from "../answering/questionnaire-view.ts";
import { neighbours, SEND_PART } from "../domain/parts.ts";
import { PartButtons } from "./part-buttons.tsx";
import { SectionFields } from "./section-fields.tsx";
import type { Shown } from "./shown.ts";

type Props = { id: string; data: PartData; shown: Shown };

/**
 * All questions in one form, so that turning the screen loses nothing. A narrow screen shows the part in front only.
 */
export function QuestionnaireForm({ id, data, shown }: Props) {
  const { t } = useTranslation("answering");
  const { base, requestId, part, parts, relationship, name, sections } = data;
  return (
    <form
      id={id}
      method="post"
      action={`${base}/${requestId}/${part}`}
      noValidate
      autoComplete="off"
      data-questionnaire
    >
      <input type="hidden" name="seen" value={data.seen} />
      {/* What the Enter key presses: it saves, and stays where one is. */}
      <button type="submit" name="to" value={part} hidden data-stay />
      {parts.map(({ key }, index) => {
        const section = sections.find((each) => each.key === key);
        return (
          <section
            key={key}
            id={key}
            data-part={key}
            data-current={key === part ? "" : undefined}
            className="scroll-mt-24 max-lg:[&:not([data-current])]:hidden lg:mb-14"
          >
            {index === 0 && (
              <p className="mb-6 max-w-reading border-s-4 border-line-strong ps-4 text-ink-muted">
                {t(`lead.${relationship}`, { name })}
              </p>
            )}
            {section && <SectionFields data={data} section={section} shown={shown} />}
            <PartButtons part={key} {...neighbours(parts, key)} />
          </section>
        );
      })}
      <div className="border-t border-line pt-6 max-lg:hidden">
        <Button name="to" value={SEND_PART} variant="primary">
          {t("toSend")}
        </Button>
      </div>
    </form>
  );
}
