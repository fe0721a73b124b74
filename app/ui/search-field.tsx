import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { controlLook } from "./control-look.ts";
import { cx } from "./cx.ts";
import { SearchIcon } from "./icons.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export interface SearchFieldProps {
  /** What is searched, such as "Search people"; read out and shown as a prompt. */
  label: string;
  name?: string;
  id?: string;
  defaultValue?: string;
  /** Address that answers the search; the page itself unless given. */
  action?: string;
  /** Other choices of the page to keep, such as the sort order. */
  keep?: Readonly<Record<string, string>>;
}

/** A search by address, so that it can be shared, bookmarked and done without JavaScript. */
export function SearchField(props: SearchFieldProps) {
  const { label, name = "q", id = name, defaultValue, action, keep = {} } = props;
  const { t } = useTranslation("ui");
  return (
    <search>
      <form method="get" action={action} className="flex w-full max-w-form gap-2">
        {Object.entries(keep).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <label className="relative min-w-0 flex-1" htmlFor={id}>
          <VisuallyHidden>{label}</VisuallyHidden>
          <SearchIcon className="pointer-events-none absolute inset-s-3 top-1/2 -translate-y-1/2 text-ink-faint" />
          <input
            type="search"
            id={id}
            name={name}
            dir="auto"
            defaultValue={defaultValue}
            placeholder={label}
            className={cx(controlLook, "min-h-control px-10 py-1.5")}
          />
        </label>
        <Button>{t("search.submit")}</Button>
      </form>
    </search>
  );
}
