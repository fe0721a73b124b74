import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";

export interface PreviewView {
  key: string;
  /** Of whom it is the view. */
  label: string;
  content: ReactNode;
}

export interface PreviewProps {
  title: string;
  /** What is chosen between, for those who hear the page. */
  choice: string;
  /** As many as there are places below; the first is in sight at first. */
  views: readonly PreviewView[];
  /** Under the frame. */
  note?: ReactNode;
}

/** Shown where the box of its place is ticked, so that choosing works without JavaScript. */
const places = [
  'group-has-[[value="view-0"]:checked]/preview:block',
  'group-has-[[value="view-1"]:checked]/preview:block',
  'group-has-[[value="view-2"]:checked]/preview:block',
  'group-has-[[value="view-3"]:checked]/preview:block',
];

/** What somebody else will see of what is set here, as each of them sees it. */
export function Preview({ title, choice, views, note }: PreviewProps) {
  const id = useId();
  if (views.length > places.length) throw new Error("more views than a preview has places");
  return (
    <section aria-labelledby={id} className="group/preview grid gap-2">
      <div className="rounded-card border border-line-strong bg-sunken p-2.5">
        <h2 id={id} className="px-1.5 pb-2 text-sm text-ink-muted">
          {title}
        </h2>
        {views.length > 1 && (
          <fieldset
            // With other views the first is in sight again: the one that was chosen may be gone.
            key={views.map(({ key }) => key).join(" ")}
            className="mb-2.5 flex flex-wrap gap-0.5 rounded-medium border border-line bg-sunken p-0.5"
          >
            <legend className="sr-only">{choice}</legend>
            {views.map(({ key, label }, place) => (
              <label
                key={key}
                className="flex flex-1 cursor-pointer items-center justify-center rounded-small px-1.5 py-1 text-center text-xs leading-4 font-medium text-ink-muted outline-focus hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-low has-checked:ring-1 has-checked:ring-line has-focus-visible:outline-3 has-focus-visible:outline-offset-1 pointer-coarse:min-h-11 forced-colors:has-checked:outline-2"
              >
                <input
                  type="radio"
                  className="sr-only"
                  name={`${id}view`}
                  value={`view-${place}`}
                  defaultChecked={place === 0}
                />
                {label}
              </label>
            ))}
          </fieldset>
        )}
        {views.map(({ key, content }, place) => (
          <div
            key={key}
            className={cx(
              "rounded-large bg-surface p-5 shadow-low",
              views.length > 1 && "hidden",
              views.length > 1 && places[place],
            )}
          >
            {content}
          </div>
        ))}
      </div>
      {note && <div className="text-sm text-ink-muted">{note}</div>}
    </section>
  );
}
