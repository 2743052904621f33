import type { RegionPlan } from '../plan'

/** Eight months in: one step reached, the next overdue, and a later one begun. */
export const carrowmere: RegionPlan = {
  slug: 'carrowmere',
  name: 'Carrowmere',
  country: 'IE',
  territoryType: 'city',
  territory: 'Carrowmere town and the lakeside villages',
  timeZone: 'Europe/Dublin',
  languages: ['en', 'ga'],
  created: 247,
  started: 240,
  headline: 'Animation, wool and a lake in between',
  forum: 'Carrowmere Skills Table',
  context:
    'Two animation studios moved to a mill town that still spins wool. Both hire from outside because the local courses stop where their work begins.',
  goals: [
    'Bring one hundred local people into animation and textile jobs',
    'Open a shared workshop that the studios and the mill pay for together',
  ],
  challenges: [
    {
      label: 'Courses stop too early',
      paraphrase: 'Further education ends two levels below the jobs',
    },
    { label: 'Housing', paraphrase: 'Trainees cannot find a room in term time' },
  ],
  plans: [{ title: 'Shared workshop in the Old Carding Shed', date: null, status: 'planned' }],
  people: [
    { name: 'Aoife Tiernan', role: 'coordinator', joined: 245 },
    { name: 'Declan Forde', role: 'partner', partner: 'Lakeside Frames', joined: 190 },
    {
      name: 'Gráinne Mulvey',
      role: 'partner',
      partner: 'Carrowmere Further Education College',
      joined: 200,
    },
  ],
  partners: [
    ['Carrowmere Town Council', 'public', 'committed', 'Carrowmere'],
    ['Lakeland Employment Office', 'public', 'engaged', 'Carrowmere'],
    ['County Enterprise Desk', 'public', 'contacted', 'Ballinmore Quay', 'bridge'],
    ['Carrowmere Further Education College', 'education_research', 'committed', 'Carrowmere'],
    ['Western Lakes Institute', 'education_research', 'contacted', 'Ballinmore Quay', 'bridge'],
    ['Lakeside Frames', 'business', 'committed', 'Carrowmere'],
    ['Mere Mill Woollens', 'business', 'engaged', 'Carrowmere'],
    ['Puddle & Spark', 'business', 'contacted', 'Carrowmere', 'micro'],
    ['Chamber of Carrowmere', 'business', 'engaged', 'Carrowmere', 'bridge'],
    ['The Carding Shed', 'creative_civil', 'engaged', 'Carrowmere', 'creative', 'bridge'],
    ['Lakeland Men’s Shed', 'creative_civil', 'engaged', 'Kilbrack', 'civil_society'],
    ['Scoil Samhraidh na Loch', 'creative_civil', 'identified', 'Kilbrack', 'civil_society'],
    ['Nuala Beirne, weaver', 'creative_civil', 'contacted', 'Kilbrack', 'creative', 'micro'],
  ],
  steps: {
    purpose: {
      from: 236,
      to: 130,
      done: 'enough',
      reached: 'gates',
      notes: {
        'gap-question-written':
          'How might someone who left school in Carrowmere get hired by a studio in Carrowmere?',
        'gap-evidence-noted':
          'Nine talks with people who applied and were turned down, two with the studios.',
        'listening-meeting': 'In the Carding Shed. Nobody had slides. It showed.',
      },
    },
    ecosystem: {
      from: 150,
      to: 20,
      done: ['helix-listed', 'helix-gaps-named', 'bridges-asked', 'map-drawn'],
      reached: ['map-shared'],
      notes: {
        'helix-listed': 'Thirteen organisations so far. Education is thin.',
        'bridges-asked': 'The chamber said yes, the institute wants it in writing.',
      },
      open: {
        'power-interest-placed': {
          set: 60,
          due: 16,
          owner: 'coordinator',
          started: true,
          note: 'Gráinne has rated hers. I still owe mine, aiming for the weekend.',
        },
        'first-circle-chosen': { set: 45, due: 5, owner: 'coordinator' },
        'micro-players-found': { set: 45, due: -20, owner: 'partner:The Carding Shed' },
      },
      planned: {
        'first-map-complete': { set: 45, on: 8 },
        'first-circle-agreed': { set: 45, on: -14, note: 'At the spring meeting, after lunch.' },
      },
    },
    awareness: {
      from: 90,
      to: 2,
      done: ['gap-graphic-made', 'stories-published'],
      reached: [],
      notes: {
        'gap-graphic-made':
          'One bar for jobs, one for graduates. The council printed it on beer mats.',
        'stories-published': 'Declan interviewed three apprentices, all signed the consent form.',
      },
      open: {
        'next-step-everywhere': { set: 12, due: 0, owner: 'coordinator' },
      },
    },
  },
}
