import type { CommentPool } from "./pool.ts";

/** What participants write about themselves, in English. */
export const selfComments: CommentPool = {
  "setting-goals": {
    keep: ["I keep our goals few and measurable."],
    more: ["I want to agree goals with each person, not only with the whole team."],
    less: ["I change targets too often in mid-season."],
  },
  "planning-and-organising": {
    keep: ["My planning. People can rely on {plan}."],
    more: ["I should start on {deadline} a month earlier."],
    less: ["I tend to plan everything down to the hour."],
  },
  "delivering-and-coordinating": {
    keep: ["I deliver what I promise, and I clear obstacles for others."],
    more: ["I want to follow up better on what we decide in {meeting}."],
    less: ["Jumping in myself whenever something is late."],
  },
  "monitoring-and-control": {
    keep: ["Keeping a close eye on quality and costs."],
    more: ["Look at the figures weekly and not only at the end of the month."],
    less: ["Checking. I know I do it too much when I am under pressure."],
  },
  "performance-and-feedback": {
    keep: ["I tell people directly what I think of their work."],
    more: ["Give praise when it is due. I think it more often than I say it."],
    less: ["Correcting small things on the spot."],
  },
  "problem-solving-and-process": {
    keep: ["I stay calm when things go wrong, as in {trouble}."],
    more: ["Take time for causes. We fix too much and prevent too little."],
    less: ["Solving problems that others could solve."],
  },
  "vision-and-purpose": {
    keep: ["I try to explain why we do things."],
    more: ["I would like to talk more about where we want to be in three years."],
    less: ["I sometimes lose people with the big picture."],
  },
  "inspiring-and-communicating": {
    keep: ["Being open with {team}, also about bad news."],
    more: ["Get out of the office and talk to people."],
    less: ["I talk too long in {meeting}."],
  },
  "empowering-and-trusting": {
    keep: ["Giving people room to do it their way."],
    more: ["Let go. I still make decisions that others could make."],
    less: ["Leaving people alone with things I find easy myself."],
  },
  "coaching-and-developing-successors": {
    keep: ["Making time for the development of the younger ones."],
    more: ["Build up a deputy who can take over for a month."],
    less: ["Answering a question with a question when time is short."],
  },
  "driving-change-and-innovation": {
    keep: ["I keep trying new ways of doing {work}."],
    more: ["Take a few more risks in the quiet months."],
    less: ["Starting new things before the old ones are finished."],
  },
  "empathy-and-integrity": {
    keep: ["My door is open, and people use it."],
    more: ["Listen first, answer later."],
    less: ["Avoiding a clear no because I want to be liked."],
  },
  range: {
    keep: ["Adapting to the person I am talking to."],
    more: ["Notice sooner when the situation needs another style."],
    less: ["Staying in crisis mode after the crisis is over."],
  },
};
