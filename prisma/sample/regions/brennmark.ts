import type { RegionPlan } from '../plan'

/** Three parts complete, the seventh step open, the eighth reached ahead of it. */
export const brennmark: RegionPlan = {
  slug: 'brennmark',
  name: 'Brennmark',
  country: 'AT',
  territoryType: 'region',
  territory: 'Das Brenntal von Sankt Wolfram bis Hohenlauter',
  timeZone: 'Europe/Vienna',
  languages: ['de'],
  created: 729,
  started: 725,
  headline: 'Holz, Licht und Daten aus einem Tal',
  forum: 'Kompetenzforum Brenntal',
  context:
    'A valley of sawmills and ski lifts that has to earn its living in twelve months instead of four. Carpenters, light technicians and two small software houses share one vocational school.',
  goals: [
    'Offer one common training year for timber, light and data trades',
    'Bring seasonal workers into qualified jobs that last all year',
  ],
  challenges: [
    {
      label: 'Seasonal work',
      paraphrase: 'Training falls into the weeks in which nobody can come',
    },
    { label: 'Long ways', paraphrase: 'The next university is two hours away' },
  ],
  plans: [{ title: 'Gemeinsames Lehrjahr Holz – Licht – Daten', date: null, status: 'planned' }],
  people: [
    { name: 'Matthias Egger', role: 'coordinator', joined: 727 },
    {
      name: 'Jana Havlová',
      role: 'partner',
      partner: 'Netzwerk Glas & Holz ohne Grenzen',
      joined: 400,
    },
    { name: 'Pavel Dvořák', role: 'partner', partner: 'Lampa Interactive Brenntal', joined: 380 },
    {
      name: 'Roswitha Kainz',
      role: 'partner',
      partner: 'Fachschule für Holz und Gestaltung',
      joined: 690,
    },
    { name: 'Olga Reiter', role: 'observer', joined: 600 },
  ],
  partners: [
    ['Regionalverband Brenntal', 'public', 'committed', 'Sankt Wolfram', 'bridge'],
    ['Marktgemeinde Hohenlauter', 'public', 'committed', 'Hohenlauter'],
    ['Arbeitsmarktservice Brenntal', 'public', 'engaged', 'Sankt Wolfram'],
    ['Landesschulbehörde, Außenstelle Lauter', 'public', 'contacted', 'Hohenlauter'],
    ['Fachschule für Holz und Gestaltung', 'education_research', 'committed', 'Sankt Wolfram'],
    ['Volkshochschule Lautertal', 'education_research', 'committed', 'Hohenlauter'],
    ['Hochschulzentrum Alpenraum', 'education_research', 'engaged', 'Marienbrück', 'bridge'],
    ['Sägewerk Gruber & Töchter', 'business', 'committed', 'Sankt Wolfram'],
    ['Lichttechnik Hohenlauter GmbH', 'business', 'committed', 'Hohenlauter'],
    ['Lampa Interactive Brenntal', 'business', 'engaged', 'Sankt Wolfram', 'micro'],
    ['Bergbahnen Lauterjoch', 'business', 'engaged', 'Hohenlauter'],
    ['Wirtschaftskreis Brenntal', 'business', 'committed', 'Sankt Wolfram', 'bridge'],
    ['Kulturverein Alte Säge', 'creative_civil', 'committed', 'Sankt Wolfram', 'civil_society'],
    ['Atelier Lichtblick', 'creative_civil', 'committed', 'Hohenlauter', 'creative', 'micro'],
    [
      'Netzwerk Glas & Holz ohne Grenzen',
      'creative_civil',
      'engaged',
      'Sankt Wolfram',
      'creative',
      'bridge',
    ],
    ['Freiwilligenzentrum Tal & Leut', 'creative_civil', 'engaged', 'Marienbrück', 'civil_society'],
  ],
  steps: {
    purpose: {
      from: 715,
      to: 610,
      done: 'all',
      reached: 'all',
      notes: {
        'gap-question-written': 'Wie kommen Saisonkräfte zu einem Beruf, der das ganze Jahr trägt?',
        'gap-evidence-noted':
          'AMS-Zahlen, elf Betriebsgespräche und die Abschlussarbeit von Lena F.',
        'key-words-agreed': 'Acht Wörter. „Kompetenz“ blieb, „Skills“ ist gestrichen.',
      },
      upkeep: [[250, 'Frage bleibt. Ergänzt: Wohnraum ist ein Teil des Problems.']],
    },
    ecosystem: {
      from: 690,
      to: 540,
      done: 'all',
      reached: 'all',
      notes: {
        'first-circle-chosen': 'Zwölf auf einer Karteikarte, mit je einem Grund.',
        'map-corrected':
          'Die Säge hat zwei Verbindungen gestrichen, die es nur auf dem Papier gab.',
      },
      upkeep: [
        [380, 'Drei neue Betriebe, eine Schule hat den Namen gewechselt.'],
        [170, 'Karte stimmt. Es fehlt weiter jemand aus der Pflege.'],
      ],
    },
    engagement: {
      from: 600,
      to: 450,
      done: 'all',
      reached: 'all',
      notes: {
        'early-win-held': 'Schnuppertag „Säge trifft Code“, 46 Jugendliche, drei sind geblieben.',
        'early-win-valued': 'Betriebe: zu kurz. Jugendliche: genau richtig.',
      },
      upkeep: [
        [280, 'Bergbahnen melden sich nur im Sommer, das ist in Ordnung.'],
        [110, 'Alle Gewinne durchgesehen, zwei Partner neu angerufen.'],
      ],
    },
    awareness: {
      from: 500,
      to: 380,
      done: 'enough',
      reached: 'all',
      notes: {
        'cultural-space-activity': 'Lichtinstallation in der Alten Säge, zwei Wochenenden.',
        'multiplier-agreed': 'Talschau-Redaktion bringt jeden Monat eine halbe Seite.',
      },
      upkeep: [[20, 'Neue Geschichte: vom Liftwart zum Lichtplaner. Zahlen der Grafik erneuert.']],
    },
    collaboration: {
      from: 420,
      to: 260,
      done: 'enough',
      reached: 'all',
      notes: {
        'lab-held': 'Vier Sektoren, ein Stadel, ein Prototyp aus Fichte und Sensoren.',
        'pilot-run': 'Sechs Wochen, neun Lehrlinge in drei Betrieben.',
        'roadmap-agreed': 'Fünf Zusagen mit Datum, alle unterschrieben zurück.',
      },
      upkeep: [[90, 'Zwei Termine verschoben, beide mit Zustimmung.']],
    },
    consolidation: {
      from: 330,
      to: 150,
      done: 'enough',
      reached: 'all',
      notApplicable: {
        'strategy-input-made': {
          set: 200,
          reason:
            'Die Landesstrategie ist erst 2029 wieder offen, bis dahin gibt es kein Verfahren.',
        },
      },
      notes: {
        'financing-plan': 'Zwei Jahre: Land 40 %, Gemeinden 25 %, Betriebe 20 %, EU 15 %.',
        'decision-rules': 'Eine Seite. Wer fehlt, hat sieben Tage Zeit zu widersprechen.',
        'named-in-strategy': 'Im Regionalprogramm auf Seite 18, mit Namen.',
      },
    },
    monitoring: {
      from: 140,
      to: 26,
      done: ['metrics-defined', 'baseline-recorded', 'feedback-collected', 'results-view-shared'],
      reached: ['baseline-set'],
      notes: {
        'baseline-recorded': 'Lernende: 61. Das ist weniger als gedacht, aber gezählt.',
        'feedback-collected': 'Drei Fragen auf einer Karte, Rücklauf 70 %.',
      },
      open: {
        'lesson-to-change': {
          set: 18,
          due: 0,
          owner: 'partner:Fachschule für Holz und Gestaltung',
          started: true,
          note: 'Vorschlag Roswitha: Kurse in die Zwischensaison legen.',
        },
        'milestone-celebrated': { set: 11, due: -40, owner: 'any-partner' },
        'assessment-round-closed': { set: 11, due: -75, owner: 'coordinator' },
      },
      planned: { 'first-learning-cycle': { set: 18, on: -21 } },
    },
    'beyond-local': {
      from: 260,
      to: 60,
      done: 'enough',
      reached: 'gates',
      notes: {
        'peer-exchange-held': 'Zwei Tage bei den Kolleginnen in Dolní Kraj, zwölf Seiten Notizen.',
        'rsp-decision': 'Ja, aber erst nach dem gemeinsamen Lehrjahr.',
      },
    },
  },
  evidence: [
    [
      'purpose.checklist.gap-evidence-noted',
      650,
      'Zahlen des AMS und Mitschriften der elf Betriebsgespräche',
      'https://brenntal.example/unterlagen/bedarf',
    ],
    [
      'engagement.checklist.early-win-held',
      470,
      'Teilnahmeliste vom Schnuppertag: 46 Jugendliche, 7 Betriebe.',
    ],
  ],
  rounds: [
    {
      ...{ kind: 'full', opened: 288, closed: 262, asked: 24, answered: 15 },
      levels: { purpose: 3.4, ecosystem: 3.6, engagement: 3.1, awareness: 2.9 },
    },
    {
      ...{ kind: 'full', opened: 110, closed: 92, asked: 26, answered: 12 },
      levels: { purpose: 3.9, ecosystem: 3.6, engagement: 3.4, awareness: 3.3, collaboration: 2.7 },
      lookBack: { purpose: 3, ecosystem: 3.2 },
      comments: [
        ['collaboration', 'Wir treffen uns oft, aber es bleibt zu wenig davon hängen.'],
        ['awareness', 'Die Lokalzeitung berichtet jetzt regelmäßig, das hilft uns sehr.'],
      ],
    },
    {
      ...{ kind: 'short', opened: 38, closed: 22, asked: 30, answered: 19 },
      levels: { purpose: 3.8, ecosystem: 3.5, engagement: 3.4, awareness: 3.4 },
    },
  ],
}
