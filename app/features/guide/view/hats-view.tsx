import { type Answers, orderOf } from "../domain/order.ts";
import { HATS } from "../domain/situation.ts";
import type { SituationView } from "./guide-view.ts";
import { HatMoves } from "./hat-moves.tsx";
import { OrderPanel } from "./order-panel.tsx";

/**
 * The five questions or what their answers come to, and both hats in that order. The server and the page's own script
 * draw it alike, so no component in it may have a hook.
 */
export function HatsView({ view, answers }: { view: SituationView; answers: Answers }) {
  const order = orderOf(answers);
  return (
    <div className="grid gap-8">
      <OrderPanel {...{ view, answers, order }} />
      {(order?.hats ?? HATS).map((hat, at) => (
        <HatMoves
          key={hat}
          {...{ view, hat }}
          place={order === null ? "either" : at === 0 ? "first" : "then"}
        />
      ))}
    </div>
  );
}
