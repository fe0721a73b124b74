import type { CommentPool } from "./pool.ts";

/** Comments in Norwegian (bokmål). */
export const norwegianComments: CommentPool = {
  "setting-goals": {
    keep: [
      "Få og tydelige mål. Alle vet hva som gjelder.",
      "R|Jeg vet alltid hva som forventes av meg før sesongen starter.",
    ],
    more: ["Si tydeligere hva vi skal oppnå. «Bedre punktlighet» kan bety så mangt."],
    less: ["For mange mål på en gang. Vi rekker ikke halvparten før vintertabellen."],
  },
  "planning-and-organising": {
    keep: [
      "S|Vaktlisten kommer i god tid og den holder.",
      "S|Flink til å planlegge verkstedoppholdet sammen med dem som skal gjøre jobben.",
    ],
    more: ["Begynn tidligere med sommerplanen. I år manglet vi folk helt til siste uke."],
    less: ["Planen endres så ofte at ingen vet hvilken utgave som gjelder."],
  },
  "delivering-and-coordinating": {
    keep: [
      "Holder det som er avtalt. Alltid.",
      "PS|Samarbeidet mellom skip og terminal har aldri gått bedre.",
    ],
    more: ["Følg opp det vi blir enige om på møtene. Mye blir liggende."],
    less: ["Å ta alt selv for å rekke fristen."],
  },
  "monitoring-and-control": {
    keep: ["Følger med på tallene hver uke og sier fra mens det ennå går an å gjøre noe."],
    more: ["S|Gå en runde oftere. Det er forskjell på øvelsesloggen og øvelsen."],
    less: [
      "Kontroll av ting som allerede er kontrollert.",
      "R|Stol på at vi gjør jobben uten at noen står bak oss.",
    ],
  },
  "performance-and-feedback": {
    keep: ["Gir tilbakemelding samme dag, med et eksempel, og uten å såre noen."],
    more: [
      "R|Si fra når noe er bra også. Jeg hører mest når det er feil.",
      "Ta den vanskelige samtalen tidligere.",
    ],
    less: ["Å rette på folk mens andre hører på."],
  },
  "problem-solving-and-process": {
    keep: ["Rolig når det stormer. I januar visste alle hva som kom først."],
    more: ["Finn årsaken. Vi har lappet på det samme tre ganger."],
    less: ["Nye skjemaer for ting som fungerer."],
  },
  "vision-and-purpose": {
    keep: ["Minner oss på hvem vi seiler for. Øyene trenger oss."],
    more: ["Fortell hvor vi skal, ikke bare hva vi skal gjøre på mandag."],
    less: ["Store ord om fremtiden når vi mangler folk på lørdag."],
  },
  "inspiring-and-communicating": {
    keep: ["Ærlig også når nyhetene er dårlige. Det setter vi pris på.", "Godt humør som smitter."],
    more: ["Snakk mer med oss. Det meste hører vi på omveier."],
    less: ["Lange taler på morgenmøtet."],
  },
  "empowering-and-trusting": {
    keep: ["R|Jeg får ansvar og får gjøre det på min måte."],
    more: [
      "Gi fra deg beslutninger, ikke bare oppgaver.",
      "R|La oss bestemme mer selv. Alt stopper når du har fri.",
    ],
    less: ["Å la oss stå alene når noen må bestemme."],
  },
  "coaching-and-developing-successors": {
    keep: [
      "Stiller spørsmål i stedet for å gi svaret. Vi lærer av det.",
      "Lar de unge få prøve seg på ordentlige oppgaver.",
    ],
    more: ["Lær opp en som kan ta over. Det er sårbart slik det er nå."],
    less: ["Spørsmål når vi trenger et svar med en gang."],
  },
  "driving-change-and-innovation": {
    keep: ["Tør å prøve noe nytt, i det små først."],
    more: ["Hør på nye ideer før du sier at det ikke går."],
    less: ["Ny omorganisering før den forrige har satt seg."],
  },
  "empathy-and-integrity": {
    keep: ["Hører virkelig etter. Merker når noen har det tungt.", "Står for det som er sagt."],
    more: ["Spør hvordan det går av og til."],
    less: ["Å være snill når det trengs et klart nei."],
  },
};
