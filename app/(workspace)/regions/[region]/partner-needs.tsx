import { NeedSentence } from '@/components/needs/need-sentence'
import { Link } from '@/components/ui/link'
import type { RegionJourney } from '@/lib/journey/data'

/** What is needed of organisations, each leading to the task or to all of them. */
export function PartnerNeeds({ found }: { found: RegionJourney }) {
  const { guide, partners, today, region, partnerNeeds } = found
  const tasks = `/regions/${region.slug}/tasks`
  return partnerNeeds.map((line) => {
    const { partner, count } = line.values
    const within = new URLSearchParams({
      ...(partner && { partner }),
      ...(line.step && { step: line.step }),
    })
    const several = partner ? `${tasks}?${within}` : '/my'
    return (
      <li key={line.subject}>
        <Link href={count === 1 ? `${tasks}/${line.subject}` : several}>
          <NeedSentence {...{ line, guide, partners, today }} />
        </Link>
      </li>
    )
  })
}
