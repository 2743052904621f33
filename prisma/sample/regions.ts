import { alderhavn } from './regions/alderhavn'
import { brennmark } from './regions/brennmark'
import { carrowmere } from './regions/carrowmere'
import { dolniKraj } from './regions/dolni-kraj'
import { fozDoAlmar } from './regions/foz-do-almar'
import { lindgrund } from './regions/lindgrund'
import { sinirand } from './regions/sinirand'
import { valdastra } from './regions/valdastra'

/** The eight invented regions of the sample programme. */
export const REGION_PLANS = [
  dolniKraj,
  brennmark,
  alderhavn,
  valdastra,
  fozDoAlmar,
  sinirand,
  lindgrund,
  carrowmere,
]
