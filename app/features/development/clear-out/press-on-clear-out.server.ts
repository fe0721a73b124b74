import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import {
  checkAfter,
  isToCheck,
  MOST_NAMED,
  type Needless,
  type NeedlessForm,
  needlessInput,
  type StoppedAnswer,
} from "../domain/clear-out/clear-out.ts";
import {
  closeClearOut,
  deleteAnswers,
  deleteNeedless,
  insertNeedless,
  putAnswer,
  setNothing,
  updateNeedless,
} from "./clear-out-store.server.ts";
import {
  type ClearOutOutcome,
  type HeldClearOut,
  noteOnClearOut,
  type Ticking,
  workOnClearOut,
} from "./work-on-clear-out.server.ts";

/** What the forms and buttons of a clear-out do; `intent` says which of what was named. */
export const clearOutPress = z.discriminatedUnion("step", [
  z.object({ step: z.literal("name"), ...needlessInput.shape }),
  z.object({ step: z.enum(["nothing", "close"]) }),
  z.object({
    step: z.enum(["withdraw", "stop", "keep", "undo", "stayed", "back"]),
    intent: z.string().max(60),
  }),
]);
export type ClearOutPress = z.output<typeof clearOutPress>;

/** Carries out what one button of a clear-out says. What is so already stays so: pressed twice, it is done once. */
export function pressOnClearOut(
  platform: Ticking,
  actor: Actor,
  id: string,
  press: ClearOutPress,
): Promise<ClearOutOutcome> {
  return workOnClearOut(platform, actor, id, async (held) => {
    const { reader, clearOut } = held;
    const isOpen = clearOut.closedOn === null;
    if (press.step === "name")
      return isOpen ? name(platform, held, press) : refuseInput({ code: "closed" });
    if (press.step === "nothing") {
      const own = { clearOutId: id, personId: held.actor.personId };
      if (isOpen && reader === "member") await setNothing(held.tx, actor, own, held.today);
      return { ok: true };
    }
    if (!("intent" in press)) {
      if (reader !== "leader") return refuse("unknown");
      if (!isOpen) return { ok: true };
      await closeClearOut(held.tx, actor, id, held.today);
      await noteOnClearOut(platform, held, "closed", id);
      return { ok: true };
    }
    const item = clearOut.items.find((each) => each.id === press.intent);
    if (!item) return press.step === "withdraw" ? { ok: true } : refuse("unknown");
    switch (press.step) {
      case "withdraw":
        return withdraw(platform, held, item);
      case "stop":
      case "keep":
        return decide(platform, held, item, press.step);
      case "undo":
        return undo(platform, held, item);
      case "stayed":
      case "back":
        return answer(platform, held, item, press.step);
    }
  });
}

async function name(
  platform: Ticking,
  held: HeldClearOut,
  { kind, words, why }: NeedlessForm,
): Promise<ClearOutOutcome> {
  const { tx, actor, clearOut } = held;
  const own = clearOut.items.filter(({ authorId }) => authorId === actor.personId);
  if (own.some((each) => each.kind === kind && each.words === words)) return { ok: true };
  if (own.length >= MOST_NAMED)
    return refuseInput({ code: "enough", values: { most: MOST_NAMED } });
  await insertNeedless(tx, actor, {
    ...{ id: newId(), clearOutId: clearOut.id, authorId: actor.personId, kind, words, why },
  });
  await noteOnClearOut(platform, held, "named", clearOut.id);
  return { ok: true };
}

/** Whoever named something takes it back while nothing is decided. */
async function withdraw(
  platform: Ticking,
  held: HeldClearOut,
  { id, authorId, state }: Needless,
): Promise<ClearOutOutcome> {
  if (authorId !== held.actor.personId) return refuse("unknown");
  if (state !== "named") return refuseInput({ code: "decided" });
  await deleteNeedless(held.tx, held.actor, id);
  await noteOnClearOut(platform, held, "withdrawn", held.clearOut.id);
  return { ok: true };
}

/** Who leads decides, at any time. What is decided already stays until it is undone. */
async function decide(
  platform: Ticking,
  { reader, ...held }: HeldClearOut,
  { id, state }: Needless,
  step: "stop" | "keep",
): Promise<ClearOutOutcome> {
  if (reader !== "leader") return refuse("unknown");
  if (state !== "named") return { ok: true };
  const checkOn = step === "stop" ? checkAfter(held.today) : null;
  await updateNeedless(held.tx, held.actor, id, {
    ...{ state: step === "stop" ? "stopped" : "stays", decidedOn: held.today, checkOn },
  });
  const act = step === "stop" ? "stopped" : "kept";
  await noteOnClearOut(platform, held, act, held.clearOut.id);
  return { ok: true };
}

/** What was decided can be taken back; what was answered about it goes with that. */
async function undo(
  platform: Ticking,
  { reader, ...held }: HeldClearOut,
  { id, state }: Needless,
): Promise<ClearOutOutcome> {
  if (reader !== "leader") return refuse("unknown");
  if (state === "named") return { ok: true };
  await deleteAnswers(held.tx, held.actor, id);
  await updateNeedless(held.tx, held.actor, id, { state: "named", decidedOn: null, checkOn: null });
  await noteOnClearOut(platform, held, "undone", held.clearOut.id);
  return { ok: true };
}

/** Everybody who reads it may say how it stands, from the day on which it is looked at. */
async function answer(
  platform: Ticking,
  held: HeldClearOut,
  item: Needless,
  said: StoppedAnswer,
): Promise<ClearOutOutcome> {
  if (!isToCheck(item, held.today)) return refuse("unknown");
  const { personId } = held.actor;
  const before = item.answers.find((each) => each.personId === personId);
  if (before?.answer === said) return { ok: true };
  await putAnswer(held.tx, held.actor, {
    ...{ itemId: item.id, personId, answer: said, answeredOn: held.today },
  });
  await noteOnClearOut(platform, held, "checked", held.clearOut.id);
  return { ok: true };
}
