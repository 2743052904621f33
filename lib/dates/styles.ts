/** A moment where readers may live anywhere: with the zone in which it is told. */
export const WITH_ZONE = {
  ...({ day: 'numeric', month: 'short', year: 'numeric' } as const),
  ...({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const),
}
