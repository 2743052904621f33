import type { RegionPlan } from '../plan'

/** Slipped: the second step was reached and is open again, the third is ahead of it. */
export const fozDoAlmar: RegionPlan = {
  slug: 'foz-do-almar',
  name: 'Foz do Almar',
  country: 'PT',
  territoryType: 'region',
  territory: 'O estuário do Almar e as suas sete freguesias',
  timeZone: 'Europe/Lisbon',
  languages: ['pt'],
  created: 396,
  started: 388,
  headline: 'Cortiça, conserva e código no estuário',
  forum: 'Fórum de Competências do Almar',
  context:
    'Canneries and cork workshops on an estuary that remote workers have discovered. The newcomers can code, the workshops can make, and rents rise faster than wages.',
  goals: [
    'Teach product design and online sales in thirty workshops',
    'Win ten newcomers a year as teachers for an evening a week',
  ],
  challenges: [
    { label: 'Newcomers and locals', paraphrase: 'They share cafés and hardly any projects' },
    { label: 'A key partner left', paraphrase: 'The design school closed its branch in spring' },
  ],
  plans: [{ title: 'Escola aberta do estuário', date: null, status: 'planned' }],
  people: [
    { name: 'Teresa Valadim', role: 'coordinator', joined: 392 },
    { name: 'Rui Carrasqueira', role: 'partner', partner: 'Conserveira Três Marés', joined: 330 },
    { name: 'Inês Moutinho', role: 'partner', partner: 'Cooperativa Cais Criativo', joined: 300 },
  ],
  partners: [
    ['Município de Foz do Almar', 'public', 'committed', 'Foz do Almar'],
    ['Comunidade intermunicipal do Almar', 'public', 'engaged', 'Vila Areosa', 'bridge'],
    ['Serviço de emprego do estuário', 'public', 'contacted', 'Vila Areosa'],
    ['Escola profissional do Almar', 'education_research', 'committed', 'Foz do Almar'],
    ['Escola de design, polo do Almar', 'education_research', 'left', 'Foz do Almar'],
    ['Conserveira Três Marés', 'business', 'committed', 'Foz do Almar'],
    ['Cortiças Serrano', 'business', 'engaged', 'Vila Areosa'],
    ['Maré Baixa Software', 'business', 'engaged', 'Foz do Almar', 'micro'],
    ['Associação comercial do Almar', 'business', 'contacted', 'Foz do Almar', 'bridge'],
    [
      'Cooperativa Cais Criativo',
      'creative_civil',
      'committed',
      'Foz do Almar',
      'creative',
      'bridge',
    ],
    ['Filarmónica de Vila Areosa', 'creative_civil', 'engaged', 'Vila Areosa', 'civil_society'],
    ['Oficina da Dona Graça', 'creative_civil', 'engaged', 'Vila Areosa', 'creative', 'micro'],
  ],
  steps: {
    purpose: {
      from: 382,
      to: 290,
      done: 'enough',
      reached: 'all',
      notes: {
        'gap-question-written':
          'Como podem as oficinas vender desenho próprio, e não só matéria-prima?',
        'benefits-per-sector': 'Quatro frases. A da câmara foi a mais difícil.',
      },
    },
    ecosystem: {
      from: 330,
      to: 205,
      done: 'enough',
      reached: 'gates',
      notes: { 'first-circle-chosen': 'Dez organizações, escolhidas por voto na conserveira.' },
      upkeep: [[35, 'A escola de design saiu. O mapa deixa de estar certo, ver notas.']],
      reopened: {
        'helix-listed': {
          set: 32,
          note: 'Sem a escola de design só temos uma organização de ensino. Procurar segunda.',
        },
        'first-circle-chosen': {
          set: 25,
          note: 'Voltar a escolher depois de falar com o instituto.',
        },
      },
    },
    engagement: {
      from: 260,
      to: 90,
      done: 'enough',
      reached: 'gates',
      notes: {
        'early-win-held': 'Mercado de verão no cais, doze bancas, duas encomendas do estrangeiro.',
        'expectations-noted': 'A cortiça quer compradores, a filarmónica quer uma sala.',
      },
    },
    awareness: {
      from: 75,
      to: 15,
      done: ['plain-text-tested', 'multiplier-agreed'],
      reached: [],
      notes: { 'plain-text-tested': 'Cinco vizinhos leram. Tirámos «ecossistema».' },
      open: {
        'stories-published': {
          set: 40,
          due: -15,
          owner: 'partner:Cooperativa Cais Criativo',
          started: true,
          note: 'Inês já tem duas, falta a história da conserveira.',
        },
        'cultural-space-activity': { set: 20, due: -45, owner: 'sector:creative_civil' },
      },
      planned: { 'first-public-activity': { set: 20, on: -45 } },
    },
  },
}
