import type { RegionPlan } from '../plan'

/** Long names everywhere; the first part complete, with an essential item waived by the programme. */
export const lindgrund: RegionPlan = {
  slug: 'lindgrund-obere-wasel-sankt-hubertus-heide',
  name: 'Kreisregion Lindgrund, Obere Wasel und Sankt-Hubertus-Heide',
  country: 'DE',
  territoryType: 'interregional',
  territory:
    'Die Landkreise Lindgrund und Obere Wasel mit der Verwaltungsgemeinschaft Sankt-Hubertus-Heide und den angrenzenden Samtgemeinden',
  timeZone: 'Europe/Berlin',
  languages: ['de'],
  created: 306,
  started: 298,
  headline:
    'Drei Verwaltungen, eine Weiterbildungslandschaft für Veranstaltungs- und Bühnentechnik',
  forum: 'Gemeinsames Kompetenzforum Veranstaltungswirtschaft, Kulturhandwerk und Gastgewerbe',
  context:
    'Festivals on the heath need stage technicians for ten weeks, museums for twelve months. Three administrations pay for three courses with four participants each.',
  goals: [
    'Merge three stage technology courses into one that is full',
    'Agree a common record for skills gained in voluntary work',
  ],
  challenges: [
    {
      label: 'Three of everything',
      paraphrase: 'Three budgets, three school boards, three calendars',
    },
  ],
  plans: [],
  people: [
    { name: 'Friederike von Altenlind-Wasserburg', role: 'coordinator', joined: 304 },
    {
      name: 'Benedikt Osterkamp',
      role: 'partner',
      partner:
        'Arbeitsgemeinschaft der freien Veranstaltungstechnikerinnen und Veranstaltungstechniker Obere Wasel',
      joined: 230,
    },
    {
      name: 'Hatice Brandl',
      role: 'partner',
      partner: 'Kreisvolkshochschule Lindgrund mit Außenstelle Sankt Hubertus',
      joined: 250,
    },
  ],
  partners: [
    ['Landkreis Lindgrund, Stabsstelle Regionalentwicklung', 'public', 'committed', 'Lindgrund'],
    ['Landratsamt Obere Wasel', 'public', 'engaged', 'Waselstadt'],
    ['Verwaltungsgemeinschaft Sankt-Hubertus-Heide', 'public', 'engaged', 'Sankt Hubertus'],
    ['Agentur für Arbeit, Geschäftsstelle Waselstadt', 'public', 'contacted', 'Waselstadt'],
    [
      'Kreisvolkshochschule Lindgrund mit Außenstelle Sankt Hubertus',
      'education_research',
      'committed',
      'Lindgrund',
    ],
    ['Berufsbildende Schulen Waselstadt', 'education_research', 'engaged', 'Waselstadt'],
    [
      'Institut für angewandte Weiterbildungsforschung an der Heide',
      'education_research',
      'contacted',
      'Sankt Hubertus',
      'bridge',
    ],
    ['Heidefestival Betriebsgesellschaft', 'business', 'committed', 'Sankt Hubertus'],
    ['Gastgewerbeverband Lindgrund–Wasel', 'business', 'engaged', 'Waselstadt', 'bridge'],
    ['Bühnenbau Petersen', 'business', 'engaged', 'Lindgrund', 'micro'],
    [
      'Arbeitsgemeinschaft der freien Veranstaltungstechnikerinnen und Veranstaltungstechniker Obere Wasel',
      'creative_civil',
      'committed',
      'Waselstadt',
      'creative',
      'micro',
      'bridge',
    ],
    ['Freilichtmuseum am Lindgrund', 'creative_civil', 'engaged', 'Lindgrund', 'creative'],
    ['Kulturscheune Sankt Hubertus', 'creative_civil', 'engaged', 'Sankt Hubertus', 'creative'],
    ['Landfrauen Obere Wasel', 'creative_civil', 'contacted', 'Waselstadt', 'civil_society'],
  ],
  steps: {
    purpose: {
      from: 296,
      to: 205,
      done: 'enough',
      reached: 'all',
      notApplicable: {
        'framework-links-noted': {
          set: 240,
          reason:
            'Zwei der drei Verwaltungen haben derzeit keine gültige Innovationsstrategie, auf die wir uns beziehen könnten.',
        },
      },
      notes: {
        'gap-question-written':
          'Wie finden Menschen, die zehn Wochen im Jahr Bühnen bauen, in eine Ausbildung, die in allen drei Verwaltungen gilt?',
        'listening-meeting': 'In der Kulturscheune, 31 Personen, Protokoll liegt bei Hatice.',
      },
    },
    ecosystem: {
      from: 250,
      to: 110,
      done: 'enough',
      reached: 'gates',
      waived: {
        'power-interest-placed': {
          set: 118,
          reason:
            'Die drei Verwaltungen dürfen Organisationen nicht gemeinsam bewerten. Der erste Kreis wurde mit Gründen gewählt, das genügt hier.',
        },
      },
      notes: {
        'first-circle-chosen': 'Neun Organisationen, aus jeder Verwaltung mindestens zwei.',
        'map-drawn': 'Gezeichnet auf der Rückseite eines Festivalplans, Foto hängt aus.',
      },
    },
    engagement: {
      from: 120,
      to: 9,
      done: ['gain-per-partner', 'message-per-audience', 'early-win-chosen', 'expectations-noted'],
      reached: ['core-group-formed'],
      notes: {
        'early-win-chosen': 'Ein gemeinsamer Probetag Lichttechnik vor der Saison.',
        'core-group-formed': 'Sechs Personen, jeden zweiten Dienstag 30 Minuten.',
      },
      open: {
        'personal-talks-held': {
          set: 30,
          due: 2,
          owner: 'coordinator',
          started: true,
          note: 'Fünf von neun geführt, zwei Termine stehen.',
        },
        'early-win-held': {
          set: 14,
          due: -12,
          owner:
            'partner:Arbeitsgemeinschaft der freien Veranstaltungstechnikerinnen und Veranstaltungstechniker Obere Wasel',
        },
      },
      planned: {
        'first-joint-action': { set: 14, on: -12 },
        'first-circle-heard': { set: 30, on: -5 },
      },
    },
  },
  rounds: [
    {
      ...{ kind: 'full', opened: 84, closed: 66, asked: 9, answered: 4 },
      levels: { purpose: 3.2, ecosystem: 3 },
    },
  ],
}
