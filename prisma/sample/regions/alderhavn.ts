import type { RegionPlan } from '../plan'

/** All eight steps reached; the third wants refreshing. */
export const alderhavn: RegionPlan = {
  slug: 'alderhavn',
  name: 'Alderhavn',
  country: 'NO',
  territoryType: 'city',
  territory: 'Alderhavn kommune med Ytre Alder',
  timeZone: 'Europe/Oslo',
  languages: ['nb', 'nn'],
  created: 728,
  started: 722,
  headline: 'Fra verft til verksted for nye ferdigheter',
  forum: 'Alderhavn kompetanseforum',
  context:
    'A port town whose shipyard closed and came back as a repair dock for ferries. The welders are there, the designers came for the rents, and they did not know each other.',
  goals: [
    'Train two hundred people a year in electric ferry maintenance and service design',
    'Give every course a certificate that the next employer knows',
  ],
  challenges: [
    { label: 'Two towns in one', paraphrase: 'Dock and culture quarter never met before the LEP' },
  ],
  plans: [{ title: 'Nordic exchange on micro-credentials', date: null, status: 'planned' }],
  people: [
    { name: 'Kari Myhre', role: 'coordinator', joined: 726 },
    { name: 'Einar Falk', role: 'coordinator', joined: 310 },
    { name: 'Ingrid Solberg', role: 'partner', partner: 'Kulturhuset Kaia', joined: 690 },
    { name: 'Anders Brekke', role: 'partner', partner: 'Alder Dokk AS', joined: 660 },
  ],
  partners: [
    ['Alderhavn kommune', 'public', 'committed', 'Alderhavn'],
    ['Ytre Alder fylkeskontor', 'public', 'committed', 'Alderhavn', 'bridge'],
    ['Arbeidskontoret Alderhavn', 'public', 'engaged', 'Alderhavn'],
    ['Havnevesenet', 'public', 'engaged', 'Alderhavn'],
    ['Alder fagskole', 'education_research', 'committed', 'Alderhavn'],
    ['Vestkysten høgskole', 'education_research', 'committed', 'Nordvågen', 'bridge'],
    ['Studieforbundet Lys', 'education_research', 'engaged', 'Alderhavn'],
    ['Alderhavn videregående skole', 'education_research', 'committed', 'Alderhavn'],
    ['Alder Dokk AS', 'business', 'committed', 'Alderhavn'],
    ['Fjordferge Teknikk', 'business', 'committed', 'Alderhavn'],
    ['Næringsforeningen Ytre Alder', 'business', 'committed', 'Alderhavn', 'bridge'],
    ['Sveis & Søm', 'business', 'engaged', 'Nordvågen', 'micro'],
    ['Brygga Design', 'business', 'engaged', 'Alderhavn', 'micro'],
    ['Kulturhuset Kaia', 'creative_civil', 'committed', 'Alderhavn', 'creative', 'bridge'],
    ['Alder skapende fellesskap', 'creative_civil', 'committed', 'Alderhavn', 'creative'],
    ['Kystlaget Ytre Alder', 'creative_civil', 'engaged', 'Nordvågen', 'civil_society'],
    ['Flyktningenettverket Ny Havn', 'creative_civil', 'committed', 'Alderhavn', 'civil_society'],
    ['Radio Alder', 'creative_civil', 'engaged', 'Alderhavn', 'civil_society'],
  ],
  steps: {
    purpose: {
      from: 715,
      to: 640,
      done: 'all',
      reached: 'all',
      notes: {
        'gap-question-written':
          'Hvordan kan sveisere og designere lære av hverandre før fergene blir elektriske?',
        'listening-meeting': 'Kaffe på verftet, ingen referent, alle ble en time ekstra.',
      },
      upkeep: [[285, 'Spørsmålet holder. Vi tok med flyktninger som egen gruppe.']],
    },
    ecosystem: {
      from: 680,
      to: 570,
      done: 'all',
      reached: 'all',
      notes: { 'bridges-asked': 'Høgskolen og Kaia sa ja samme dag.' },
      upkeep: [
        [400, 'To nye, ingen ute.'],
        [228, 'Radio Alder er med igjen.'],
        [52, 'Kartet er hengt opp på rådhuset, rettet av fem.'],
      ],
    },
    engagement: {
      from: 610,
      to: 500,
      done: 'all',
      reached: 'all',
      notes: {
        'early-win-held': 'Åpent verft med dans i dokken. 900 mennesker i en by på 14 000.',
      },
      upkeep: [
        [330, 'Alle ringt. Havnevesenet ønsker færre møter og flere befaringer.'],
        [200, 'Gevinstene gått gjennom i kjernegruppen.'],
      ],
    },
    awareness: {
      from: 540,
      to: 440,
      done: 'all',
      reached: 'all',
      notes: { 'stories-published': 'Tre portretter i lokalavisa, et fjerde kom av seg selv.' },
      upkeep: [[85, 'Ny historie om Samira, som sveiser og underviser.']],
    },
    collaboration: {
      from: 470,
      to: 370,
      done: 'all',
      reached: 'all',
      notes: { 'pilot-run': 'Fjorten deltakere, åtte uker, én ferge som fortsatt går.' },
      upkeep: [
        [195, 'To forpliktelser er innfridd, én flyttet til høsten.'],
        [21, 'Veikartet er forkortet til én side.'],
      ],
    },
    consolidation: {
      from: 420,
      to: 300,
      done: 'enough',
      reached: 'all',
      notes: {
        'roles-defined': 'Kari og Einar deler koordineringen, 30 og 20 prosent.',
        'named-in-strategy': 'Nevnt i fylkets kompetansestrategi, kapittel 4.',
      },
    },
    monitoring: {
      from: 350,
      to: 160,
      done: 'enough',
      reached: 'all',
      notes: {
        'lesson-to-change': 'Kveldskurs er flyttet til ettermiddag. Frammøtet steg straks.',
      },
      upkeep: [
        [75, 'Alle fire tall er inne for kvartalet.'],
        [8, 'Kvartalet er ført. Færre lærende enn i fjor på grunn av streiken.'],
      ],
    },
    'beyond-local': {
      from: 250,
      to: 45,
      done: 'all',
      reached: 'all',
      notes: {
        'process-documented': 'Slik gjorde vi åpent verft: seks sider på engelsk.',
        'rsp-submitted-or-joined': 'Søknaden er sendt sammen med to nabobyer.',
      },
    },
  },
  comments: [
    {
      step: 'purpose',
      about: 'listening-meeting',
      by: 'Ingrid Solberg',
      set: 20,
      text: 'Skal vi gjøre det igjen til våren? Kaia har plass, og kaffen er bedre nå.',
      asks: true,
      tell: ['Kari Myhre'],
    },
  ],
  rounds: [
    {
      ...{ kind: 'full', opened: 308, closed: 290, asked: 30, answered: 22 },
      levels: { purpose: 4, ecosystem: 3.8, engagement: 3.7, awareness: 3.6, collaboration: 3.5 },
    },
    {
      ...{ kind: 'full', opened: 136, closed: 120, asked: 34, answered: 24 },
      levels: { purpose: 4.2, ecosystem: 4, engagement: 3.9, awareness: 3.7, collaboration: 3.8 },
      lookBack: { purpose: 3.8, ecosystem: 3.6 },
      comments: [['collaboration', 'The shared fabrication lab has become our common ground.']],
    },
  ],
}
