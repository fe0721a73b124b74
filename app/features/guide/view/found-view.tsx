import type { Choices } from "../domain/choices.ts";
import { GROUPS } from "../domain/situation.ts";
import type { GuideView, ListedSituation } from "./guide-view.ts";
import { SituationList } from "./situation-list.tsx";

type Props = { view: GuideView; choices: Choices; shown: readonly ListedSituation[] };

/** What was found: by groups, or the best first where a sentence was typed. No component in it has a hook. */
export function FoundView({ view: { said }, choices: { q, hat }, shown }: Props) {
  if (q !== "") return <SituationList {...{ said, hat, situations: shown }} level={2} />;
  return (
    <div className="grid gap-10">
      {GROUPS.map((group) => {
        const situations = shown.filter((each) => each.group === group);
        return situations.length === 0 ? null : (
          <section key={group} className="grid gap-4">
            <h2 className="font-serif text-xl font-semibold tracking-tight">
              {said[`group-${group}`]}
            </h2>
            <SituationList {...{ said, hat, situations }} level={3} />
          </section>
        );
      })}
    </div>
  );
}
