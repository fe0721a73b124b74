import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import type { SwitchTo } from "./told-problem.ts";

/** Looks at another organisation of theirs from now on, and goes on there with a page. */
export function SwitchButton({ to, next }: { to: SwitchTo; next: string }) {
  const { t } = useTranslation("shell");
  return (
    <form method="post" action="/organisation">
      <input type="hidden" name="organisation" value={to.id} />
      <input type="hidden" name="next" value={next} />
      <Button>{t("frame.switchTo", { organisation: to.name })}</Button>
    </form>
  );
}
