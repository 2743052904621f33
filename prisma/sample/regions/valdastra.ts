import type { RegionPlan } from '../plan'

/** Gone quiet: one step reached, two under way, and nobody has entered anything for months. */
export const valdastra: RegionPlan = {
  slug: 'valdastra-lumera',
  name: 'Valdastra–Lumera',
  country: 'IT',
  territoryType: 'interregional',
  territory: 'La valle dell’Astra e la costa di Lumera, su due regioni',
  timeZone: 'Europe/Rome',
  languages: ['it'],
  created: 434,
  started: 425,
  headline: 'Due sponde, un solo mestiere da imparare',
  forum: 'Tavolo delle competenze Astra–Lumera',
  context:
    'Paper mills in the valley and restorers on the coast need the same young people. Two regional administrations with two calendars make joint courses slow to start.',
  goals: [
    'Set up one course for paper restoration that both regions recognise',
    'Bring museums and mills together twice a year',
  ],
  challenges: [
    { label: 'Two administrations', paraphrase: 'Every decision is taken twice, months apart' },
    {
      label: 'Changing contacts',
      paraphrase: 'The coordinator moved on and the post stayed empty',
    },
  ],
  plans: [],
  people: [
    { name: 'Donatella Ferraris', role: 'coordinator', joined: 430 },
    { name: 'Ruggero Salis', role: 'partner', partner: 'Cartiera Sant’Elmo', joined: 380 },
  ],
  partners: [
    ['Unione dei comuni Valdastra', 'public', 'engaged', 'Pietrachiara'],
    ['Comune di Lumera Marina', 'public', 'contacted', 'Lumera Marina'],
    ['Centro per l’impiego Astra', 'public', 'contacted', 'Pietrachiara'],
    ['Accademia del restauro di Lumera', 'education_research', 'committed', 'Lumera Marina'],
    ['Istituto tecnico Valle dell’Astra', 'education_research', 'engaged', 'Pietrachiara'],
    ['Cartiera Sant’Elmo', 'business', 'committed', 'Ponte Sant’Elmo'],
    ['Artigiani uniti della costa', 'business', 'engaged', 'Lumera Marina', 'bridge'],
    ['Legatoria Bellini & figlia', 'business', 'contacted', 'Lumera Marina', 'micro'],
    ['Museo della carta', 'creative_civil', 'engaged', 'Ponte Sant’Elmo', 'creative', 'bridge'],
    ['Associazione Filigrana', 'creative_civil', 'identified', 'Pietrachiara', 'civil_society'],
    [
      'Collettivo Vento di Costa',
      'creative_civil',
      'identified',
      'Lumera Marina',
      'creative',
      'micro',
    ],
  ],
  steps: {
    purpose: {
      from: 420,
      to: 330,
      done: 'enough',
      reached: 'gates',
      notes: {
        'gap-question-written':
          'Chi restaurerà la carta tra dieci anni, se oggi nessuno la insegna?',
        'gap-evidence-noted':
          'Sei colloqui in cartiera, due in accademia, un’indagine della camera.',
      },
    },
    ecosystem: {
      from: 300,
      to: 142,
      done: ['helix-listed', 'helix-gaps-named', 'micro-players-found'],
      reached: ['first-map-complete'],
      notes: {
        'helix-gaps-named': 'Manca la società civile della valle. Chiedere alla biblioteca.',
      },
      open: {
        'power-interest-placed': {
          set: 210,
          due: 120,
          owner: 'coordinator',
          started: true,
          note: 'Metà delle schede compilate, poi è cambiato l’assessore.',
        },
        'first-circle-chosen': { set: 170, due: 110, owner: 'coordinator' },
      },
      planned: { 'first-circle-agreed': { set: 170, on: 100 } },
    },
    engagement: {
      from: 200,
      to: 131,
      done: ['early-win-chosen'],
      reached: [],
      notes: {
        'early-win-chosen': 'Giornata della filigrana al museo, data da fissare con la cartiera.',
      },
      open: {
        'early-win-held': { set: 134, due: 90, owner: 'partner:Museo della carta' },
      },
    },
  },
}
