/** The fictitious people a visitor can be in sample mode, in the order they are offered. */
export const PERSONAS = {
  coordinator: { email: 'jana.havlova@sample.lep-journey.example', name: 'Jana Havlová' },
  partner: { email: 'pavel.dvorak@sample.lep-journey.example', name: 'Pavel Dvořák' },
  secondPartner: { email: 'ingrid.solberg@sample.lep-journey.example', name: 'Ingrid Solberg' },
  observer: { email: 'olga.reiter@sample.lep-journey.example', name: 'Olga Reiter' },
  staff: { email: 'sven.lindqvist@sample.lep-journey.example', name: 'Sven Lindqvist' },
  admin: { email: 'ada.moreau@sample.lep-journey.example', name: 'Ada Moreau' },
} as const

export type PersonaKey = keyof typeof PERSONAS

export const PERSONA_KEYS = Object.keys(PERSONAS) as [PersonaKey, ...PersonaKey[]]
