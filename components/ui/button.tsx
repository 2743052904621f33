import { Link } from './link'
import type { ComponentProps } from 'react'

type Look = {
  /** One primary action a screen; all others are quiet, plain or dangerous. */
  tone?: 'primary' | 'quiet' | 'plain' | 'danger' | undefined
  size?: 'small' | 'normal' | 'wide' | undefined
}

/** A button; inside a form it submits unless told otherwise. */
export function Button({ tone, size, className, ...rest }: Look & ComponentProps<'button'>) {
  return <button type="submit" {...rest} className={buttonClass({ tone, size }, className)} />
}

/** A link that looks like a button, for actions that begin on another page. */
export function LinkButton({ tone, size, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link {...rest} className={buttonClass({ tone, size }, className)} />
}

function buttonClass({ tone = 'primary', size = 'normal' }: Look, more: string | undefined) {
  const classes = ['button']
  if (tone !== 'primary') classes.push(`button-${tone}`)
  if (size !== 'normal') classes.push(`button-${size}`)
  if (more) classes.push(more)
  return classes.join(' ')
}
