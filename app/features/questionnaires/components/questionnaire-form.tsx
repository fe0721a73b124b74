import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import type { PartData } from "../answering/questionnaire-view.ts";
import { neighbours, SEND_PART } from "../domain/parts.ts";
import { PartButtons } from "./part-buttons.tsx";
import { QuestionPages } from "./question-pages.tsx";
import type { Shown } from "./shown.ts";

type Props = { id: string; data: PartData; shown: Shown };

/**
 * All questions in one form, so that turning the screen loses nothing. A narrow screen shows the part in front only.
 */
export function QuestionnaireForm({ id, data, shown }: Props) {
  const { t } = useTranslation("answering");
  const { base, requestId, part, parts } = data;
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
      <QuestionPages
        data={data}
        shown={shown}
        buttons={(key) => <PartButtons part={key} {...neighbours(parts, key)} />}
      />
      <div className="border-t border-line pt-6 max-lg:hidden">
        <Button name="to" value={SEND_PART} variant="primary">
          {t("toSend")}
        </Button>
      </div>
    </form>
  );
}
