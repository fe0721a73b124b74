import type { CommentPool } from "./pool.ts";

/** Comments in Portuguese (as written in Portugal). */
export const portugueseComments: CommentPool = {
  "setting-goals": {
    keep: [
      "Objetivos poucos e claros. Toda a gente sabe o que conta.",
      "R|Sei sempre o que se espera de mim antes de começar a época.",
    ],
    more: ["Dizer melhor o que queremos alcançar. No fim ninguém sabe se correu bem."],
    less: ["Demasiados objetivos ao mesmo tempo. No verão não chegamos a metade."],
  },
  "planning-and-organising": {
    keep: [
      "S|A escala sai com um mês de antecedência e cumpre-se.",
      "Prepara a época alta com quem vai fazer o trabalho.",
    ],
    more: ["Começar mais cedo a preparar o verão. Faltou gente até à última semana."],
    less: ["O plano muda tantas vezes que já não sei qual é a última versão."],
  },
  "delivering-and-coordinating": {
    keep: [
      "O que promete, cumpre.",
      "PS|A passagem de serviço entre o navio e o terminal nunca correu tão bem.",
    ],
    more: ["Acompanhar o que fica decidido nas reuniões. Muita coisa fica pelo caminho."],
    less: ["Querer fazer tudo pessoalmente para cumprir o prazo."],
  },
  "monitoring-and-control": {
    keep: ["Olha para os números todas as semanas e age a tempo."],
    more: ["S|Passar mais vezes pelo cais. O papel diz uma coisa e a realidade outra."],
    less: [
      "Verificar o que já foi verificado duas vezes.",
      "R|Confiar mais em nós. Trabalho pior quando alguém me vigia.",
    ],
  },
  "performance-and-feedback": {
    keep: ["Dá a sua opinião no próprio dia, com um exemplo e com respeito."],
    more: ["R|Gostava de ouvir também o que faço bem.", "Ter mais cedo a conversa difícil."],
    less: ["Corrigir as pessoas à frente dos colegas."],
  },
  "problem-solving-and-process": {
    keep: ["Muita calma nas horas difíceis. Na avaria de março todos sabiam o que fazer primeiro."],
    more: ["Procurar a causa. Já reparámos a mesma coisa três vezes."],
    less: ["Mais um formulário para aquilo que já funciona."],
  },
  "vision-and-purpose": {
    keep: ["Lembra-nos para quem navegamos. As ilhas contam connosco."],
    more: ["Explicar para onde vamos, e não só o que há para fazer na segunda-feira."],
    less: ["Grandes discursos sobre o futuro quando falta gente para sábado."],
  },
  "inspiring-and-communicating": {
    keep: ["Fala com franqueza, mesmo quando as notícias são más.", "Uma energia que contagia."],
    more: ["Falar mais connosco. Quase tudo nos chega por outros."],
    less: ["Discursos longos na reunião da manhã."],
  },
  "empowering-and-trusting": {
    keep: ["R|Dá-me responsabilidade e deixa-me fazer à minha maneira."],
    more: [
      "Entregar decisões e não apenas tarefas.",
      "R|Deixar-nos decidir mais. Nas suas férias fica tudo parado.",
    ],
    less: ["Deixar a equipa sem rumo quando alguém tem de decidir."],
  },
  "coaching-and-developing-successors": {
    keep: [
      "Faz perguntas em vez de dar logo a resposta. Aprende-se muito.",
      "Dá trabalho a sério aos mais novos.",
    ],
    more: ["Preparar quem possa ficar no seu lugar."],
    less: ["Responder com perguntas quando precisamos de uma resposta já."],
  },
  "driving-change-and-innovation": {
    keep: ["Experimenta coisas novas, primeiro em ponto pequeno."],
    more: ["Ouvir as ideias novas antes de dizer que não dá."],
    less: ["Mudar outra vez antes de a última mudança assentar."],
  },
  "empathy-and-integrity": {
    keep: ["Ouve de verdade. Percebe quando alguém não está bem.", "Tem palavra."],
    more: ["Perguntar de vez em quando como estamos."],
    less: ["A falta de firmeza quando é preciso dizer que não."],
  },
};
