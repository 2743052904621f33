import type { RegionPlan } from '../plan'

/** Brand-new: people and first organisations are there, the journey has not begun. */
export const sinirand: RegionPlan = {
  slug: 'sinirand',
  name: 'Sinirand',
  country: 'EE',
  territoryType: 'region',
  territory: 'Sinirand koos saartega',
  timeZone: 'Europe/Tallinn',
  languages: ['et'],
  created: 9,
  started: 3,
  headline: '',
  forum: '',
  context:
    'A coast of boatbuilders and summer theatres, with three islands and one ferry. The partnership met for the first time this month.',
  goals: ['Find out which skills the coast will need in five years'],
  challenges: [],
  plans: [],
  people: [
    { name: 'Liisa Randmaa', role: 'coordinator', joined: 8 },
    { name: 'Jaak Tormis', role: 'partner', partner: 'Sinirand Paadid OÜ', joined: 2 },
  ],
  partners: [
    ['Siniranna vald', 'public', 'contacted', 'Rannaküla'],
    ['Saarte arenduskeskus', 'public', 'identified', 'Suursadam', 'bridge'],
    ['Merekool', 'education_research', 'contacted', 'Suursadam'],
    ['Rannaküla rahvaülikool', 'education_research', 'identified', 'Rannaküla'],
    ['Sinirand Paadid OÜ', 'business', 'contacted', 'Suursadam'],
    ['Rannaküla ettevõtjate ühing', 'business', 'identified', 'Rannaküla', 'bridge'],
    ['Suveteater Tuulepesa', 'creative_civil', 'contacted', 'Rannaküla', 'creative'],
    ['Saarenaiste selts', 'creative_civil', 'identified', 'Suursadam', 'civil_society'],
  ],
  steps: {},
}
