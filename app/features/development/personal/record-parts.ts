import type { RecordPart } from "~/platform/feature/personal.ts";
import { needlessKinds, needlessStates, stoppedAnswers } from "../domain/clear-out/clear-out.ts";
import { timeHats } from "../domain/time/time.ts";

/** How what somebody keeps of their time is said to them. */
export const timeRecord: RecordPart = {
  title: "record-plans:parts.time",
  labels: "record-plans:time",
  fields: {
    weeks: {
      title: "record-plans:time.weeks",
      labels: "record-plans:timeWeeks",
      fields: {
        weekOn: "day",
        source: { word: (source) => `time:source.${source}`, of: ["hand", "calendar"] },
        ...{ managing: "text", leading: "text", neither: "text" },
        meetings: {
          title: "record-plans:timeWeeks.meetings",
          labels: "record-plans:timeMeetings",
          fields: { title: "text", minutes: "text", times: "text" },
        },
      },
    },
    kinds: {
      title: "record-plans:time.kinds",
      labels: "record-plans:timeKinds",
      fields: { title: "text", hat: { word: (hat) => `time:hat.${hat}`, of: timeHats } },
    },
    readings: {
      title: "record-plans:time.readings",
      labels: "record-plans:timeReadings",
      fields: {
        ...{ readOn: "day", weekOn: "day", weeks: "text", meetings: "text", allDay: "text" },
        ...{ declined: "text", cancelled: "text", free: "text", noLength: "text" },
        ...{ unreadable: "text", unknownZone: "text", rare: "text", overlapMinutes: "text" },
        byHand: "text",
      },
    },
  },
};

/** How what somebody did in clear-outs is said to them. */
export const clearOutsRecord: RecordPart = {
  title: "record-plans:parts.clearOuts",
  labels: "record-plans:clearOuts",
  fields: {
    led: {
      title: "record-plans:clearOuts.led",
      labels: "record-plans:clearOutsLed",
      fields: { begunOn: "day", closedOn: "day" },
    },
    asked: {
      title: "record-plans:clearOuts.asked",
      labels: "record-plans:clearOutsAsked",
      fields: { begunOn: "day", nothingOn: "day" },
    },
    named: {
      title: "record-plans:clearOuts.named",
      labels: "record-plans:clearOutsNamed",
      fields: {
        kind: { word: (kind) => `clear-outs:kind.${kind}`, of: needlessKinds },
        ...{ words: "text", why: "text" },
        state: { word: (state) => `clear-outs:part.${state}`, of: needlessStates },
        ...{ decidedOn: "day", checkOn: "day" },
      },
    },
    answers: {
      title: "record-plans:clearOuts.answers",
      labels: "record-plans:clearOutsAnswers",
      fields: {
        answer: { word: (answer) => `clear-outs:row.${answer}`, of: stoppedAnswers },
        answeredOn: "day",
      },
    },
  },
};
