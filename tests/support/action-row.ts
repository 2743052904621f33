import type { World } from './cast'
import type { Visitor } from './http'

/** How a server action is called rightly, and by whom. */
export interface ActionRow {
  /** A page that holds the form. */
  path: (world: World) => string
  /** What a form rightly filled in sends; `word` stands in every text. */
  fields: (world: World, word: string) => Record<string, string>
  /** Those of them that are sent once for each choice; the others twice are a fault. */
  lists?: readonly string[]
  /** Somebody who may send it. */
  may: Visitor
  /** What it changes by being called at all, whatever is sent along. */
  always?: string[]
}
