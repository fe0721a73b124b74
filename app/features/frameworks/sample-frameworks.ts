import { type OwnFramework, ownFrameworkSchema } from "./domain/own/own-framework.ts";

type Anchors = readonly [string, string, string, string];

const competency = (
  id: string,
  group: string,
  name: string,
  description: string,
  seen: Anchors,
) => ({
  ...{ id, group, name, description },
  anchors: seen.map((text, at) => ({ level: at + 1, text })),
});

const CREW = ["Learning", "Able", "In charge", "Teaching"].map((name) => ({ name }));

/** What Harbourline's ships ask of their crews, as they first wrote it down. */
export function seamanship(): OwnFramework {
  return ownFrameworkSchema.parse({
    name: "Seamanship",
    description:
      "What a crew can do on board, from the first trip on. Agreed by the masters of all ships.",
    language: "en",
    levels: CREW,
    groups: [
      { id: "deck", name: "On deck" },
      { id: "passengers", name: "With passengers" },
      { id: "safety", name: "Safety" },
      { id: "fire", parent: "safety", name: "Fire" },
    ],
    competencies: [
      competency("mooring", "deck", "Mooring", "Bringing the ship alongside and away.", [
        "Handles one line when told which and when.",
        "Works a whole station with another hand, in calm weather.",
        "Runs fore or aft in any wind the ferry sails in.",
        "Lets newcomers run the station and steps in by voice alone.",
      ]),
      competency(
        "watch",
        "deck",
        "Keeping watch",
        "Seeing what is out there, and writing it down.",
        [
          "Reports lights and marks that somebody pointed out before.",
          "Stands a watch by day without being asked what was seen.",
          "Stands a watch at night and in fog, and calls the bridge in time.",
          "Sets the watch list, and goes through near misses with the crew.",
        ],
      ),
      competency("ropes", "deck", "Splicing rope", "Joining and mending rope by hand.", [
        "Ties the five knots that the deck uses.",
        "Makes an eye splice that holds a load test.",
        "Mends lines under way with what is on board.",
        "Shows a trainee each splice once a month.",
      ]),
      competency("boarding", "passengers", "Boarding", "Getting people and cars on, in order.", [
        "Stands at the place given and points the way.",
        "Loads a lane of cars with one signal and no shouting.",
        "Loads the full deck on time, lorries and wheelchairs with it.",
        "Plans the deck for storm days with the port, and trains the pier staff.",
      ]),
      competency("calming", "passengers", "Calming people", "Being there when somebody is upset.", [
        "Fetches somebody when a passenger shouts.",
        "Listens until a passenger has finished, then says what can be done.",
        "Settles a quarrel on the car deck alone.",
        "Takes over from others who are stuck, and talks it through with them after.",
      ]),
      competency("hoses", "fire", "Fighting fire", "Fire on board, until help comes.", [
        "Finds every hose and mask on one deck.",
        "Works as second on a hose, in smoke, at the monthly drill.",
        "Leads a team of four in a drill and counts them out.",
        "Plans drills nobody expects, and changes the plan by what went wrong.",
      ]),
      competency("muster", "safety", "Mustering", "Everybody at a boat, and counted.", [
        "Knows the station and the way to it.",
        "Counts a station and reports the number within the set time.",
        "Runs a station with people who won't go.",
        "Runs the drill for the whole ship, and shortens it year by year.",
      ]),
    ],
  });
}

/**
 * A year later: watch keeping fell into two, boarding says what changed with the new ramps, and nobody splices rope any
 * longer.
 */
export function seamanshipChanges() {
  return {
    split: {
      from: "watch",
      parts: [
        competency("", "deck", "Lookout", "Seeing what is out there.", [
          "Reports lights and marks that somebody pointed out before.",
          "Stands a lookout by day, and names what each mark means.",
          "Stands a lookout at night and in fog, and calls the bridge in time.",
          "Goes through near misses with the crew, with the radar picture beside.",
        ]),
        competency(
          "",
          "deck",
          "Keeping the log",
          "Writing down what happened, so that it can be used.",
          [
            "Fills in the hours and the weather.",
            "Writes entries that the next watch can act on without asking.",
            "Writes what went wrong as it was, names and times with it.",
            "Reads the logs of all ships each quarter and shows what repeats.",
          ],
        ),
      ],
    },
    reworded: competency(
      "boarding",
      "passengers",
      "Boarding",
      "Getting people and cars on, in order, over the new ramps.",
      [
        "Stands at the place given and points the way.",
        "Loads one ramp with one signal and no shouting.",
        "Loads both ramps at once on time, lorries and wheelchairs with it.",
        "Plans the deck for storm days with the port, and trains the pier staff.",
      ],
    ),
    retired: "ropes",
  };
}

/** What the yard asks of those who keep the ships running; published once. */
export function engineRoom(): OwnFramework {
  return ownFrameworkSchema.parse({
    name: "Engine room",
    description: "What the yard and the ships’ engineers expect of each other.",
    language: "en",
    levels: CREW,
    groups: [
      { id: "running", name: "Running" },
      { id: "repair", name: "Repair" },
    ],
    competencies: [
      competency("rounds", "running", "Engine rounds", "Going round, looking, listening.", [
        "Reads each gauge on the list.",
        "Notices a reading that is off, and says so the same hour.",
        "Hears trouble before a gauge shows it, and slows down in time.",
        "Changes the list of rounds by what broke last year.",
      ]),
      competency("fuel", "running", "Saving fuel", "The same timetable with less.", [
        "Notes what each trip used.",
        "Trims the load as the bridge asks.",
        "Agrees speeds with the bridge that keep the timetable and save fuel.",
        "Compares all ships each month and passes on what the best one did.",
      ]),
      competency("pumps", "repair", "Pumps and valves", "Whatever moves water or oil.", [
        "Hands over the right tool.",
        "Changes a seal by the drawing.",
        "Finds out why a seal failed twice, and cures that.",
        "Teaches two trainees a year until they work alone.",
      ]),
    ],
  });
}
